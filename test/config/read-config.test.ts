import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { nobody } from '../../src/incident/nobody.ts';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'config-'));
  fs.mkdirSync(path.join(root, '.spec'));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function write(text: string | Buffer, name = '.spec/smartspec.config.yaml'): string {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

const read = (named: string | null = null, cwd = root) => readConfig({ path: named, cwd, env: {} });

describe('finding the file', () => {
  test('with no file there are the defaults, and nothing to complain of', async () => {
    expect(await read()).toEqual({ config: defaultConfig, problems: [], path: null, warnings: [], notes: [] });
  });

  test('an empty file, or one with nothing of ours in it, means the same as none', async () => {
    for (const text of ['', '# nothing yet\n', 'version: 1\nspec_policies: { reuse: { enabled: true } }\n']) {
      const file = write(text);
      expect(await read()).toEqual({ config: defaultConfig, problems: [], path: file, warnings: [], notes: [] });
    }
  });

  test('it is found from any folder below the project', async () => {
    const file = write('lang: th\n');
    const below = path.join(root, 'src', 'deep');
    fs.mkdirSync(below, { recursive: true });
    const { config, path: found } = await read(null, below);
    expect([config.lang, found]).toEqual(['th', file]);
  });

  test('a repository ends the search, so a file further up is somebody else’s', async () => {
    write('lang: th\n');
    const inner = path.join(root, 'inner');
    fs.mkdirSync(path.join(inner, '.git'), { recursive: true });
    expect((await read(null, inner)).config.lang).toBe('en');
  });

  test('a file that is named counts instead, from where the name was typed', async () => {
    write('lang: th\n', 'other/own.yaml');
    expect((await read('own.yaml', path.join(root, 'other'))).config.lang).toBe('th');
  });
});

describe('a file that can’t be read at all', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['is missing', () => path.join(root, 'none.yaml'), 'there is no such file'],
    ['is a folder', () => root, 'it is not a file'],
    ['is over 1 MiB', () => write('# '.padEnd(1024 * 1024 + 1, 'x')), 'it is larger than 1 MiB'],
  ];
  test.each(cases)('a named file that %s is a problem, and opens nothing', async (_, make, what) => {
    const { config, problems, path: found } = await read(make());
    expect(problems.map((problem) => problem.what)).toEqual([what]);
    expect(found).toBeNull();
    expect(config.approvals.default).toMatchObject({ by: [nobody], proposer_may_approve: [] });
    expect(config.verification.checks).toEqual([]);
    expect(config.safety.network_policy.default).toBe('deny');
  });

  test('bytes that are not UTF-8 are named with their place, and the rest is used', async () => {
    write(Buffer.concat([Buffer.from('lang: th\n# caf'), Buffer.from([0xe9]), Buffer.from('\n')]));
    const { config, problems } = await read();
    expect(config.lang).toBe('th');
    expect(problems).toMatchObject([{ line: 2, column: 6, what: 'it is not UTF-8 from here' }]);
  });
});

test('a variable that the file counts on and that is not set is a warning', async () => {
  write('incident_response: { notifications: { slack: { token: env:SLACK_BOT_TOKEN } } }');
  expect((await read()).warnings).toEqual([
    'SLACK_BOT_TOKEN is not set, so incident_response.notifications.slack.token can not be used',
  ]);
  const set = await readConfig({ path: null, cwd: root, env: { SLACK_BOT_TOKEN: 'made up' } });
  expect([set.warnings, JSON.stringify(set).includes('made up')]).toEqual([[], false]);
});

test.each([
  ['notifications: { email: { smtp: env:A, from: a@b.test } }', 'notifications.email.smtp'],
  ['notifications: { webhook: { pager: { url: env:A } } }', 'notifications.webhook.pager.url'],
  [
    'notifications: { webhook: { pager: { url: "https://b.test", secret: env:A } } }',
    'notifications.webhook.pager.secret',
  ],
  ['security: { signing_key: env:A }', 'security.signing_key'],
  ['security: { record_key: env:A }', 'security.record_key'],
  ['store: { kind: postgres, url: env:A }', 'store.url'],
])('so it is in %s, also where it is empty', async (ours, key) => {
  write(`incident_response: { ${ours} }`);
  for (const env of [{}, { A: '' }]) {
    const { warnings, problems } = await readConfig({ path: null, cwd: root, env });
    expect([problems, warnings]).toEqual([[], [`A is not set, so incident_response.${key} can not be used`]]);
  }
});
