// For `node --require`: right before the first entry is linked into a record, somebody removes the folder VANISH.
const fs = require('node:fs');

const link = fs.linkSync;
fs.linkSync = (from, to) => {
  if (process.env.VANISH) fs.rmSync(process.env.VANISH, { recursive: true, force: true });
  return link(from, to);
};
