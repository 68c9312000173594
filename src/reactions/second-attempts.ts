import type { Incident, NotificationState } from '../incident/incident.ts';
import { audiences, channels, messageKinds } from '../notify/notifier.ts';
import { channelsOf, ownValue } from '../oncall/channels.ts';
import { isOngoing, later } from './entries.ts';
import type { Ladder } from './escalation-ladder.ts';
import { isAboutMeeting } from './meeting-invitations.ts';
import { drop, expire } from './news.ts';
import { type OwedMessage, type OwedNotice, reactionOf } from './owed-message.ts';
import { toMessage } from './recipients.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** A reminder that could not be told for so long helps nobody any more, in seconds. */
const reminderSeconds = 1800;

/** What is owed for messages that are on record and not settled: another attempt, another way, or the end of it. */
export function owedAgain(
  incident: Incident,
  ladder: Ladder | null,
  now: string,
  policy: TellingPolicy,
): {
  readonly messages: readonly OwedMessage[];
  readonly notices: readonly OwedNotice[];
  readonly next_at: readonly string[];
} {
  const messages: OwedMessage[] = [];
  const notices: OwedNotice[] = [];
  const next: string[] = [];
  for (const state of incident.notifications) {
    if (state.state !== 'waiting') continue;
    const free = state.claimed_until ?? state.retry_at ?? now;
    const why = state.claimed_until === null || free <= now ? whyOver(state, incident, ladder, now) : null;
    if (why !== null) notices.push(why);
    else if (free > now) next.push(free);
    else {
      const again = toRetry(state);
      if (again !== null) messages.push(again);
    }
  }
  return { messages: [...messages, ...fallbacks(incident, ladder, policy)], notices, next_at: next };
}

/** Why a waiting message is not tried again; null when it is. */
function whyOver(state: NotificationState, incident: Incident, ladder: Ladder | null, now: string): OwedNotice | null {
  const { key, to, channel, kind, re, attempts, at, lapses, claimed_until, person } = state;
  const message = { key, to, channel, re, attempt: attempts };
  if (claimed_until !== null && lapses > 0) {
    return { type: 'notification.failed', ...message, reason: 'outcome-unknown' };
  }
  const reached = incident.notifications.some(
    (other) => other.state === 'sent' && other.person === person && reactionOf(other.key) === reactionOf(key),
  );
  // A mail that a server took wakes nobody up, so a page goes on knocking by every way until somebody answers.
  if (kind !== 'page' && person !== null && reached) return drop(message, 'reached-by-another-channel');
  if (kind === 'page') {
    if (ladder === null) return expire(message, isOngoing(incident) ? 'escalation-over' : 'resolved-meanwhile');
    if (!key.startsWith(`page-${ladder.run.seq}-`)) return expire(message, 'replaced-by-new-escalation');
    const answer = ladder.run.answered_at.at(-1);
    if (ladder.answered && answer !== undefined && answer > at) return expire(message, 'acknowledged-meanwhile');
  }
  if (kind === 'reminder' && (!isOngoing(incident) || later(at, reminderSeconds) < now))
    return expire(message, 'too-old');
  return null;
}

/** The same message once more; null for one whose record names a way that this version does not know. */
function toRetry({
  key,
  to,
  via,
  person,
  re,
  attempts,
  claimed_until,
  maybe_repeated,
  reason,
  ...state
}: NotificationState): OwedMessage | null {
  const channel = channels.find((known) => known === state.channel);
  const kind = messageKinds.find((known) => known === state.kind);
  const audience = audiences.find((known) => known === state.audience);
  if (channel === undefined || kind === undefined || audience === undefined) return null;
  const uncertain = maybe_repeated || claimed_until !== null || reason === 'timed-out';
  return { key, to, channel, via, person, kind, audience, re, attempt: attempts + 1, maybe_repeated: uncertain };
}

/** The next way to a person whom no way has reached so far, taken at once while the others are still tried again. */
function fallbacks(incident: Incident, ladder: Ladder | null, { config }: TellingPolicy): readonly OwedMessage[] {
  const groups = new Map<string, NotificationState[]>();
  for (const state of incident.notifications) {
    // Only mail carries a calendar, and nobody is rung up for a meeting.
    if (state.person === null || isAboutMeeting(state.kind)) continue;
    const group = `${reactionOf(state.key)}/${state.person}`;
    groups.set(group, [...(groups.get(group) ?? []), state]);
  }
  return [...groups.values()].flatMap((tried) => {
    const [first] = tried;
    if (first === undefined || !tried.every(hasFailed)) return [];
    if (first.kind === 'page' && (ladder === null || !first.key.startsWith(`page-${ladder.run.seq}-`))) return [];
    const person = ownValue(config.people, first.person ?? '');
    if (person === undefined) return [];
    // What they chose for this severity has failed, so any other way they have is better than none.
    const { channels: _chosen, ...anyWay } = person;
    const next = channelsOf(first.person ?? '', anyWay, incident.severity, config.notifications).find(
      ({ channel, via }) => !tried.some((state) => state.channel === channel && state.via === via),
    );
    const again = toRetry(first);
    if (next === undefined || again === null) return [];
    const { kind, audience, re } = again;
    return [toMessage({ reaction: reactionOf(first.key), kind, audience, re }, next)];
  });
}

function hasFailed({ state, claimed_until }: NotificationState): boolean {
  return state === 'failed' || (state === 'waiting' && claimed_until === null);
}
