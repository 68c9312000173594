import { formatDuration } from './duration.ts';
import type { IncidentEvent } from './event.ts';
import { roleNames } from './role.ts';

/** Says in one English sentence what a fact means, for the timeline and the report. */
export function describe(event: IncidentEvent): string {
  switch (event.type) {
    case 'incident.declared':
      return `${event.data.severity} incident declared: ${event.data.title}`;
    case 'alert.received':
      return `alert: ${event.data.alert.title}${on(event.data.alert.service)}`;
    case 'alert.repeated':
      return `alert repeated: ${event.data.alert.title}${on(event.data.alert.service)}`;
    case 'alert.cleared':
      return `alert cleared: ${event.data.alert.title}${on(event.data.alert.service)}`;
    case 'flapping.noticed':
      return `flapping: ${event.data.title}${on(event.data.service)} changed ${event.data.changes} times within ${formatDuration(event.data.within_seconds)}`;
    case 'text.sanitised':
      return `taken out of the text: ${Object.values(event.data.by_digest).join(', ')}`;
    case 'claim.added':
      return 'further alerts of this kind join this incident';
    case 'claim.passed':
      return `later alerts of this kind go to ${event.data.to}`;
    case 'severity.changed':
      return `severity ${event.data.from} → ${event.data.to}: ${event.data.because}`;
    case 'incident.acknowledged':
      return 'acknowledged';
    case 'incident.escalated':
      return `escalated: ${event.data.because}`;
    case 'role.assigned':
      return `${roleNames[event.data.role]} is ${event.data.person}${event.data.because === '' ? '' : ` (${event.data.because})`}`;
    case 'note.added':
      return event.data.text;
    case 'update.posted':
      return `update: ${[event.data.text, ...named(event.data, ['conditions', 'actions', 'needs'])].join('; ')}`;
    case 'mitigation.proposed':
      return `${event.data.mitigation} proposed: ${event.data.workflow}${event.data.because === '' ? '' : `, because ${event.data.because}`}`;
    case 'mitigation.approved':
      return `${event.data.mitigation} approved${event.data.signer === undefined ? '' : `, signed by ${event.data.signer}`}`;
    case 'gate.overridden':
      return `${event.data.gate === 'approval' ? `${event.data.mitigation ?? 'a mitigation'} run without approval` : 'resolved without verification'}, on the authority of whoever leads: ${event.data.because}`;
    case 'workflow.started':
      return `${event.data.mitigation} started${event.data.automatic === true ? ' by its playbook' : ''}: ${event.data.workflow}`;
    case 'workflow.finished':
      return `${event.data.mitigation} ${event.data.outcome}: ${event.data.text}`;
    case 'mitigation.judged':
      return `${event.data.mitigation ?? 'mitigation by hand'}: ${event.data.verdict}${colon(event.data.text)}`;
    case 'verification.recorded':
      return `verification ${event.data.passed ? 'passed' : 'failed'}: ${event.data.checks.map((check) => `${check.name} ${check.passed ? 'ok' : `failed (${check.detail})`}`).join(', ')}`;
    case 'verification.attested':
      return `health attested: ${event.data.text}`;
    case 'incident.resolved':
      return `resolved: ${event.data.basis}`;
    case 'incident.reopened':
      return `reopened: ${event.data.because}`;
    case 'incident.merged':
      return `merged into ${event.data.into}`;
    case 'incident.closed':
      return `closed${colon(event.data.because)}`;
    case 'root-cause.recorded':
      return event.data.trigger === null ? 'root cause analysis extended' : `trigger: ${event.data.trigger}`;
    case 'action.added':
      return `action ${event.data.action.id}: ${event.data.action.text}`;
    case 'action.done':
      return `action ${event.data.action} done`;
    case 'action.dropped':
      return `action ${event.data.action} dropped: ${event.data.because}`;
    case 'post-mortem.scheduled':
      return `post-mortem meeting on ${event.data.starts_at.slice(0, 16).replace('T', ' ')} UTC${event.data.called_off === true ? ' called off' : ''}`;
    case 'post-mortem.drafted':
      return `post-mortem draft ${event.data.version} written`;
    case 'post-mortem.finalized':
      return `post-mortem finalised, reviewed by ${event.data.reviewers.join(', ')}`;
    case 'actions.handed-over':
      return `action items handed over: ${event.data.text}`;
    case 'original.revealed':
      return `the original of alert ${event.data.seq} was opened`;
    case 'channel.opened':
      return `the incident has a channel of its own: #${event.data.name}`;
    case 'notification.claimed':
      return `${event.data.messages.length} ${event.data.messages.length === 1 ? 'message' : 'messages'} about to be sent`;
    case 'notification.sent':
      return `${event.data.to} told by ${event.data.channel}`;
    case 'notification.failed':
      return `${event.data.to} not reached by ${event.data.channel}: ${event.data.reason ?? 'unknown reason'}`;
    case 'notification.suppressed':
      return `${event.data.times === undefined ? 'no message' : `${event.data.times} messages less`} to ${event.data.to} by ${event.data.channel}: ${event.data.reason ?? 'unknown reason'}`;
    case 'notification.expired':
      return `message to ${event.data.to} by ${event.data.channel} expired: ${event.data.reason ?? 'too old'}`;
  }
}

/** The parts that were given, each after its name. */
function named<Part extends string>(data: Readonly<Partial<Record<Part, unknown>>>, parts: readonly Part[]): string[] {
  return parts.flatMap((part) => (data[part] === undefined ? [] : [`${part}: ${data[part]}`]));
}

function on(service: string | null): string {
  return service === null ? '' : ` (${service})`;
}

function colon(text: string): string {
  return text === '' ? '' : `: ${text}`;
}
