// Writes the most memory the process ever held, in KiB, to the file named by PEAK_TO when it ends.
const fs = require('node:fs');

process.on('exit', () => fs.writeFileSync(process.env.PEAK_TO, String(process.resourceUsage().maxRSS)));
