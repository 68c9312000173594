import type { Incident } from '../incident/incident.ts';
import { hasNoChannel } from '../oncall/channels.ts';
import type { Unreached } from '../oncall/target.ts';
import { earliest } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { owedInvitations } from './meeting-invitations.ts';
import { owedAnnouncement, owedRepeatNotice } from './new-alerts.ts';
import { owedNews } from './news.ts';
import { type OwedMessage, type OwedNotice, reactionOf } from './owed-message.ts';
import { owedPages } from './pages.ts';
import { joinTellings } from './recipients.ts';
import { owedReminders, plannedReminders } from './reminders.ts';
import { owedAgain } from './second-attempts.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** What an incident owes to people at one moment. */
export interface Owed {
  /** To be claimed and sent now. */
  readonly messages: readonly OwedMessage[];
  /** To be put on record without sending anything. */
  readonly notices: readonly OwedNotice[];
  /** When something falls due next if nothing else happens; null if nothing does. */
  readonly next_at: string | null;
  /** Targets that stand for nobody who can be told. */
  readonly unreached: readonly Unreached[];
}

/** Computes what is owed from the timeline less the outcomes that answer it; nothing of it is queued anywhere. */
export function computeOwed(incident: Incident, now: string, policy: TellingPolicy): Owed {
  // Without any channel nothing is owed to anyone.
  if (hasNoChannel(policy.config.notifications)) return { messages: [], notices: [], next_at: null, unreached: [] };
  const ladder = ladderOf(incident, policy.config, now);
  const known = new Set(incident.notifications.map(({ key }) => reactionOf(key)));
  const pages = owedPages(incident, ladder, now, policy);
  const told = joinTellings([
    pages,
    owedNews(incident, ladder, known, now, policy),
    ...owedReminders(incident, known, now, policy),
    owedInvitations(incident, known, policy),
  ]);
  const again = owedAgain(incident, ladder, now, policy);
  const dropped = new Set(told.notices.map(({ key }) => key));
  const repeats = owedRepeatNotice(incident);
  return {
    messages: [...told.messages, ...again.messages.filter(({ key }) => !dropped.has(key))],
    notices: [
      ...told.notices,
      ...again.notices.filter(({ key }) => !dropped.has(key)),
      ...(repeats === null ? [] : [repeats]),
    ],
    next_at: earliest([
      ...again.next_at,
      ...(ladder?.steps ?? []).map(({ due_at }) => due_at).filter((due) => due > now),
      ...plannedReminders(incident, policy)
        .map(({ due_at }) => due_at)
        .filter((due) => due > now),
      ...[owedAnnouncement(incident)?.due_at ?? null].filter((due) => due !== null && due > now),
    ]),
    unreached: told.unreached,
  };
}
