import type { ClaimedMessage } from '../incident/event.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { isAtLeast } from '../incident/severity.ts';
import { ownValue } from '../oncall/channels.ts';
import { entriesOf, isOngoing, textIn } from './entries.ts';
import { drop } from './news.ts';
import { messageKey, type OwedNotice } from './owed-message.ts';
import { scheduleOf, type TellingPolicy } from './telling-policy.ts';

/** Something to be done about the channel of an incident's own. */
export interface ChannelChore {
  readonly what: 'open' | 'summary' | 'invite' | 'archive';
  /** Claimed like messages, so that only one process does it and a failure is tried again; one for each who is invited. */
  readonly claims: readonly ClaimedMessage[];
  /** True where the severity has changed since the topic was set. */
  readonly topic: boolean;
  /** Earlier summaries that are not worth another attempt. */
  readonly notices: readonly OwedNotice[];
}

const opening = 'own-channel';
const summarising = 'summary-';

/** What the summary in the channel is made from: later entries of these types change what it says. */
const summarised = [
  'incident.declared',
  'severity.changed',
  'incident.acknowledged',
  'role.assigned',
  'note.added',
  'update.posted',
  'workflow.started',
  'workflow.finished',
  'mitigation.judged',
  'incident.resolved',
  'incident.reopened',
] as const;

/** The one thing that is due about the incident's own channel; null if nothing is, or it gets none. */
export function owedChore(incident: Incident, now: string, policy: TellingPolicy): ChannelChore | null {
  const { chat, status, severity } = incident;
  const { config } = policy;
  const from = config.notifications.slack?.channel_per_incident ?? null;
  if (config.notifications.slack === undefined) return null;
  const told = latestSummarised(incident);
  if (chat === null) {
    if (from === null || !isOngoing(incident) || !isAtLeast(severity, from)) return null;
    return toChore('open', opening, `#${incident.id.toLowerCase()}`, told, incident, now);
  }
  if (status === 'closed') {
    const closed = entriesOf(incident, 'incident.closed').at(-1);
    return closed === undefined
      ? null
      : toChore('archive', `archive-${closed.seq}`, chat.channel, closed.seq, incident, now);
  }
  const opened = incident.notifications.find(({ key }) => key.startsWith(`${opening}/`));
  const current = opened?.re === told && chat.summary_reference !== null;
  const summary = current ? null : toChore('summary', `${summarising}${told}`, chat.channel, told, incident, now);
  return summary ?? owedInvitations(incident, told, now, policy);
}

/** Everybody who works on the incident and has not been invited yet, whenever they joined; null if there is nobody. */
function owedInvitations(incident: Incident, re: number, now: string, policy: TellingPolicy): ChannelChore | null {
  const claims = [...guestsOf(incident, now, policy)].flatMap((person): ClaimedMessage[] => {
    const key = messageKey('invite', 'slack', null, person);
    const attempt = nextAttempt(key, incident, now);
    const claim = { key, to: person, channel: 'slack', via: null, person: null, kind: 'invite', re };
    return attempt === null ? [] : [{ ...claim, audience: 'responders', attempt }];
  });
  return claims.length === 0 ? null : { what: 'invite', claims, topic: false, notices: [] };
}

/** Those who work on the incident and are on Slack: its roles, who acknowledged, who is on call for it, who was paged. */
function guestsOf(incident: Incident, now: string, { config, directory }: TellingPolicy): ReadonlySet<string> {
  const schedule = scheduleOf(config, incident.service);
  const people = [
    ...Object.values(incident.roles).flat(),
    ...entriesOf(incident, 'incident.acknowledged').flatMap(({ by }) => by ?? []),
    ...(schedule === null ? [] : (directory.onCall(schedule, now) ?? [])),
    ...incident.notifications.flatMap(({ kind, person }) => (kind === 'page' && person !== null ? [person] : [])),
  ];
  return new Set(people.filter((person) => ownValue(config.people, person)?.slack !== undefined));
}

/** The topic of the channel, in one line. */
export function topicOf({ severity, title, service }: Incident): string {
  return `${severity} · ${title}${service === null ? '' : ` · ${service}`}`;
}

function latestSummarised(incident: Incident): number {
  return entriesOf(incident, ...summarised).findLast(changesSummary)?.seq ?? 0;
}

/** A note counts where it dates a milestone, because that changes the status. */
function changesSummary(entry: TimelineEntry): boolean {
  return entry.type !== 'note.added' || textIn(entry, 'milestone') !== '';
}

function toChore(
  what: ChannelChore['what'],
  reaction: string,
  to: string,
  re: number,
  incident: Incident,
  now: string,
): ChannelChore | null {
  const key = messageKey(reaction, 'slack', null, to);
  const attempt = nextAttempt(key, incident, now);
  if (attempt === null) return null;
  const before = incident.notifications.filter(
    (state) => state.key !== key && [opening, summarising].some((start) => state.key.startsWith(start)),
  );
  const covered = before
    .filter(({ state }) => state === 'sent')
    .reduce((latest, state) => Math.max(latest, state.re), 0);
  const claim = { key, to, channel: 'slack', via: null, person: null, kind: 'channel', audience: 'responders', re };
  return {
    what,
    claims: [{ ...claim, attempt }],
    topic: entriesOf(incident, 'severity.changed').some(({ seq }) => seq > covered),
    notices: before
      .filter(({ state, claimed_until }) => state === 'waiting' && claimed_until === null)
      .map((state) => drop({ ...state, attempt: state.attempts }, 'folded-into-later-message')),
  };
}

/** The number of the attempt that is due; null where it is done, given up, in somebody's hands or has to wait. */
function nextAttempt(key: string, { notifications }: Incident, now: string): number | null {
  const before = notifications.find((state) => state.key === key);
  if (before === undefined) return 1;
  const free = before.claimed_until ?? before.retry_at ?? now;
  return before.state !== 'waiting' || free > now ? null : before.attempts + 1;
}
