import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { receiveAlerts } from '../../src/road/receive-alerts.ts';
import { respond } from '../../src/road/respond.ts';
import { sanitiseEvents } from '../../src/road/sanitise-events.ts';
import { openFileSilences } from '../../src/store/file-silences.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { everyCommand } from '../support/every-command.ts';
import { placeAt } from '../support/file-place.ts';
import { commandOf } from '../support/given.ts';
import { alertOf, declarationOf, fact, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const token = ['ghp', 'Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8'].join('_');
const mail = ['jane.roe', 'customer.example'].join('@');
const fresh = { salt: 'salt', by_digest: {}, counts: {} };

test('what is replaced for the first time is remembered once, and reads the same ever after', () => {
  const first = sanitiseEvents([note(`${token} leaked`), note(`again ${token}`)], fresh, {});
  expect(first.map(({ type }) => type)).toEqual(['note.added', 'note.added', 'text.sanitised']);
  expect(JSON.stringify(first)).not.toContain(token);
  const remembered = first.find((event) => event.type === 'text.sanitised');
  if (remembered?.type !== 'text.sanitised') throw new Error('nothing was remembered');
  const [placeholder = ''] = Object.values(remembered.data.by_digest);
  expect(JSON.stringify(first[1])).toContain(placeholder);
  const second = sanitiseEvents([note(`and ${token}`)], { ...fresh, ...remembered.data }, {});
  expect(second).toHaveLength(1);
  expect(JSON.stringify(second)).toContain(placeholder);
});

test('text without anything to hide stays as it is, without an entry of its own', () => {
  const events = [note('p99 rose to 910 ms'), fact('claim.added', { claim: 'group:0123456789abcdef' })];
  expect(sanitiseEvents(events, fresh, {})).toEqual(events);
});

test('what the program wrote itself is left alone, or the record would break', () => {
  const { events } = declarationOf({
    id: idOf(1),
    claims: ['group:0123456789abcdef', `fingerprint:${'f'.repeat(16)}`],
    follows: [idOf(2)],
  });
  expect(sanitiseEvents(events, fresh, {})).toEqual(events);
  const alert = { ...alertOf('1234567890123456'), title: `call ${mail}` };
  const [received] = sanitiseEvents([fact('alert.received', { alert, payload: { who: mail } })], fresh, {});
  expect(received).toMatchObject({ data: { alert: { fingerprint: '1234567890123456' } } });
  expect(JSON.stringify(received)).not.toContain(mail);
});

test('no file holds a secret that an alert, a person or a workflow said', async () => {
  const folder = temporaryFolder();
  const place = placeAt(folder);
  const store = openFileStore(place);
  const reception = {
    store,
    silences: openFileSilences(place),
    policy: { by: ['service'], window: 300, max_age: 4 * 3600, reopen_within: 1800 },
    sanitising: {},
    newBirth: () => ({ id: idOf(1), salt: 'salt' }),
    onCall: async () => null,
  };
  const alert = {
    ...alertOf('f1', `login of ${mail} failed`),
    service: `api ${token}`,
    labels: { key: token, [token]: 'x' },
    links: [`https://x.example/?token=${token}`],
  };
  const assessment = { severity: 'SEV-2', because: `the label says ${token}` } as const;
  await receiveAlerts(
    [{ alert, payload: { deep: [{ password: token, [token]: mail }] }, assessment }],
    { by: null, at: minute(0), now: minute(0) },
    reception,
  );
  const say = (wish: Parameters<typeof commandOf>[0]) => respond(idOf(1), commandOf(wish), { store, sanitising: {} });
  await say({
    ...everyCommand['add-note'],
    text: `${mail} used ${token}`,
    evidence: [`https://x.example/?token=${token}`],
  });
  await say({ ...everyCommand['propose-mitigation'], args: [{ name: 'token', value: token }] });
  await say({ ...everyCommand['finish-workflow'], excerpt: `Authorization: Bearer ${token}`, text: mail });
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  for (const entry of files) {
    const text = fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    expect(
      [token, mail].filter((secret) => text.includes(secret)),
      entry.name,
    ).toEqual([]);
  }
});
