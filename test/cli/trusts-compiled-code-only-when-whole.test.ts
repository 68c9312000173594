import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { program } from '../support/rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hook = fileURLToPath(new URL('../support/list-loaded.cjs', import.meta.url));

interface Installation {
  readonly folder: string;
  /** What was compiled of the program for recording alerts, twice. */
  readonly compiled: string;
}

function install(): Installation {
  const folder = join(temporaryFolder(), 'dist');
  cpSync(dirname(program), folder, { recursive: true });
  return { folder, compiled: join(folder, 'calls', 'alert.cjs.compiled') };
}

function recordAlert({ folder }: Installation): { code: number | null; outcome: unknown; believed: boolean } {
  const project = temporaryFolder();
  const loaded = join(project, 'loaded.json');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--require', hook, join(folder, 'main.cjs'), '--alert-payload', checkout(), '--json'],
    { cwd: project, env: { PATH: process.env['PATH'], HOME: project, LOADED_TO: loaded }, encoding: 'utf8' },
  );
  const files: readonly { file: string; compiled_ahead: boolean }[] = JSON.parse(readFileSync(loaded, 'utf8'));
  const believed = files.some(({ file, compiled_ahead }) => compiled_ahead && basename(file) === 'alert.cjs');
  return { code: status, outcome: JSON.parse(stdout).outcome, believed };
}

function flip(file: string, bit: number): void {
  const bytes = readFileSync(file);
  const byte = (bit >> 3) % bytes.length;
  bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << (bit & 7)), byte);
  writeFileSync(file, bytes);
}

const recorded = { code: 0, outcome: 'created' };

test('compiled code that is whole is used', () => {
  expect(recordAlert(install())).toEqual({ ...recorded, believed: true });
});

test('whichever bit is flipped in either copy, the alert is recorded from the text of the program', () => {
  const installation = install();
  fc.assert(
    fc.property(fc.nat(2 ** 23), (bit) => {
      flip(installation.compiled, bit);
      expect(recordAlert(installation)).toEqual({ ...recorded, believed: false });
      flip(installation.compiled, bit);
    }),
    { numRuns: 15 },
  );
});

test('where the help that was kept is missing, the program finds the words again', () => {
  const { folder } = install();
  const help = (): string =>
    spawnSync(process.execPath, [join(folder, 'main.cjs'), '--help'], { encoding: 'utf8' }).stdout;
  const kept = help();
  rmSync(join(folder, 'help.txt'));
  expect(help()).toBe(kept);
});

interface Damage {
  readonly what: string;
  readonly damage: (compiled: string) => void;
}

const keepOnly = (most: (length: number) => number) => (file: string) => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, most(bytes.length)));
};

test.each<Damage>([
  { what: 'it is missing', damage: rmSync },
  { what: 'it is empty', damage: keepOnly(() => 0) },
  { what: 'one copy is missing', damage: keepOnly((length) => length / 2) },
  { what: 'a few bytes are missing', damage: keepOnly((length) => length - 3) },
  {
    what: 'it was made by another Node',
    damage: (file) => {
      const half = readFileSync(file).length / 2;
      // The second word of the header is the hash of V8's version.
      for (const start of [0, half]) flip(file, 8 * (start + 4));
    },
  },
])('where $what, the alert is recorded from the text of the program', ({ damage }) => {
  const installation = install();
  damage(installation.compiled);
  expect(recordAlert(installation)).toEqual({ ...recorded, believed: false });
});
