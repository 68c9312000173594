import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { declarationOf, idOf } from '../support/store-events.ts';
import { bundleFor, type Ended, runNode } from '../support/store-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let driver = '';
beforeAll(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-driver-'));
  driver = bundleFor(folder, 'fixtures/store-driver.ts');
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

async function storm(count: number, args: (number: number) => readonly string[]): Promise<readonly Ended[]> {
  const results: Ended[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) results.push(await runNode([driver, ...args(number)]));
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return results;
}

test('forty processes that append to one incident at once are all kept, in one whole chain', async () => {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  await store.create(declarationOf({ id: idOf(1), claims: ['group:said'] }));
  const ended = await storm(40, (number) => [project, 'append', '1', `by process ${number}`]);
  expect(ended.filter(({ code, answer }) => code !== 0 || answer?.ok !== true)).toEqual([]);
  const texts: unknown[] = [];
  for await (const event of store.history(idOf(1))) if (event.type === 'note.added') texts.push(event.data.text);
  expect(texts.toSorted()).toEqual(Array.from({ length: 40 }, (_, number) => `by process ${number}`).toSorted());
  const whole = { ok: true, entries: 41, first_bad: null, stale: [], unknown: [] };
  expect(await openFileStore(placeAt(project)).examine(idOf(1))).toMatchObject(whole);
  expect(fs.readdirSync(incidentsIn(project, 'tmp'))).toEqual([]);
}, 60_000);

test('of twenty processes that start under one claim at once, one starts the incident', async () => {
  const project = temporaryFolder();
  const ended = await storm(20, (number) => [project, 'create', String(number), 'said']);
  expect(ended.filter(({ answer }) => answer?.ok === true)).toHaveLength(1);
  expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
  expect(await openFileStore(placeAt(project)).listOpen()).toHaveLength(1);
  expect(fs.readdirSync(incidentsIn(project, 'tmp'))).toEqual([]);
}, 60_000);
