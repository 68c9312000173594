import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Silence } from '../../src/incident/silence.ts';
import { openFileSilences } from '../../src/store/file-silences.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { alertOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function silence(id: string, from: number, to: number): Silence {
  return {
    id,
    matchers: [{ field: 'service', how: 'is', value: 'checkout-api' }],
    because: 'planned work',
    by: 'ana',
    created_at: minute(from),
    starts_at: minute(from),
    ends_at: minute(to),
  };
}

async function openWith(...silences: readonly Silence[]) {
  const project = temporaryFolder();
  for (const one of silences) await openFileSilences(placeAt(project)).add(one);
  return { project, open: () => openFileSilences(placeAt(project)) };
}

const idsOf = (silences: readonly Silence[]): readonly string[] => silences.map(({ id }) => id);

describe('a silence', () => {
  test.each([
    [29.9, ['SIL-ONE2']],
    [30, []],
    [31, []],
  ])('of thirty minutes after %d minutes: %j', async (minutes, ids) => {
    const { open } = await openWith(silence('SIL-ONE2', 0, 30));
    const now = new Date(Date.parse(minute(0)) + minutes * 60_000).toISOString();
    expect(idsOf(await open().current(now))).toEqual(ids);
  });

  test('that somebody ended holds no more, though whoever ended it was killed on the way', async () => {
    const { open, project } = await openWith(silence('SIL-ONE2', 0, 30));
    const link = incidentsIn(project, 'silences', 'current', 'SIL-ONE2.json');
    expect(await open().end('SIL-ONE2', 'bo', minute(5))).toBe('ended');
    fs.linkSync(incidentsIn(project, 'silences', 'SIL-ONE2.json'), link);
    expect(await open().current(minute(6))).toEqual([]);
    expect(fs.existsSync(link)).toBe(false);
  });

  test.each<[what: string, id: string, at: number, outcome: string]>([
    ['before its time is over', 'SIL-ONE2', 29, 'ended'],
    ['as its time is over', 'SIL-ONE2', 30, 'already-over'],
    ['that was never kept', 'SIL-TWO2', 5, 'unknown'],
    ['of a name that is none', '../current/SIL-ONE2', 5, 'unknown'],
  ])('is ended %s: %s at %d is %s', async (_what, id, at, outcome) => {
    const { open } = await openWith(silence('SIL-ONE2', 0, 30));
    expect(await open().end(id, 'bo', minute(at))).toBe(outcome);
  });

  test('is ended once, and the first to do so is on record', async () => {
    const { open } = await openWith(silence('SIL-ONE2', 0, 30));
    await open().end('SIL-ONE2', 'bo', minute(5));
    expect(await open().end('SIL-ONE2', 'cy', minute(6))).toBe('already-over');
    expect(await open().list(minute(7), true)).toMatchObject([{ ended_at: minute(5), ended_by: 'bo' }]);
  });

  test('counts the alerts that it kept quiet, and gives each of them back, a torn line between them or not', async () => {
    const { open, project } = await openWith(silence('SIL-ONE2', 0, 30));
    const alerts = ['a', 'b', 'c'].map((name) => ({ received_at: minute(1), alert: alertOf(name), payload: { name } }));
    await open().keep('SIL-ONE2', alerts.slice(0, 2));
    expect(await open().list(minute(2), false)).toMatchObject([{ id: 'SIL-ONE2', alert_count: 2 }]);
    fs.appendFileSync(incidentsIn(project, 'silences', 'SIL-ONE2.alerts.jsonl'), '\n{"torn');
    await open().keep('SIL-ONE2', alerts.slice(2));
    const found: string[] = [];
    for await (const { alert } of open().alerts('SIL-ONE2')) found.push(alert.fingerprint);
    expect(found).toEqual(['a', 'b', 'c']);
  });
});

test('silences are listed in the order they begin, those that are over only where all are asked for', async () => {
  const { open } = await openWith(silence('SIL-LATE', 10, 60), silence('SIL-OVER', 0, 20), silence('SIL-MAIN', 5, 60));
  expect(idsOf(await open().list(minute(30), false))).toEqual(['SIL-MAIN', 'SIL-LATE']);
  expect(idsOf(await open().list(minute(30), true))).toEqual(['SIL-OVER', 'SIL-MAIN', 'SIL-LATE']);
});

test('a file that names itself otherwise than what it holds keeps nothing quiet, and no other file is read', async () => {
  const { open, project } = await openWith(silence('SIL-ONE2', 0, 30));
  const file = incidentsIn(project, 'silences', 'SIL-ONE2.json');
  for (const name of ['SIL-TWO2.json', 'current/SIL-TWO2.json', 'current/sil.json'])
    fs.copyFileSync(file, incidentsIn(project, 'silences', ...name.split('/')));
  expect(idsOf(await open().current(minute(1)))).toEqual(['SIL-ONE2']);
  expect(fs.existsSync(incidentsIn(project, 'silences', 'current', 'sil.json'))).toBe(true);
});
