import type { EventData, EventType, RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';

/** One line of a story: when it happened, what, by whom, and what it carries. */
export type Told = {
  readonly [Type in EventType]: readonly [at: string, type: Type, by: string | null, data: EventData[Type]];
}[EventType];

/** Lets an incident happen, one event after the other. */
export function tell(story: readonly Told[]): Incident {
  let incident: Incident | null = null;
  story.forEach(([at, type, by, data], index) => {
    const event = { seq: index + 1, at, recorded_at: at, type, by, data } as RecordedEvent;
    incident = evolve(incident, event);
  });
  if (incident === null) throw new Error('a story begins with incident.declared');
  return { ...(incident as Incident), revision: story.length };
}

export const declared = (changes: Partial<EventData['incident.declared']> = {}): EventData['incident.declared'] => ({
  id: 'INC-20260302-7KQ2MX',
  title: 'Checkout answers slowly',
  service: 'checkout',
  source: 'alertmanager',
  severity: 'SEV-2',
  severity_because: 'p99_latency is 1.75 times its SLO',
  started_at: null,
  detected_at: '2026-03-02T10:00:00.000Z',
  claims: [],
  follows: [],
  salt: 'salt',
  ...changes,
});

export const note = (text: string, changes: Partial<EventData['note.added']> = {}): EventData['note.added'] => ({
  kind: 'note',
  text,
  evidence: [],
  milestone: null,
  amends: null,
  ...changes,
});

export const alert = (
  title: string,
  changes: Partial<EventData['alert.received']['alert']> = {},
): EventData['alert.received'] => ({
  alert: {
    source: 'alertmanager',
    status: 'firing',
    title,
    service: 'checkout',
    severity_raw: 'critical',
    fingerprint: '00112233aabbccdd',
    started_at: null,
    labels: {},
    links: [],
    measurement: null,
    ...changes,
  },
  payload: null,
});

export const causes = (changes: Partial<EventData['root-cause.recorded']> = {}): EventData['root-cause.recorded'] => ({
  trigger: null,
  factors: [],
  whys: [],
  went_well: [],
  was_difficult: [],
  got_lucky: [],
  ...changes,
});

export const action = (
  id: string,
  text: string,
  changes: Partial<EventData['action.added']['action']> = {},
): EventData['action.added'] => ({
  action: {
    id,
    text,
    owner: 'payments',
    type: 'prevent',
    priority: 'P1',
    due: '2026-04-01',
    ticket: 'PAY-1',
    end_state: 'the test fails without the change',
    factor: null,
    state: 'open',
    because: null,
    ...changes,
  },
});
