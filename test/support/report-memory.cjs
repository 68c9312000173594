// Writes the most memory that the process ever had, in kilobytes, to the file that REPORT_MEMORY names.
const fs = require('node:fs');

process.on('exit', () => fs.writeFileSync(process.env.REPORT_MEMORY, String(process.resourceUsage().maxRSS)));
