import type { Incident, TimelineEntry } from '../incident/incident.ts';
import type { Message } from '../notify/notifier.ts';
import { ownValue } from '../oncall/channels.ts';
import { entriesOf, textIn, timeIn } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { isAboutMeeting } from './meeting-invitations.ts';
import { messageWords } from './message-words.ts';
import { type OwedMessage, reactionOf } from './owed-message.ts';
import { nextUpdateDue, plannedReminders } from './reminders.ts';
import type { TellingPolicy } from './telling-policy.ts';

const mostTitles = 5;

/** What a message says, and to which address; null when its person has no such address any more. */
export function composeMessage(
  message: OwedMessage,
  incident: Incident,
  language: 'en' | 'th',
  now: string,
  policy: TellingPolicy,
): Message | null {
  const to = addressOf(message, policy);
  if (to === null) return null;
  const { key, channel, via, kind, audience, maybe_repeated } = message;
  const { id, title, severity, status, service, commander, started_at, declared_at } = incident;
  const links = [...new Set(incident.alerts.flatMap((alert) => alert.links))];
  return {
    // Receivers tell messages of several incidents apart by it; the record of each incident needs no such prefix.
    key: `${id}/${key}`,
    channel,
    to,
    via,
    kind,
    audience,
    language,
    maybe_repeated,
    incident: { id, title, severity, status, service, commander, started_at, declared_at, links },
    text: textOf(message, incident, language, now, policy),
    next_update_at: promiseOf(message, incident, now, policy),
    calendar: null,
    next: nextOf(message, incident),
  };
}

function addressOf({ person, channel, via, to }: OwedMessage, { config }: TellingPolicy): string | null {
  if (person === null) return to;
  const known = ownValue(config.people, person);
  switch (channel) {
    case 'slack':
      return known?.slack ?? null;
    case 'email':
      return known?.email ?? null;
    case 'command':
      return known?.phone ?? null;
    case 'webhook':
      return via;
  }
}

function textOf(
  message: OwedMessage,
  incident: Incident,
  language: 'en' | 'th',
  now: string,
  policy: TellingPolicy,
): string {
  const words = messageWords(language);
  const entry = incident.timeline.find(({ seq }) => seq === message.re);
  const reaction = reactionOf(message.key);
  if (message.audience === 'customers')
    return message.kind === 'update' ? updateText(entry, ['conditions'], words) : '';
  switch (message.kind) {
    case 'page': {
      const step = ladderOf(incident, policy.config, now)?.steps.find((planned) => planned.reaction === reaction);
      const why = step === undefined ? '' : step.because === null ? words.step(step) : words.askedFor(step.because);
      return [why, incident.severity_because].filter((line) => line !== '').join('\n');
    }
    case 'reminder': {
      const reminder = plannedReminders(incident, policy).find((planned) => planned.reaction === reaction);
      return reminder === undefined ? '' : words.reminder(reminder.about);
    }
    case 'update':
      return reaction.startsWith('alerts-')
        ? announcementText(message, incident, words)
        : updateText(entry, ['conditions', 'actions', 'needs'], words);
    case 'declared':
      return incident.severity_because;
    case 'meeting': {
      const { meeting } = incident.post_mortem;
      return meeting === null ? '' : words.meeting(meeting.starts_at, meeting.minutes);
    }
    case 'meeting-cancelled':
      return '';
    default:
      // The template says already what it is.
      return entry?.text.replace(/^(?:resolved|reopened): /, '') ?? '';
  }
}

type Words = ReturnType<typeof messageWords>;

function updateText(
  entry: TimelineEntry | undefined,
  parts: readonly ('conditions' | 'actions' | 'needs')[],
  words: Words,
): string {
  if (entry === undefined) return '';
  if (entry.type === 'gate.overridden') return entry.text;
  const said = parts.flatMap((part) => {
    const text = textIn(entry, part);
    return text === '' ? [] : [`${words.parts[part]}: ${text}`];
  });
  return [textIn(entry, 'text'), ...said].join('\n');
}

function announcementText({ re }: OwedMessage, incident: Incident, words: Words): string {
  const earlier = incident.notifications.filter((state) => state.key.startsWith('alerts-') && state.re < re);
  const from = earlier.reduce((latest, state) => Math.max(latest, state.re), 0);
  const received = entriesOf(incident, 'alert.received');
  const joined = (incident.source === 'manual' ? received : received.slice(1)).filter(
    ({ seq }) => seq > from && seq <= re,
  );
  const titles = joined.slice(-mostTitles).map(({ text }) => text.replace(/^alert: /, ''));
  return words.newAlerts(joined.length, joined.length > titles.length ? ['…', ...titles] : titles);
}

/** The next update is promised to those who hear of updates; who is paged works on it. */
function promiseOf({ kind, re }: OwedMessage, incident: Incident, now: string, policy: TellingPolicy): string | null {
  if (kind === 'page' || kind === 'post-mortem' || kind === 'resolved' || isAboutMeeting(kind)) return null;
  const entry = incident.timeline.find(({ seq }) => seq === re);
  const due =
    entry?.type === 'update.posted' ? timeIn(entry, 'next_update_at') : (nextUpdateDue(incident, policy)?.at ?? null);
  return due !== null && due > now ? due : null;
}

function nextOf({ kind, audience, key }: OwedMessage, { id, acknowledged_at }: Incident): readonly string[] {
  if (audience === 'customers') return [];
  if (kind === 'page') return [`incident ack ${id}`, `incident show ${id}`];
  if (kind === 'reminder') {
    const reaction = reactionOf(key);
    if (reaction.startsWith('update-due')) return [`incident update ${id} "…"`];
    return [`incident handover ${id}${reaction.startsWith('taking-over') ? '' : ' --to <person>'}`];
  }
  if (kind === 'declared' && acknowledged_at === null) return [`incident ack ${id}`];
  return audience === 'responders' ? [`incident show ${id}`] : [];
}
