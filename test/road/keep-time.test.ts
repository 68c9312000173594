import { expect, test } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Delivery, Message } from '../../src/notify/notifier.ts';
import { type Duty, keepTime } from '../../src/road/keep-time.ts';
import { settle, type TellingDesk } from '../../src/road/settle.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { acknowledged, at, declared, fact, policyOf, resolved } from '../reactions/record.ts';
import { placeAt } from '../support/file-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sent: Delivery = { ok: true, reference: null };
const unreachable: Delivery = { ok: false, reason: 'unreachable', detail: 'refused', retry: true, retry_after: null };
const closed = (minutes: number) => fact(minutes, 'incident.closed', { because: 'done' });
const meeting = fact(3, 'post-mortem.scheduled', { starts_at: at(1440), minutes: 60, attendees: ['ana'], sequence: 0 });
const quiet = policyOf({ escalation: {}, oncall: {}, services: {} });

function deskOf(store: IncidentStore, minutes: number, delivery: Delivery, policy = quiet) {
  const told: Message['kind'][] = [];
  const notifier = {
    deliver: async ({ kind }: Message) => {
      told.push(kind);
      return delivery;
    },
    close: async () => {},
  };
  const desk: TellingDesk = { store, policy, language: 'en', now: () => at(minutes), notifier };
  return { desk, told };
}

async function begin(store: IncidentStore, number: number, ...events: readonly IncidentEvent[]) {
  const id = `INC-20261123-00000${number}`;
  const event = declared('SEV-3');
  const first = { ...event, data: { ...event.data, id } } as IncidentEvent;
  const created = await store.create({ id, claim: null, events: [first, ...events], recorded_at: at(0) });
  if (!created.ok) throw new Error(created.reason);
  return created.incident;
}

/** An incident whose review was called, whose invitation failed for now, and which was closed then. */
async function closedOwing(store: IncidentStore) {
  const over = await begin(store, 2, acknowledged(1), resolved(2), meeting);
  const { incident } = await settle(over, deskOf(store, 3, unreachable).desk, 10);
  await store.append(incident.id, incident.revision, [closed(4)], at(4));
}

test.each([
  ['is told within a day', 5, ['meeting']],
  ['is given up after that', 24 * 60 + 5, []],
])('what a closed incident still owes %s', async (_when, minutes, kinds) => {
  const store = openFileStore(placeAt(temporaryFolder()));
  await closedOwing(store);
  const { desk, told } = deskOf(store, minutes, sent);
  expect(await keepTime(desk, [])).toMatchObject({ attempted: kinds.length, told: [] });
  expect(told).toEqual(kinds);
});

test('a duty that fails keeps no other incident from being looked after, and is said in the end', async () => {
  const store = openFileStore(placeAt(temporaryFolder()));
  for (const number of [2, 3]) await begin(store, number);
  const looked: string[] = [];
  const duty: Duty = async (incident) => {
    looked.push(incident.id.slice(-1));
    if (looked.length === 1) throw new Error('broken');
    return incident;
  };
  await expect(keepTime(deskOf(store, 0, sent).desk, [duty])).rejects.toThrow('broken');
  expect(looked).toEqual(['2', '3']);
});

test('an incident that dawdles keeps no other one waiting', async () => {
  const store = openFileStore(placeAt(temporaryFolder()));
  for (const number of [2, 3]) await begin(store, number);
  let release = (): void => {};
  const dawdling = new Promise<void>((resolve) => {
    release = resolve;
  });
  const looked: string[] = [];
  const duty: Duty = async (incident) => {
    looked.push(incident.id.slice(-1));
    // The second one lets go of the first, which would wait for ever if it came only after it.
    if (incident.id.endsWith('2')) await dawdling;
    else release();
    return incident;
  };
  await keepTime(deskOf(store, 0, sent).desk, [duty]);
  expect(looked).toEqual(['2', '3']);
}, 10_000);

test.each([
  ['news that reached nobody', [], true],
  ['an invitation that reached nobody', [acknowledged(1), resolved(2), meeting], false],
])('whom to call by hand is said of %s: %j', async (_what, events, said) => {
  const store = openFileStore(placeAt(temporaryFolder()));
  const stakeholders = [{ to: ['email:all@example.com'], from: 'SEV-4', stages, audience: 'internal' }] as const;
  const incident = await begin(store, 2, ...events);
  const policy = policyOf({ ...quiet.config, stakeholders: said ? stakeholders : [] });
  const { last_resort } = await settle(incident, deskOf(store, 4, unreachable, policy).desk, 10);
  expect(last_resort !== null).toBe(said);
});
