// For `node --require`: writes the path of every file the program loaded to the file named by LOADED_TO.
const fs = require('node:fs');

process.on('exit', () => fs.writeFileSync(process.env.LOADED_TO, JSON.stringify(Object.keys(require.cache))));
