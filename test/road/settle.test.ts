import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/incident/incident.ts';
import type { Delivery, Message, Notifier } from '../../src/notify/notifier.ts';
import { keepTime } from '../../src/road/keep-time.ts';
import { settle, type TellingDesk } from '../../src/road/settle.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { acknowledged, at, declared, policyOf, resolved, slackAndEmail } from '../reactions/record.ts';
import { placeAt } from '../support/file-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = 'INC-20261123-7KQ2MX';
const sent: Delivery = { ok: true, reference: null };
const unreachable: Delivery = { ok: false, reason: 'unreachable', detail: 'refused', retry: true, retry_after: null };

/** Writes down what it was given, and answers as it is told. */
class RecordingNotifier implements Notifier {
  readonly delivered: Message[] = [];
  readonly references: (readonly string[])[] = [];
  readonly #answer: (message: Message) => Delivery | Promise<Delivery>;

  constructor(answer: (message: Message) => Delivery | Promise<Delivery> = () => sent) {
    this.#answer = answer;
  }

  async deliver(message: Message, references: readonly string[]): Promise<Delivery> {
    this.delivered.push(message);
    this.references.push(references);
    // Other processes get their turn in between, as they would while a server answers.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return this.#answer(message);
  }

  async close(): Promise<void> {}
}

async function begin(folder: string): Promise<{ readonly store: IncidentStore; readonly incident: Incident }> {
  const store = openFileStore(placeAt(folder));
  const created = await store.create({ id, claim: null, events: [declared()], recorded_at: at(0) });
  if (!created.ok) throw new Error(created.reason);
  return { store, incident: created.incident };
}

function deskOf(store: IncidentStore, notifier: Notifier, minutes: number, policy = policyOf()): TellingDesk {
  return { store, notifier, policy, language: 'en', now: () => at(minutes) };
}

describe('settling', () => {
  it('tells who is to be told, and the record says so', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const notifier = new RecordingNotifier();
    const told = await settle(incident, deskOf(store, notifier, 0), 10);
    expect(told).toMatchObject({ attempted: 1, sent: 1, last_resort: null, next_at: at(5) });
    expect(notifier.delivered).toMatchObject([
      { to: 'ana@example.com', kind: 'page', next: [`incident ack ${id}`, `incident show ${id}`] },
    ]);
    const kept = await store.read(id);
    expect(kept?.notifications).toMatchObject([{ to: 'ana', channel: 'email', state: 'sent', attempts: 1 }]);
  });

  it('costs two entries however many are told, and none when nothing is due', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const desk = deskOf(store, new RecordingNotifier(), 20);
    const told = await settle(incident, desk, 10);
    expect(told.sent).toBe(3);
    expect(told.incident.revision).toBe(incident.revision + 2);
    expect((await settle(told.incident, desk, 10)).incident.revision).toBe(told.incident.revision);
  });

  it('sends each message once, however many settle at the same time', async () => {
    const folder = temporaryFolder();
    const { incident } = await begin(folder);
    const notifier = new RecordingNotifier();
    const desks = Array.from({ length: 8 }, () => deskOf(openFileStore(placeAt(folder)), notifier, 20));
    const told = await Promise.all(desks.map((desk) => settle(incident, desk, 10)));
    expect(notifier.delivered.map(({ to }) => to).toSorted()).toEqual([
      'ana@example.com',
      'bo@example.com',
      'cy@example.com',
    ]);
    expect(told.reduce((sum, one) => sum + one.sent, 0)).toBe(3);
  });

  it('keeps how it went after a decision that came in between', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const notifier = new RecordingNotifier(async () => {
      const now = await store.read(id);
      await store.append(id, now?.revision ?? 0, [acknowledged(0)], at(0));
      return sent;
    });
    const told = await settle(incident, deskOf(store, notifier, 0), 10);
    expect(told.incident.status).toBe('investigating');
    expect(told.incident.notifications).toMatchObject([{ state: 'sent' }]);
  });

  it('hands over what earlier messages to the same recipient are called', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const steps = [{ after: '0m', notify: ['oncall:primary'] }];
    const policy = policyOf({ escalation: { default: { steps, repeat: 2, repeat_every: '5m' } } });
    let count = 0;
    const notifier = new RecordingNotifier(() => {
      count += 1;
      return { ok: true, reference: `message-${count}` };
    });
    let state = incident;
    for (const minutes of [0, 5, 10])
      state = (await settle(state, deskOf(store, notifier, minutes, policy), 10)).incident;
    expect(notifier.references).toEqual([[], ['message-1'], ['message-1', 'message-2']]);
  });
});

