// For `node --require`: after FAULT_AFTER changes of the disk every further one fails with the errno named by FAULT.
// Where everything may be written, as by root, permissions and full disks can't be had in any other way.
const fs = require('node:fs');

let left = Number(process.env.FAULT_AFTER ?? 0);
const code = process.env.FAULT;

function fail(syscall, path) {
  if (left-- > 0) return;
  const place = typeof path === 'string' ? path : undefined;
  throw Object.assign(new Error(`${code}: made to fail, ${syscall}`), { code, syscall, errno: -1, path: place });
}

for (const name of ['mkdirSync', 'linkSync', 'renameSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    fail(name.replace('Sync', ''), args[0]);
    return real(...args);
  };
}

const { openSync, writeSync } = fs;
fs.openSync = (path, flags = 'r', ...rest) => {
  const writes =
    typeof flags === 'number' ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 : flags !== 'r';
  if (writes) fail('open', path);
  return openSync(path, flags, ...rest);
};
fs.writeSync = (fd, ...rest) => {
  // Standard output and error are no files of the disk.
  if (fd > 2) fail('write', undefined);
  return writeSync(fd, ...rest);
};
