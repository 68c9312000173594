import type { Incident } from '../incident/incident.ts';
import { isOngoing, later } from './entries.ts';
import type { Ladder } from './escalation-ladder.ts';
import { owedAnnouncement, tellAnnouncement } from './new-alerts.ts';
import { messageKey, type OwedMessage, type OwedNotice } from './owed-message.ts';
import type { Telling } from './recipients.ts';
import { stakeholderTellings } from './stakeholder-updates.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** News that could not be told for so long are old, in seconds. */
const staleSeconds = 24 * 3600;

/** The news of one fact, with the moment it was kept. */
interface Item {
  readonly at: string;
  readonly telling: Telling;
}

/**
 * The news that nobody has been told of. Each address gets the latest only, because it says where things stand; what
 * came before is folded into it, and what is a day old is news for nobody unless the incident goes on.
 */
export function owedNews(
  incident: Incident,
  ladder: Ladder | null,
  known: ReadonlySet<string>,
  now: string,
  policy: TellingPolicy,
): Telling {
  const items: Item[] = stakeholderTellings(incident, now, policy)
    .filter(({ reaction }) => !known.has(reaction) && !known.has(`${reaction}-unreached`))
    .map(({ news, telling }) => ({ at: news.entry.recorded_at, telling }));
  const announcement = owedAnnouncement(incident);
  if (announcement !== null && announcement.due_at <= now) {
    items.push({ at: now, telling: tellAnnouncement(announcement, incident, ladder, now, policy) });
  }
  const latest = new Map<string, OwedMessage>();
  const all = items.flatMap(({ at, telling }) => telling.messages.map((message) => ({ at, message })));
  for (const { message } of all) if (!standsAlone(incident, message)) latest.set(addressOf(message), message);
  const messages: OwedMessage[] = [];
  const notices: OwedNotice[] = items.flatMap(({ telling }) => telling.notices);
  for (const { at, message } of all) {
    const isFolded = !standsAlone(incident, message) && latest.get(addressOf(message)) !== message;
    if (isFolded) notices.push(drop(message, 'folded-into-later-message'));
    else if (!isOngoing(incident) && later(at, staleSeconds) < now) notices.push(expire(message, 'too-old'));
    else messages.push(message);
  }
  return {
    messages,
    notices: [...notices, ...supersede(incident, latest)],
    unreached: items.flatMap(({ telling }) => telling.unreached),
  };
}

/** News that failed for now are not tried again once there are later ones for the same address. */
function supersede(incident: Incident, latest: ReadonlyMap<string, OwedMessage>): readonly OwedNotice[] {
  return incident.notifications.flatMap(({ key, to, channel, via, kind, state, claimed_until, re, attempts }) => {
    const waits =
      state === 'waiting' &&
      claimed_until === null &&
      !['page', 'reminder', 'meeting', 'meeting-cancelled'].includes(kind);
    const later = latest.get(addressOf({ channel, via, to }));
    if (!waits || standsAlone(incident, { re }) || later === undefined) return [];
    return [drop({ key, to, channel, re, attempt: attempts }, 'folded-into-later-message')];
  });
}

/** That somebody went past an approval is told as such: no later news says it too. */
function standsAlone({ timeline }: Incident, { re }: { readonly re: number }): boolean {
  return timeline.some(
    ({ seq, type, data }) => seq === re && type === 'gate.overridden' && data['gate'] === 'approval',
  );
}

function addressOf({
  channel,
  via,
  to,
}: {
  readonly channel: string;
  readonly via: string | null;
  readonly to: string;
}) {
  return messageKey('', channel, via, to);
}

type Droppable = Pick<OwedNotice, 'key' | 'to' | 'channel' | 're' | 'attempt'>;

/** A message that will not be sent, because another one says more. */
export function drop({ key, to, channel, re, attempt }: Droppable, reason: string): OwedNotice {
  return { type: 'notification.suppressed', key, to, channel, reason, re, attempt };
}

/** A message that will not be sent, because its time is over. */
export function expire({ key, to, channel, re, attempt }: Droppable, reason: string): OwedNotice {
  return { type: 'notification.expired', key, to, channel, reason, re, attempt };
}
