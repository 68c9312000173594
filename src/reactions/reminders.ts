import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { entriesOf, isOngoing, later, textIn, timeIn } from './entries.ts';
import type { OwedNotice } from './owed-message.ts';
import { type Telling, tell } from './recipients.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** Something people are reminded of, at a moment that is known beforehand. */
export interface Reminder {
  readonly reaction: string;
  readonly re: number;
  readonly due_at: string;
  /** Keys of people. */
  readonly people: readonly string[];
  readonly about:
    | { readonly kind: 'update-due'; readonly promised_at: string; readonly since: string | null }
    | { readonly kind: 'long-shift'; readonly hours: number; readonly person: string }
    | { readonly kind: 'taking-over'; readonly because: string; readonly from: string | null };
}

/** After so many hours somebody else should lead: the first time it is advice, the second time insistence. */
const shiftHours = [1, 3] as const;

/** How often an overdue update is asked for. */
const updateReminders = 3;

/** When the next stakeholder update is promised; null while nothing is promised. */
export function nextUpdateDue(
  incident: Incident,
  policy: TellingPolicy,
): { readonly at: string; readonly re: number; readonly since: string | null } | null {
  if (!isOngoing(incident)) return null;
  const [declared] = incident.timeline;
  const latest = entriesOf(incident, 'update.posted', 'incident.reopened').at(-1);
  if (latest?.type === 'update.posted') {
    const promised = timeIn(latest, 'next_update_at');
    return promised === null ? null : { at: promised, re: latest.seq, since: latest.recorded_at };
  }
  const from = latest ?? declared;
  const cadence = policy.config.communications.cadence[incident.severity];
  if (from === undefined || cadence === undefined) return null;
  return { at: later(from.recorded_at, cadence), re: from.seq, since: null };
}

/** Every reminder there is or will be if nothing else happens, in no order. */
export function plannedReminders(incident: Incident, policy: TellingPolicy): readonly Reminder[] {
  if (!isOngoing(incident)) return [];
  return [...updateReminder(incident, policy), ...commanderReminders(incident)];
}

/** The reminders that are due and not on record; of several about the same thing only the latest. */
export function owedReminders(
  incident: Incident,
  known: ReadonlySet<string>,
  now: string,
  policy: TellingPolicy,
): readonly Telling[] {
  const due = plannedReminders(incident, policy).filter(({ due_at }) => due_at <= now);
  const latest = new Map(due.map((reminder) => [reminder.about.kind, reminder]));
  return [...latest.values()]
    .filter(({ reaction }) => !known.has(reaction))
    .map(({ reaction, re, people }) => {
      const targets = people.map((person) => `person:${person}`);
      const occasion = { reaction, kind: 'reminder', audience: 'responders', re } as const;
      return tell(occasion, targets, incident.severity, now, policy);
    })
    .map((telling) => ({ ...telling, notices: [] satisfies OwedNotice[] }));
}

function updateReminder(incident: Incident, policy: TellingPolicy): readonly Reminder[] {
  const due = nextUpdateDue(incident, policy);
  if (due === null) return [];
  const lead = incident.roles['communications-lead'] ?? [];
  const people = lead.length > 0 ? lead : incident.commander === null ? [] : [incident.commander];
  const again = policy.config.communications.cadence[incident.severity] ?? 0;
  const times = again > 0 ? updateReminders : 1;
  return Array.from({ length: times }, (_, index) => ({
    reaction: `update-due-${due.re}-${index + 1}`,
    re: due.re,
    due_at: later(due.at, index * again),
    people,
    about: { kind: 'update-due', promised_at: due.at, since: due.since },
  }));
}

function commanderReminders(incident: Incident): readonly Reminder[] {
  const { commander } = incident;
  const given = entriesOf(incident, 'role.assigned').findLast((entry) => textIn(entry, 'role') === 'commander');
  if (given === undefined || commander === null) return [];
  const long = shiftHours.map(
    (hours): Reminder => ({
      reaction: `commander-${given.seq}-${hours}h`,
      re: given.seq,
      due_at: later(given.recorded_at, hours * 3600),
      people: [commander],
      about: { kind: 'long-shift', hours, person: commander },
    }),
  );
  return isHandOver(incident, given) ? [takingOver(given, commander), ...long] : long;
}

/** A commander who was named at the declaration is paged anyway, and whoever took it themselves knows. */
function isHandOver({ timeline }: Incident, given: TimelineEntry): boolean {
  return given.recorded_at !== timeline[0]?.recorded_at && given.by !== textIn(given, 'person');
}

function takingOver(given: TimelineEntry, commander: string): Reminder {
  return {
    reaction: `taking-over-${given.seq}`,
    re: given.seq,
    due_at: given.recorded_at,
    people: [commander],
    about: { kind: 'taking-over', because: textIn(given, 'because'), from: given.by },
  };
}
