import fc from 'fast-check';
import type { AlertStatus } from '../../src/incident/alert.ts';
import { type EventData, type EventType, type IncidentEvent, noteKinds, verdicts } from '../../src/incident/event.ts';
import { milestones } from '../../src/incident/milestone.ts';
import { roles } from '../../src/incident/role.ts';
import { severities } from '../../src/incident/severity.ts';
import { alertOf, fact, idOf, minute } from './store-events.ts';

const text = fc.constantFrom('', 'x', 'ё🔥', '__proto__', 'constructor');
const moment = fc.integer({ min: -30, max: 90 }).map(minute);
const severity = fc.constantFrom(...severities);
const mitigation = fc.constantFrom('M1', 'M2', '__proto__');
const action = fc.constantFrom('A1', 'A2');
const outcome = fc.constantFrom('succeeded', 'failed', 'timed-out', 'workflow-not-configured', 'outcome-unknown');
const claim = fc.constantFrom('group:a', 'fingerprint:f1', '__proto__');
const alert = fc
  .tuple(fc.constantFrom('f1', 'f2', '__proto__'), fc.constantFrom<AlertStatus | null>('firing', 'resolved', null))
  .map(([fingerprint, status]) => ({ alert: { ...alertOf(fingerprint), status }, payload: {} }));
const notice = fc.record({
  key: fc.constantFrom('k1', 'k2', '__proto__'),
  to: text,
  channel: fc.constantFrom('email', 'slack'),
  reason: fc.constantFrom(null, 'timed-out'),
  re: fc.constant(1),
  attempt: fc.integer({ min: 1, max: 4 }),
  retry_at: fc.option(moment),
});
const claimedMessage = notice.map(({ reason: _, retry_at: __, ...message }) => ({
  ...message,
  via: null,
  person: 'ana',
  kind: 'declared',
  audience: 'responders',
}));
const lists = fc.array(text, { maxLength: 2 });

/** What each fact may carry: a fact without an entry here does not compile. */
const dataOf: { readonly [Type in EventType]: fc.Arbitrary<EventData[Type]> } = {
  'incident.declared': fc.constant({
    id: idOf(9),
    title: 'Another beginning',
    service: null,
    source: 'test',
    severity: 'SEV-4',
    severity_because: '',
    started_at: null,
    detected_at: minute(0),
    claims: [],
    follows: [],
    salt: 's',
  }),
  'alert.received': alert,
  'alert.repeated': alert,
  'alert.cleared': alert,
  'flapping.noticed': fc.record({
    fingerprint: fc.constantFrom('f1', 'f2'),
    title: text,
    service: fc.option(text),
    changes: fc.constant(4),
    within_seconds: fc.constant(60),
  }),
  'text.sanitised': fc.record({ by_digest: fc.dictionary(text, text), counts: fc.constant({ secret: 1 }) }),
  'claim.added': fc.record({ claim }),
  'claim.passed': fc.record({ claim, to: fc.constant(idOf(2)) }),
  'severity.changed': fc.record({ from: severity, to: severity, because: text }),
  'incident.acknowledged': fc.constant({}),
  'incident.escalated': fc.record({ because: text }),
  'role.assigned': fc.record({ role: fc.constantFrom(...roles), person: text, because: text }),
  'note.added': fc.record({
    kind: fc.constantFrom(...noteKinds),
    text,
    evidence: lists,
    milestone: fc.option(fc.constantFrom(...milestones)),
    amends: fc.option(fc.nat()),
  }),
  'update.posted': fc.record({ text, next_update_at: fc.option(moment) }),
  'mitigation.proposed': fc.record({ mitigation, workflow: text, args: fc.constant([]), because: text }),
  'mitigation.approved': fc.record({ mitigation, approves: text, expires_at: fc.option(moment) }),
  'workflow.started': fc.record({ mitigation, workflow: text, command: lists }),
  'gate.overridden': fc.record({
    gate: fc.constantFrom('approval', 'verification'),
    mitigation: fc.constant(null),
    because: text,
  }),
  'workflow.finished': fc.record({
    mitigation,
    workflow: text,
    outcome,
    exit_code: fc.option(fc.nat(255)),
    text,
    excerpt: text,
    seconds: fc.option(fc.nat()),
  }),
  'mitigation.judged': fc.record({ mitigation: fc.option(mitigation), verdict: fc.constantFrom(...verdicts), text }),
  'verification.recorded': fc.record({ passed: fc.boolean(), checks: fc.constant([]) }),
  'verification.attested': fc.record({ text }),
  'incident.resolved': fc.record({ basis: text }),
  'incident.reopened': fc.record({ because: text }),
  'incident.merged': fc.record({ into: fc.constant(idOf(3)) }),
  'incident.closed': fc.record({ because: text }),
  'root-cause.recorded': fc.record({
    trigger: fc.option(text),
    factors: lists,
    whys: lists,
    went_well: lists,
    was_difficult: lists,
    got_lucky: lists,
  }),
  'action.added': action.map((id) => ({
    action: {
      id,
      text: 'x',
      owner: null,
      type: null,
      priority: null,
      due: null,
      ticket: null,
      end_state: null,
      factor: null,
      state: 'open',
      because: null,
    },
  })),
  'action.done': fc.record({ action, because: fc.option(text) }),
  'action.dropped': fc.record({ action, because: text }),
  'post-mortem.scheduled': fc.record({ starts_at: moment, minutes: fc.nat(60), attendees: lists, sequence: fc.nat(3) }),
  'post-mortem.drafted': fc.record({ version: fc.nat(9), revision: fc.nat(9) }),
  'post-mortem.finalized': fc.record({ version: fc.nat(9), reviewers: lists }),
  'actions.handed-over': fc.record({ outcome, text, actions: lists }),
  'original.revealed': fc.record({ seq: fc.nat(9) }),
  'channel.opened': fc.record({ channel: text, name: text, reference: fc.option(text) }),
  'notification.claimed': fc.record({ until: moment, messages: fc.array(claimedMessage, { maxLength: 2 }) }),
  'notification.sent': notice,
  'notification.failed': notice,
  'notification.suppressed': notice,
  'notification.expired': notice,
};

/** The name of every fact there is. */
export const eventTypes = Object.keys(dataOf) as readonly EventType[];

/** Any fact at all, whether or not it makes sense where it comes. */
export const anyEvent: fc.Arbitrary<IncidentEvent> = fc
  .constantFrom(...eventTypes)
  .chain((type) =>
    fc
      .tuple(dataOf[type] as fc.Arbitrary<EventData[typeof type]>, fc.integer({ min: -20, max: 120 }))
      .map(([data, offset]) => fact(type, data, offset)),
  );

/** Any fact of one kind. */
export function anyOf(type: EventType): fc.Arbitrary<IncidentEvent> {
  return (dataOf[type] as fc.Arbitrary<EventData[typeof type]>).map((data) => fact(type, data, 15));
}
