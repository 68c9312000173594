import fs from 'node:fs';

// Loaded with `node --require` before a process under test: kills it for good at one of its changes to the disk.
// KILL_AT counts changes of the disk (the first is 1); KILL_WHEN is `before` or `after`.

const killAt = Number(process.env['KILL_AT']);
const before = process.env['KILL_WHEN'] === 'before';
let count = 0;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function watch(name: 'writeSync' | 'fsyncSync' | 'linkSync' | 'renameSync' | 'unlinkSync' | 'mkdirSync'): void {
  const real: (...args: never[]) => unknown = fs[name];
  Object.assign(fs, {
    [name]: (...args: never[]) => {
      // The answer on stdout is no change of the disk; what follows it must not count either.
      if (name === 'writeSync' && Object.is(args[0], 1)) return real(...args);
      count += 1;
      if (count === killAt && before) die();
      const result = real(...args);
      if (count === killAt && !before) die();
      return result;
    },
  });
}

for (const name of ['writeSync', 'fsyncSync', 'linkSync', 'renameSync', 'unlinkSync', 'mkdirSync'] as const)
  watch(name);
