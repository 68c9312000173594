import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Silence } from '../../src/incident/silence.ts';
import { openFileSilences } from '../../src/store/file-silences.ts';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import type { SilencedAlert } from '../../src/store/silence-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { guardedPlace, newSecret } from '../support/guarded-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const silence: Silence = {
  id: 'SIL-7KQ2MX',
  matchers: [{ field: 'service', how: 'is', value: 'checkout' }],
  because: 'the vault is being moved',
  by: 'ana',
  created_at: '2026-11-23T02:00:00.000Z',
  starts_at: '2026-11-23T02:00:00.000Z',
  ends_at: '2026-11-23T04:00:00.000Z',
};
const quiet = (number: number): SilencedAlert => ({
  received_at: `2026-11-23T02:0${number}:00.000Z`,
  alert: {
    source: 'generic',
    status: 'firing',
    title: `the vault does not answer (${number})`,
    service: 'checkout',
    severity_raw: null,
    fingerprint: 'f00d000000000001',
    started_at: null,
    labels: {},
    links: [],
    measurement: null,
  },
  payload: { number },
});
const now = '2026-11-23T03:00:00.000Z';

async function keepTwo(place: FileStoreOptions): Promise<void> {
  const silences = openFileSilences(place);
  await silences.add(silence);
  await silences.keep(silence.id, [quiet(1)]);
  await silences.keep(silence.id, [quiet(2)]);
}

async function alertsOf(place: FileStoreOptions): Promise<readonly SilencedAlert[]> {
  const found: SilencedAlert[] = [];
  for await (const alert of openFileSilences(place).alerts(silence.id)) found.push(alert);
  return found;
}

function everythingIn(project: string): string {
  const folder = incidentsIn(project, 'silences');
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false });
  return names
    .filter((name) => fs.statSync(`${folder}/${name}`).isFile())
    .map((name) => fs.readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
}

describe('where records are encrypted, silences', () => {
  test('keep why, which alerts, and the alerts themselves from whoever has no key', async () => {
    const project = temporaryFolder();
    const record = newSecret();
    await keepTwo(guardedPlace(project, { record, seals: true }));
    const text = everythingIn(project);
    expect(text).not.toMatch(/vault|checkout|ana/);
    expect(text).toContain('"ends_at"');
    expect(text).toContain('"received_at"');
  });

  test('are what they were for whoever has it', async () => {
    const project = temporaryFolder();
    const place = guardedPlace(project, { record: newSecret(), seals: true });
    await keepTwo(place);
    const again = { ...place };
    expect(await openFileSilences(again).current(now)).toEqual([silence]);
    expect(await openFileSilences(again).list(now, true)).toMatchObject([{ ...silence, alert_count: 2 }]);
    expect(await alertsOf(again)).toEqual([quiet(1), quiet(2)]);
  });

  test('are trouble, and never taken for none, while the key is missing or another one', async () => {
    const project = temporaryFolder();
    await keepTwo(guardedPlace(project, { record: newSecret(), seals: true }));
    for (const record of [null, newSecret()]) {
      const place = guardedPlace(project, { record, seals: true });
      const locked = { name: 'StoreTrouble', reason: 'record-locked' };
      await expect(openFileSilences(place).current(now)).rejects.toMatchObject(locked);
      await expect(alertsOf(place)).rejects.toMatchObject(locked);
    }
  });

  test('of before stay readable once sealing is switched on, and a line that was moved opens nothing', async () => {
    const project = temporaryFolder();
    await keepTwo(placeAt(project));
    const place = guardedPlace(project, { record: newSecret(), seals: true });
    await openFileSilences(place).keep(silence.id, [quiet(3)]);
    expect(await alertsOf(place)).toEqual([quiet(1), quiet(2), quiet(3)]);
    const file = incidentsIn(project, 'silences', `${silence.id}.alerts.jsonl`);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('02:03:00', '02:04:00'));
    expect(await alertsOf(place)).toEqual([quiet(1), quiet(2)]);
  });
});

test('a torn line hides no other, and what was never a silence has no alerts', async () => {
  const project = temporaryFolder();
  await keepTwo(placeAt(project));
  const file = incidentsIn(project, 'silences', `${silence.id}.alerts.jsonl`);
  fs.appendFileSync(file, '\n{"received_at":"2026-11-23T02:0');
  await openFileSilences(placeAt(project)).keep(silence.id, [quiet(4)]);
  expect(await alertsOf(placeAt(project))).toEqual([quiet(1), quiet(2), quiet(4)]);
  for (const id of ['SIL-NONE22', '../../passwd', '']) {
    const found: unknown[] = [];
    for await (const alert of openFileSilences(placeAt(project)).alerts(id)) found.push(alert);
    expect(found).toEqual([]);
  }
});
