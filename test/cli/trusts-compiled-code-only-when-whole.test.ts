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
  /** Both copies of what was compiled of the program for recording alerts. */
  readonly copies: readonly [string, string];
}

function install(): Installation {
  const folder = join(temporaryFolder(), 'dist');
  cpSync(dirname(program), folder, { recursive: true });
  const copy = (name: string): string => join(folder, 'compiled', `record.cjs.alert.${name}`);
  return { folder, copies: [copy('a'), copy('b')] };
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
  const believed = files.some(({ file, compiled_ahead }) => compiled_ahead && basename(file) === 'record.cjs');
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
    fc.property(fc.nat(2 ** 22), fc.constantFrom(...installation.copies), (bit, copy) => {
      flip(copy, bit);
      expect(recordAlert(installation)).toEqual({ ...recorded, believed: false });
      flip(copy, bit);
    }),
    { numRuns: 15 },
  );
});

interface Damage {
  readonly what: string;
  readonly damage: (copies: Installation['copies']) => void;
}

const bothCopies = (damage: (file: string) => void): Damage['damage'] => {
  return (copies) => copies.forEach((file) => void damage(file));
};

test.each<Damage>([
  { what: 'one copy is missing', damage: ([one]) => rmSync(one) },
  { what: 'both are missing', damage: bothCopies(rmSync) },
  { what: 'both are empty', damage: bothCopies((file) => writeFileSync(file, '')) },
  {
    what: 'both end half-way',
    damage: bothCopies((file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))),
  },
  // The second word of the header is the hash of V8's version.
  { what: 'both were made by another Node', damage: bothCopies((file) => flip(file, 8 * 4)) },
])('where $what, the alert is recorded from the text of the program', ({ damage }) => {
  const installation = install();
  damage(installation.copies);
  expect(recordAlert(installation)).toEqual({ ...recorded, believed: false });
});
