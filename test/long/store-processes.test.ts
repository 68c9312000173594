import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, minute } from '../support/store-events.ts';
import { bundleFor, runNode } from '../support/store-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let driver = '';
let preload = '';
beforeAll(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-driver-'));
  driver = bundleFor(folder, 'fixtures/store-driver.ts');
  preload = bundleFor(folder, 'support/faulty-disk-preload.ts');
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

type Command = 'create' | 'append' | 'close';

/** A project that is ready for the command. */
async function readyFor(command: Command): Promise<string> {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id: idOf(9) }));
  await store.append(idOf(9), 1, [closed()], minute(1));
  if (command !== 'create') await store.create(declarationOf({ id: idOf(1), claims: ['group:said'] }));
  return project;
}

async function expectWorkable(project: string): Promise<void> {
  const store = openFileStore(placeAt(project));
  const { holder } = await store.findClaim('group:said');
  if (holder !== null) expect(await store.examine(holder)).toMatchObject({ ok: true });
  const next = await runNode([
    driver,
    project,
    holder === null ? 'create' : 'append',
    holder === null ? '2' : '1',
    'said',
  ]);
  expect(next).toMatchObject({ code: 0, answer: { ok: true } });
  for (const { id } of await store.listOpen()) {
    await store.rebuild(id);
    expect(await store.examine(id)).toMatchObject({ ok: true, stale: [], unknown: [] });
  }
}

describe.each(['create', 'append', 'close'] as const)('a real process that is killed while it does %s', (command) => {
  test.each(['before', 'after'] as const)(
    '%s any change of the disk leaves a record that the next one goes on with',
    async (when) => {
      for (let at = 1; ; at += 1) {
        const project = await readyFor(command);
        const env = { KILL_AT: String(at), KILL_WHEN: when };
        const ended = await runNode(['--require', preload, driver, project, command, '1', 'said'], env);
        if (ended.signal === null) {
          expect(ended).toMatchObject({ code: 0, answer: { ok: true } });
          expect(at).toBeGreaterThan(8);
          return;
        }
        expect(ended.answer).toBeNull();
        await expectWorkable(project);
      }
    },
  );
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;

describe.runIf(hasStrace)('fsyncs, counted from outside', () => {
  test.each([
    ['create', '1', 3],
    ['append', '2', 2],
    ['alert', '2', 2],
    ['read', '2', 0],
    ['list', '2', 0],
  ] as const)('%s of incident %s costs %i', async (command, number, expected) => {
    const project = await readyFor('create');
    await openFileStore(placeAt(project)).create(declarationOf({ id: idOf(2), claims: ['group:said'] }));
    const log = path.join(project, 'trace');
    const text = command === 'create' ? 'other' : 'said';
    const args = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log, process.execPath];
    execFileSync('strace', [...args, driver, project, command, number, text]);
    expect(fs.readFileSync(log, 'utf8').match(/f(data)?sync\(/g)?.length ?? 0).toBe(expected);
  });
});

test('three hundred processes, sixteen at a time, lose nothing and leave nothing behind', async () => {
  const project = await readyFor('append');
  let next = 0;
  const attempts: number[] = [];
  const worker = async (): Promise<void> => {
    for (let number = next++; number < 300; number = next++) {
      const { code, answer } = await runNode([driver, project, 'alert', '1']);
      expect({ code, ok: answer?.ok }).toEqual({ code: 0, ok: true });
      attempts.push(answer?.attempt ?? 0);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const store = openFileStore(placeAt(project));
  expect(await store.read(idOf(1))).toMatchObject({ revision: 301, alert_count: 301 });
  expect(await store.examine(idOf(1))).toMatchObject({ ok: true, stale: [], unknown: [] });
  expect(fs.readdirSync(incidentsIn(project, 'tmp'))).toEqual([]);
  expect(Math.max(...attempts)).toBeLessThan(100);
});
