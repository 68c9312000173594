import { formatDuration } from '../incident/duration.ts';
import type { Incident } from '../incident/incident.ts';
import { isOngoing, later } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { reactionOf } from './owed-message.ts';
import { nextUpdateDue } from './reminders.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** Something about an open incident that should have happened by now. */
export interface Overdue {
  readonly kind: 'step-overdue' | 'update-overdue' | 'not-delivered' | 'commander-unassigned';
  readonly incident_id: string;
  readonly text: string;
  readonly overdue_seconds: number | null;
  /** The step of the escalation; null for everything else. */
  readonly step: number | null;
}

/** An incident may be without a commander for so long, in seconds. */
const leaderlessSeconds = 600;

/** Everything overdue in one incident, most pressing first. */
export function findOverdue(incident: Incident, now: string, policy: TellingPolicy): readonly Overdue[] {
  if (!isOngoing(incident)) return undelivered(incident);
  return [
    ...overdueSteps(incident, now, policy),
    ...overdueUpdate(incident, now, policy),
    ...undelivered(incident),
    ...leaderless(incident, now),
  ];
}

function overdueSteps(incident: Incident, now: string, { config }: TellingPolicy): readonly Overdue[] {
  return (ladderOf(incident, config, now)?.steps ?? [])
    .filter((step) => !step.taken && step.due_at < now)
    .map(({ step, turn, due_at }) => {
      const seconds = secondsBetween(due_at, now);
      const text = `step ${step}${turn > 1 ? ` of round ${turn}` : ''} overdue by ${formatDuration(seconds)}`;
      return { kind: 'step-overdue', incident_id: incident.id, text, overdue_seconds: seconds, step };
    });
}

function overdueUpdate(incident: Incident, now: string, policy: TellingPolicy): readonly Overdue[] {
  const due = nextUpdateDue(incident, policy)?.at ?? null;
  if (due === null || due >= now) return [];
  const seconds = secondsBetween(due, now);
  const text = `update overdue by ${formatDuration(seconds)}`;
  return [{ kind: 'update-overdue', incident_id: incident.id, text, overdue_seconds: seconds, step: null }];
}

/** A message that failed matters where the same news reached its person no other way. */
function undelivered({ id, notifications }: Incident): readonly Overdue[] {
  const reached = new Set(
    notifications
      .filter(({ state }) => state === 'sent')
      .map(({ key, person, to }) => `${reactionOf(key)}/${person ?? to}`),
  );
  return (
    notifications
      .filter(({ state, claimed_until }) => state === 'failed' || (state === 'waiting' && claimed_until === null))
      // Whoever is missing in the chat was told of the incident all the same.
      .filter(({ kind, key, person, to }) => kind !== 'invite' && !reached.has(`${reactionOf(key)}/${person ?? to}`))
      .map(({ to, channel, via, kind, state, reason, retry_at }) => ({
        kind: 'not-delivered',
        incident_id: id,
        text: `${kind} to ${to} by ${via === null ? channel : `${channel}:${via}`} ${state === 'failed' ? 'given up' : `not delivered yet, next attempt ${sayMoment(retry_at)}`}: ${reason ?? 'unknown reason'}`,
        overdue_seconds: null,
        step: null,
      }))
  );
}

function sayMoment(at: string | null): string {
  return at === null ? 'now' : `${at.slice(0, 19).replace('T', ' ')} UTC`;
}

function leaderless({ id, commander, timeline }: Incident, now: string): readonly Overdue[] {
  const since = timeline[0]?.recorded_at;
  if (commander !== null || since === undefined || later(since, leaderlessSeconds) > now) return [];
  const seconds = secondsBetween(since, now);
  const text = `no commander for ${formatDuration(seconds)}`;
  return [{ kind: 'commander-unassigned', incident_id: id, text, overdue_seconds: seconds, step: null }];
}

function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}