describe('when channels fail', () => {
  it('a dead one does not delay another', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const policy = policyOf({ notifications: slackAndEmail });
    const reached: string[] = [];
    const notifier = new RecordingNotifier((message) => {
      if (message.channel === 'slack') return new Promise(() => {});
      reached.push(message.to);
      return sent;
    });
    const began = Date.now();
    const desk = {
      ...deskOf(store, notifier, 0, policy),
      now: () => new Date(Date.parse(at(0)) + Date.now() - began).toISOString(),
    };
    const told = await settle(incident, desk, 0.3);
    expect(Date.now() - began).toBeLessThan(2000);
    expect(reached).toEqual(['ana@example.com']);
    expect(told.last_resort).toBeNull();
    const states = told.incident.notifications.map(({ channel, state, reason }) => `${channel} ${state} ${reason}`);
    expect(states.toSorted()).toEqual(['email sent null', 'slack waiting timed-out']);
  });

  it('the next way of a person is tried in the same go', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const people = { ana: { slack: 'U0ANA', email: 'ana@example.com', channels: { default: ['slack'] } } };
    const policy = policyOf({ notifications: slackAndEmail, people });
    const notifier = new RecordingNotifier(({ channel }) => (channel === 'slack' ? unreachable : sent));
    const told = await settle(incident, deskOf(store, notifier, 0, policy), 10);
    expect(notifier.delivered.map(({ channel }) => channel)).toEqual(['slack', 'email']);
    expect(told).toMatchObject({ attempted: 2, sent: 1, last_resort: null });
  });

  it('nobody being reached gives the names and numbers to call, those who are meant first', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const told = await settle(incident, deskOf(store, new RecordingNotifier(() => unreachable), 6), 10);
    expect(told.last_resort?.people.map(({ name, phone }) => `${name} ${phone}`)).toEqual([
      'Ana Lima +1 202 555 0101',
      'Bo Chen +1 202 555 0102',
      'Cy Okoro null',
    ]);
    expect(told.last_resort?.text).toContain('SEV-2: orders fail (checkout)');
    expect(told.last_resort?.text).toContain(`incident ack ${id}`);
  });

  it('a repeat while nobody has been reached says so again, though nothing is due', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const notifier = new RecordingNotifier(() => unreachable);
    const first = await settle(incident, deskOf(store, notifier, 0), 10);
    const second = await settle(first.incident, deskOf(store, notifier, 0.1), 10);
    expect(second).toMatchObject({ attempted: 0 });
    expect(second.last_resort).not.toBeNull();
  });

  it('a person who lost their address is an outcome and not a fault', async () => {
    const { store, incident } = await begin(temporaryFolder());
    const failed = await settle(incident, deskOf(store, new RecordingNotifier(() => unreachable), 0), 10);
    const policy = policyOf({ people: { ana: { name: 'Ana Lima' } } });
    const told = await settle(failed.incident, deskOf(store, new RecordingNotifier(), 1, policy), 10);
    expect(told.incident.notifications[0]).toMatchObject({ state: 'failed', reason: 'recipient-unknown' });
  });
});

describe('keeping time', () => {
  it('looks after every open incident, worst first, after the other duties', async () => {
    const store = openFileStore(placeAt(temporaryFolder()));
    const severities = ['SEV-3', 'SEV-1', 'SEV-2'] as const;
    for (const [index, severity] of severities.entries()) {
      const event = declared(severity);
      const own = `INC-20261123-00000${index + 2}`;
      const events = [{ ...event, data: { ...event.data, id: own } } as typeof event];
      await store.create({ id: own, claim: null, events, recorded_at: at(0) });
    }
    const looked: string[] = [];
    const notifier = new RecordingNotifier();
    const kept = await keepTime(deskOf(store, notifier, 0), [
      async (incident) => {
        looked.push(incident.severity);
        return incident;
      },
    ]);
    expect(looked).toEqual(['SEV-1', 'SEV-2', 'SEV-3']);
    expect(kept).toMatchObject({ attempted: 3, sent: 3, next_at: at(5) });
  });

  it('any number of ticks at once page each step once', async () => {
    const folder = temporaryFolder();
    await begin(folder);
    const notifier = new RecordingNotifier();
    for (const minutes of [0, 4, 5, 6, 15, 16]) {
      const ticks = Array.from({ length: 4 }, () =>
        keepTime(deskOf(openFileStore(placeAt(folder)), notifier, minutes), []),
      );
      await Promise.all(ticks);
    }
    expect(notifier.delivered.map(({ to }) => to)).toEqual(['ana@example.com', 'bo@example.com', 'cy@example.com']);
  });

  it('says nothing more once it is resolved', async () => {
    const { store, incident } = await begin(temporaryFolder());
    await store.append(id, incident.revision, [acknowledged(0), resolved(1)], at(1));
    const notifier = new RecordingNotifier();
    expect(await keepTime(deskOf(store, notifier, 60), [])).toMatchObject({ attempted: 0, next_at: null });
  });
});
