import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, program, type Rig } from '../support/rig.ts';

const hook = fileURLToPath(new URL('../support/list-loaded.cjs', import.meta.url));

/** A piece of text that only the code of this library holds. */
const marks = {
  zod: '$ZodType',
  yaml: 'YAMLParseError',
  execa: 'forceKillAfterDelay',
  handlebars: 'HandlebarsEnvironment',
  nodemailer: 'SMTPConnection',
  slack: 'admin.analytics.getFile',
  temporal: 'PlainDateTime',
  calendar: 'BEGIN:VCALENDAR',
  rules: 'no_matching_overload',
};

function marksIn(files: readonly string[]): readonly string[] {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return Object.entries(marks).flatMap(([library, mark]) => (text.includes(mark) ? [library] : []));
}

interface Loaded {
  readonly file: string;
  readonly compiled_ahead: boolean;
}

/** The files of the program that a call gives to V8. */
async function filesLoadedBy(rig: Rig, ...args: readonly string[]): Promise<readonly Loaded[]> {
  const list = join(rig.folder, 'loaded.json');
  const { code, stderr } = await rig.runWith({ node: ['--require', hook], env: { LOADED_TO: list } }, ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(readFileSync(list, 'utf8'));
}

/** The heavy libraries whose code a call loads. */
async function loadedBy(rig: Rig, ...args: readonly string[]): Promise<readonly string[]> {
  return marksIn((await filesLoadedBy(rig, ...args)).map(({ file }) => file));
}

test.each(['--version', '--help'])('%s loads no part of the program at all', async (flag) => {
  expect(await filesLoadedBy(openRig(), flag)).toEqual([]);
});

test('an ordinary call opens one file', async () => {
  const rig = openRig();
  const note = ['note', 'the pool is at its limit', '--as', 'ana'];
  for (const args of [
    ['--alert-payload', checkout()],
    ['--alert-payload', checkout()],
    ['list'],
    ['show'],
    note,
    ['tick'],
  ]) {
    expect({ args, files: (await filesLoadedBy(rig, ...args)).length }).toEqual({ args, files: 1 });
  }
});

test('what ordinary calls load has been compiled when the program was built', async () => {
  const rig = openRig();
  const calls = [
    ['ack', '--help'],
    ['--alert-payload', checkout()],
    ['--alert-payload', checkout()],
    ['list'],
    ['show'],
    ['note', 'the pool is at its limit'],
    ['ack'],
    ['timeline'],
    ['tick'],
  ];
  for (const args of calls) {
    const loaded = await filesLoadedBy(rig, ...args);
    expect(loaded.length).toBeGreaterThan(0);
    expect({ args, compiling: loaded.filter((one) => !one.compiled_ahead) }).toEqual({ args, compiling: [] });
  }
});

test('every heavy library lies in parts that are loaded on their own', () => {
  const folder = join(dirname(program), 'parts');
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => join(folder, name));
  expect(marksIn(parts)).toEqual(Object.keys(marks));
  expect(marksIn([program])).toEqual([]);
});

describe('no heavy library is loaded', () => {
  test('for help, for an alert, for looking, or where nothing is due', async () => {
    const rig = openRig();
    const calls = [
      ['--help'],
      ['ack', '--help'],
      ['--alert-payload', checkout()],
      ['--alert-payload', checkout()],
      ['list'],
      ['show'],
      ['timeline'],
      ['note', 'the pool is at its limit'],
      ['ack'],
      ['status'],
      ['tick'],
    ];
    for (const args of calls) expect({ args, loaded: await loadedBy(rig, ...args) }).toEqual({ args, loaded: [] });
  });

  test('to read a configuration that has been read before', async () => {
    const rig = openRig('incident_response:\n  people:\n    ana: { name: Ana Lima, email: ana@example.com }\n');
    expect(await loadedBy(rig, '--alert-payload', checkout())).toContain('yaml');
    // The first call had no folder yet to keep what it had read.
    await rig.ok('list');
    for (const args of [['--alert-payload', checkout()], ['list'], ['show']]) {
      expect({ args, loaded: await loadedBy(rig, ...args) }).toEqual({ args, loaded: [] });
    }
  });
});

test('what needs one is seen to load it', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  await rig.ok('verify', '--attest', 'the board is green');
  await rig.ok('resolve');
  expect(await loadedBy(rig, 'post-mortem', 'draft')).toContain('handlebars');
  expect(await loadedBy(rig, 'post-mortem', 'schedule')).toContain('calendar');
});
