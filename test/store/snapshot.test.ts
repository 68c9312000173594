import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { closed, declarationOf, idOf, minute, note, repeated } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);

async function threeEntries(): Promise<{ project: string; states: readonly string[] }> {
  const project = temporaryFolder();
  const store = openFileStore(placeAt(project));
  const states: string[] = [];
  const keep = (): number => states.push(fs.readFileSync(incidentsIn(project, id, 'incident.json'), 'utf8'));
  await store.create(declarationOf({ id }));
  keep();
  for (const revision of [1, 2]) {
    await store.append(id, revision, [note(`note ${revision}`)], minute(revision));
    keep();
  }
  return { project, states };
}

test.each<[name: string, spoil: (text: string, older: string) => string | null]>([
  ['missing', () => null],
  ['empty', () => ''],
  ['cut in half', (text) => text.slice(0, text.length / 2)],
  ['of an earlier revision', (_text, older) => older],
  ['edited', (text) => text.replace('"open"', '"closed"')],
  ['about another incident', (text) => text.replaceAll(id, idOf(2))],
  ['not JSON', () => '\u0000\u0001'],
  ['a list', () => '[]\n'],
])('a head start that is %s changes nothing about what is read', async (_name, spoil) => {
  const { project, states } = await threeEntries();
  const file = incidentsIn(project, id, 'incident.json');
  const before = await openFileStore(placeAt(project)).read(id);
  const spoilt = spoil(fs.readFileSync(file, 'utf8'), states[0] ?? '');
  if (spoilt === null) fs.unlinkSync(file);
  else fs.writeFileSync(file, spoilt);
  expect(await openFileStore(placeAt(project)).read(id)).toEqual(before);
  const appended = await openFileStore(placeAt(project)).append(id, 3, [note('goes on')], minute(9));
  expect(appended).toMatchObject({ ok: true, incident: { revision: 4 } });
  expect(await openFileStore(placeAt(project)).examine(id)).toMatchObject({ ok: true, stale: [] });
});

test('a head start that another version wrote is not trusted, and stays right in its own version', async () => {
  const { project } = await threeEntries();
  const newer = openFileStore({ ...placeAt(project), version: '2.0.0' });
  expect(await newer.read(id)).toMatchObject({ revision: 3 });
  expect(await newer.examine(id)).toMatchObject({ ok: true, stale: [] });
});

test('a slow writer does not leave an older state as the last word', async () => {
  const { project } = await threeEntries();
  const slow = openFileStore(placeAt(project));
  const link = fs.linkSync;
  let overtaken = false;
  // Another process appends right after our entry was linked, before our state is written.
  const overtake = async (): Promise<void> => {
    await openFileStore(placeAt(project)).append(id, 4, [note('the faster one')], minute(5));
  };
  fs.linkSync = (from, to) => {
    link(from, to);
    if (!overtaken && String(to).endsWith('journal-000004.json')) {
      overtaken = true;
      void overtake();
    }
  };
  try {
    await slow.append(id, 3, [note('the slower one')], minute(4));
  } finally {
    fs.linkSync = link;
  }
  const state: unknown = JSON.parse(fs.readFileSync(incidentsIn(project, id, 'incident.json'), 'utf8'));
  expect(state).toMatchObject({ revision: 5 });
});

test('what SmartSpec reads is written next to it', async () => {
  const { project } = await threeEntries();
  await openFileStore(placeAt(project)).append(id, 3, [closed()], minute(60));
  const summary: unknown = JSON.parse(fs.readFileSync(incidentsIn(project, id, 'summary.json'), 'utf8'));
  expect(summary).toEqual({
    workflow: 'smartspec_incident_response',
    version: '1.0.0',
    run_id: `${id}-4`,
    incident_id: id,
    severity: 'SEV-2',
    status: 'closed',
    root_cause_identified: false,
    action_items_created: 0,
  });
  const alert: unknown = JSON.parse(fs.readFileSync(incidentsIn(project, id, 'alerts', '000002.json'), 'utf8'));
  expect(alert).toMatchObject({ seq: 2, received_at: minute(0), payload: { made: 'up' } });
});

test('the alerts of one decision get files of their own, and lines of one file where they are many', async () => {
  const { project } = await threeEntries();
  const store = openFileStore(placeAt(project));
  const many = Array.from({ length: 30 }, (_, offset) => repeated('f00d000000000001', offset));
  await store.append(id, 3, many.slice(0, 8), minute(3));
  await store.append(id, 4, many, minute(4));
  const names = fs.readdirSync(incidentsIn(project, id, 'alerts')).toSorted();
  expect(names).toEqual([
    ...['000002', '000005', '000006', '000007', '000008', '000009', '000010', '000011', '000012'].map(
      (seq) => `${seq}.json`,
    ),
    '000013-000042.jsonl',
  ]);
  const lines = fs
    .readFileSync(incidentsIn(project, id, 'alerts', '000013-000042.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const alerts: readonly { seq: number }[] = lines.map((line) => JSON.parse(line));
  expect(alerts.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, place) => 13 + place));
  expect(alerts[29]).toMatchObject({ received_at: minute(4), type: 'alert.repeated', payload: { again: 29 } });
  expect(await store.examine(id)).toMatchObject({ stale: [], unknown: [] });
});
