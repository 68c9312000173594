import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { wholeConfig } from './whole-config.ts';

const uid = os.userInfo().uid;
let root = '';
let folder = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'cache-'));
  folder = path.join(root, '.spec', 'reports', 'incidents', 'cache');
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  write(wholeConfig);
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function write(text: string): void {
  fs.writeFileSync(path.join(root, '.spec', 'smartspec.config.yaml'), text);
}

function read(terms: { version?: string; uid?: number | null; mayWrite?: boolean } = {}) {
  return readConfig({ path: null, cwd: root, env: {}, cache: { version: '1', uid, mayWrite: true, ...terms } });
}

const kept = (): readonly string[] => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
const onlyFile = (): string => path.join(folder, kept()[0] ?? '');

/** Puts another watch period into what is kept, with a sum that fits, to tell who was asked. */
async function forge(): Promise<void> {
  const { createHash } = await import('node:crypto');
  const key = path.basename(onlyFile()).slice('config-'.length, -'.json'.length);
  const body = (fs.readFileSync(onlyFile(), 'utf8').split('\n')[1] ?? '').replace(
    '"watch_period":2700',
    '"watch_period":1',
  );
  const sum = createHash('sha256').update(`${key}\n${body}`).digest('hex');
  fs.writeFileSync(onlyFile(), `${sum}\n${body}`);
}

describe('what was parsed is kept', () => {
  test('and the second run gives the same without parsing', async () => {
    const first = await read();
    expect(kept()).toHaveLength(1);
    expect(await read()).toEqual(first);
    await forge();
    expect((await read()).config.watch_period).toBe(1);
  });

  test('problems and all', async () => {
    write('incident_response: { grouping: { windw: 1m } }');
    const first = await read();
    expect(first.problems).toHaveLength(1);
    expect(await read()).toEqual(first);
  });

  test('for this user alone, and one at a time', async () => {
    await read();
    expect(fs.statSync(onlyFile()).mode & 0o777).toBe(0o600);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    write(`${wholeConfig}\n# changed\n`);
    await read();
    expect(kept()).toHaveLength(1);
  });

  test('warnings are made anew, for they depend on the environment', async () => {
    await read();
    expect((await read()).warnings).toContain(
      'SIGN_KEY is not set, so incident_response.security.signing_key can not be used',
    );
  });
});

describe('what was kept is not used', () => {
  const misuses: Readonly<Record<string, () => void>> = {
    'when the text has changed': () => write(`${wholeConfig}# x\n`),
    'when a bit has flipped': () =>
      fs.writeFileSync(
        onlyFile(),
        fs.readFileSync(onlyFile(), 'utf8').replace('"watch_period":1,', '"watch_period":2,'),
      ),
    'when it is cut off': () => fs.truncateSync(onlyFile(), 200),
    'when it is empty': () => fs.truncateSync(onlyFile(), 0),
    'when others may write to it': () => fs.chmodSync(onlyFile(), 0o666),
    'when others may write beside it': () => fs.chmodSync(folder, 0o777),
    'when it is a link': () => {
      const file = onlyFile();
      fs.renameSync(file, path.join(root, 'away.json'));
      fs.symlinkSync(path.join(root, 'away.json'), file);
    },
    'when its folder is a link': () => {
      fs.renameSync(folder, path.join(root, 'away'));
      fs.symlinkSync(path.join(root, 'away'), folder);
    },
  };
  test.each(Object.entries(misuses))('%s', async (_, misuse) => {
    await read();
    await forge();
    misuse();
    expect((await read()).config.watch_period).toBe(2700);
  });

  test('by another version of the program, or by another user', async () => {
    await read();
    await forge();
    expect((await read({ uid: uid + 1 })).config.watch_period).toBe(2700);
    expect((await read({ version: '2' })).config.watch_period).toBe(2700);
  });
});

describe('nothing is kept', () => {
  test('where there are no records yet, where writing is not allowed, or where users have no numbers', async () => {
    await read({ mayWrite: false });
    await read({ uid: null });
    expect(kept()).toEqual([]);
    fs.rmSync(path.join(root, '.spec', 'reports'), { recursive: true });
    await read();
    expect(fs.existsSync(path.join(root, '.spec', 'reports'))).toBe(false);
  });

  test('where something looks like a secret', async () => {
    const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    write(`incident_response: { workflows: { w: { command: [./page, ${token}] } } }`);
    expect((await read()).config.workflows['w']?.command).toEqual(['./page', token]);
    expect(kept()).toEqual([]);
  });

  test('and a full or locked disk is nobody’s trouble', async () => {
    fs.writeFileSync(folder, 'in the way');
    expect((await read()).problems).toEqual([]);
  });
});
