import { describe } from './describe.ts';
import { measureDurations } from './durations.ts';
import type { EventData, RecordedEvent } from './event.ts';
import { addAlert, foldIntoTimeline } from './evolve-alerts.ts';
import { evolveMitigation } from './evolve-mitigation.ts';
import { evolveNotification } from './evolve-notification.ts';
import { evolvePostMortem } from './evolve-post-mortem.ts';
import type { Incident, TimelineEntry } from './incident.ts';
import { reachMilestone } from './reach-milestone.ts';
import { worseOf } from './severity.ts';
import { phaseOf } from './status.ts';

/**
 * Applies one fact to the state: the only way the state ever changes.
 *
 * The first event of an incident is always `incident.declared`; anything else before it is ignored, so that a record
 * whose beginning is missing shows as missing instead of as a half incident.
 */
export function evolve(incident: Incident | null, event: RecordedEvent): Incident | null {
  if (incident === null) return event.type === 'incident.declared' ? declare(event, event.data) : null;
  const changed = apply(incident, event);
  const next: Incident = {
    ...changed,
    phase: phaseOf(changed.status),
    last_seq: event.seq,
    timeline: bookkeeping.has(event.type)
      ? incident.timeline
      : foldIntoTimeline(incident.timeline, toEntry(event), changed.flapping),
  };
  return { ...next, durations: measureDurations(next) };
}

/** Facts that only the program needs; they stay in the journal and out of the timeline. */
const bookkeeping: ReadonlySet<string> = new Set(['text.sanitised', 'claim.added', 'notification.claimed']);

function apply(incident: Incident, event: RecordedEvent): Incident {
  switch (event.type) {
    case 'incident.declared':
      return incident;
    case 'alert.received':
    case 'alert.repeated':
    case 'alert.cleared':
      return addAlert(incident, event);
    case 'flapping.noticed':
      return { ...incident, flapping: [...incident.flapping, event.data.fingerprint] };
    case 'text.sanitised':
      return {
        ...incident,
        placeholders: {
          ...incident.placeholders,
          by_digest: { ...incident.placeholders.by_digest, ...event.data.by_digest },
          counts: event.data.counts,
        },
      };
    case 'claim.added':
      return { ...incident, claims: [...incident.claims, event.data.claim] };
    case 'claim.passed':
      return { ...incident, passed_claims: { ...incident.passed_claims, [event.data.claim]: event.data.to } };
    case 'severity.changed':
      return {
        ...incident,
        severity: event.data.to,
        highest_severity: worseOf(incident.highest_severity, event.data.to),
        severity_because: event.data.because,
      };
    case 'incident.acknowledged':
      return reachMilestone(
        { ...incident, status: incident.status === 'open' ? 'investigating' : incident.status },
        'acknowledged',
        incident.acknowledged_at ?? event.at,
      );
    case 'role.assigned':
      return assign(incident, event.data);
    case 'note.added':
      return event.data.milestone === null
        ? incident
        : reachMilestone(incident, event.data.milestone, event.at, 'by-hand');
    case 'incident.escalated':
    case 'update.posted':
    case 'original.revealed':
    case 'gate.overridden':
      return incident;
    case 'mitigation.proposed':
    case 'mitigation.approved':
    case 'workflow.started':
    case 'workflow.finished':
    case 'mitigation.judged':
      return evolveMitigation(incident, event);
    case 'verification.recorded':
    case 'verification.attested':
      return {
        ...incident,
        verification: [
          ...incident.verification,
          {
            seq: event.seq,
            at: event.at,
            by: event.by,
            passed: event.type === 'verification.attested' || event.data.passed,
            attested: event.type === 'verification.attested' ? event.data.text : null,
            checks: event.type === 'verification.recorded' ? event.data.checks : [],
            ...(event.type === 'verification.recorded' && event.data.attempts && { attempts: event.data.attempts }),
          },
        ],
      };
    case 'incident.resolved':
      return reachMilestone({ ...incident, status: 'resolved' }, 'resolved', event.at);
    case 'incident.reopened':
      return {
        ...incident,
        status: 'investigating',
        state_changes: {},
        flapping: [],
        reopened_at: event.at,
        resolved_at: null,
        mitigated_at: null,
        dated_by_hand: incident.dated_by_hand.filter(
          (milestone) => milestone !== 'mitigated' && milestone !== 'resolved',
        ),
      };
    case 'incident.merged':
      return { ...incident, merged_into: event.data.into };
    case 'incident.closed':
      return { ...incident, status: 'closed', closed_at: event.at };
    case 'root-cause.recorded':
    case 'action.added':
    case 'action.done':
    case 'action.dropped':
    case 'post-mortem.scheduled':
    case 'post-mortem.drafted':
    case 'post-mortem.finalized':
    case 'actions.handed-over':
      return evolvePostMortem(incident, event);
    case 'channel.opened': {
      const { channel, name, reference } = event.data;
      return { ...incident, chat: { channel, name, summary_reference: reference } };
    }
    case 'notification.claimed':
    case 'notification.sent':
    case 'notification.failed':
    case 'notification.suppressed':
    case 'notification.expired':
      return evolveNotification(incident, event);
  }
}

function assign(incident: Incident, { role, person }: EventData['role.assigned']): Incident {
  const holders = role === 'responder' ? [...new Set([...(incident.roles.responder ?? []), person])] : [person];
  return {
    ...incident,
    commander: role === 'commander' ? person : incident.commander,
    roles: { ...incident.roles, [role]: holders },
  };
}

function toEntry(event: RecordedEvent): TimelineEntry {
  const { payload: _kept_in_alerts_folder, ...data } = { payload: undefined, ...event.data };
  return {
    seq: event.seq,
    at: event.at,
    recorded_at: event.recorded_at,
    type: event.type,
    by: event.by,
    text: describe(event),
    data,
  };
}

function declare(event: RecordedEvent, declared: EventData['incident.declared']): Incident {
  const times = {
    started_at: declared.started_at,
    detected_at: declared.detected_at,
    declared_at: event.at,
    acknowledged_at: null,
    mitigated_at: null,
    resolved_at: null,
    closed_at: null,
  };
  return {
    id: declared.id,
    title: declared.title,
    status: 'open',
    phase: phaseOf('open'),
    severity: declared.severity,
    highest_severity: declared.severity,
    severity_because: declared.severity_because,
    service: declared.service,
    source: declared.source,
    commander: null,
    roles: {},
    fingerprints: [],
    firing: [],
    state_changes: {},
    flapping: [],
    alert_count: 0,
    alerts: [],
    first_alert_at: null,
    last_alert_at: null,
    ...times,
    durations: measureDurations(times),
    claims: declared.claims,
    passed_claims: {},
    follows: declared.follows,
    merged_into: null,
    timeline: [toEntry(event)],
    mitigations: [],
    verification: [],
    notifications: [],
    chat: null,
    root_cause: null,
    contributing_factors: [],
    action_items: [],
    post_mortem: { state: 'none', version: 0, meeting: null, reviewers: [] },
    dated_by_hand: [],
    reopened_at: null,
    placeholders: { salt: declared.salt, by_digest: {}, counts: {} },
    revision: 0,
    last_seq: event.seq,
  };
}
