import type { EventType, IncidentEvent } from '../incident/event.ts';

/** A fact as a journal entry holds it: the moment of writing stands once, in the entry. */
export type KeptEvent = IncidentEvent & { readonly seq: number };

// Spelled out so that adding an event type without teaching the store about it fails to compile.
const knownTypes = {
  'incident.declared': true,
  'alert.received': true,
  'alert.repeated': true,
  'alert.cleared': true,
  'flapping.noticed': true,
  'claim.added': true,
  'claim.passed': true,
  'severity.changed': true,
  'incident.acknowledged': true,
  'incident.escalated': true,
  'role.assigned': true,
  'note.added': true,
  'update.posted': true,
  'mitigation.proposed': true,
  'mitigation.approved': true,
  'workflow.started': true,
  'workflow.finished': true,
  'mitigation.judged': true,
  'gate.overridden': true,
  'verification.recorded': true,
  'verification.attested': true,
  'incident.resolved': true,
  'incident.reopened': true,
  'incident.merged': true,
  'incident.closed': true,
  'root-cause.recorded': true,
  'action.added': true,
  'action.done': true,
  'action.dropped': true,
  'post-mortem.scheduled': true,
  'post-mortem.drafted': true,
  'post-mortem.finalized': true,
  'actions.handed-over': true,
  'text.sanitised': true,
  'original.revealed': true,
  'channel.opened': true,
  'notification.claimed': true,
  'notification.sent': true,
  'notification.failed': true,
  'notification.suppressed': true,
  'notification.expired': true,
} as const satisfies Record<EventType, true>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for an event type this version knows; false means that a newer version wrote the record. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(knownTypes, type);
}

/** True for the envelope of a known event; what it carries is covered by the entry's hash. */
export function isKeptEvent(value: unknown): value is KeptEvent {
  return (
    isObject(value) &&
    typeof value['type'] === 'string' &&
    isKnownType(value['type']) &&
    Number.isSafeInteger(value['seq']) &&
    typeof value['at'] === 'string' &&
    (value['by'] === null || typeof value['by'] === 'string') &&
    isObject(value['data'])
  );
}
