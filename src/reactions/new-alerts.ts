import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { isAtLeast } from '../incident/severity.ts';
import { entriesOf, isOngoing, later } from './entries.ts';
import type { Ladder } from './escalation-ladder.ts';
import { noChannel, type OwedNotice, reactionOf } from './owed-message.ts';
import { joinTellings, type Telling, tell } from './recipients.ts';
import { tellOwnChannel } from './tell-own-channel.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** So long new alerts are gathered after some were announced, in seconds. */
export const gatherSeconds = 60;

const prefix = 'alerts-';

/** Alerts of a new kind that nobody has heard of yet, and when they are to be announced. */
export interface Announcement {
  readonly reaction: string;
  readonly entries: readonly TimelineEntry[];
  readonly due_at: string;
}

/** The first alert of each fingerprint is announced, those that come in quick succession together; null if there is none. */
export function owedAnnouncement(incident: Incident): Announcement | null {
  if (!isOngoing(incident)) return null;
  const earlier = incident.notifications.filter(({ key }) => key.startsWith(prefix));
  const covered = earlier.reduce((latest, { re }) => Math.max(latest, re), 0);
  const [first, ...joined] = entriesOf(incident, 'alert.received');
  // An incident that a person declared says nothing of an alert yet, so there even the first one is news.
  const declaredBy = incident.source === 'manual' ? [first, ...joined] : joined;
  const fresh = declaredBy.filter((entry) => entry !== undefined).filter(({ seq }) => seq > covered);
  const latest = fresh.at(-1);
  const oldest = fresh[0];
  if (latest === undefined || oldest === undefined) return null;
  const lastTold = earlier
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const due = lastTold === undefined ? oldest.recorded_at : later(lastTold, gatherSeconds);
  return { reaction: `${prefix}${latest.seq}`, entries: fresh, due_at: due };
}

/** Tells whoever leads, else the first step of the ladder, and inside stakeholders who follow the incident. */
export function tellAnnouncement(
  { reaction, entries }: Announcement,
  incident: Incident,
  ladder: Ladder | null,
  now: string,
  policy: TellingPolicy,
): Telling {
  const { severity, commander } = incident;
  const occasion = { reaction, kind: 'update', re: entries.at(-1)?.seq ?? 0 } as const;
  const responders = commander === null ? (ladder?.steps[0]?.targets ?? []) : [`person:${commander}`];
  const followers = policy.config.stakeholders.filter(
    ({ from, stages, audience }) => audience === 'internal' && isAtLeast(severity, from) && stages.includes('update'),
  );
  return joinTellings([
    tell({ ...occasion, audience: 'responders' }, responders, severity, now, policy),
    tellOwnChannel(occasion, incident, policy),
    ...followers.map(({ to }) => tell({ ...occasion, audience: 'internal' }, to, severity, now, policy)),
  ]);
}

/** The number of alerts that paged nobody because their like had come before. */
export function countRepeats({ alert_count, fingerprints }: Incident): number {
  return Math.max(0, alert_count - fingerprints.length);
}

/**
 * Says on record that repeats are not told. Once, then each time their number has doubled: a notice for every repeat
 * would make a storm cost twice.
 */
export function owedRepeatNotice(incident: Incident): OwedNotice | null {
  const repeats = countRepeats(incident);
  const said = incident.notifications.find(({ key }) => reactionOf(key) === 'repeats');
  if (repeats === 0 || repeats < 2 * (said?.times ?? 0)) return null;
  return {
    type: 'notification.suppressed',
    key: 'repeats/none/everyone',
    to: 'everyone',
    channel: noChannel,
    reason: 'repeated-alert',
    re: incident.last_seq,
    attempt: 0,
    times: repeats,
  };
}
