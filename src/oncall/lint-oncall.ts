import { severities } from '../incident/severity.ts';
import { escalationFor } from './escalation.ts';
import type { CalendarRead, CalendarRefused } from './ics-schedule.ts';
import { lintCoverage } from './lint-coverage.ts';
import { lintEscalations, lintReach, problemFinding } from './lint-reach.ts';
import type { OncallConfig } from './oncall-config.ts';
import { emptyFinding, type OncallFinding } from './oncall-finding.ts';
import { readSchedules } from './read-schedule.ts';
import { type Schedule, spansBetween } from './schedule.ts';
import { clip, type Span, type Stretch } from './span.ts';
import { parseTarget } from './target.ts';
import { dayLength, parseInstant, toIso } from './when.ts';

/** How far ahead `oncall lint` looks, in days. */
export const daysWalked = 90;

/**
 * Everything that would keep an escalation from reaching a person in the next 90 days from `at` (ISO-8601, with offset).
 * `calendars` holds what came of each imported calendar, by schedule name, read for at least that time. What
 * blocks comes first.
 */
export function lintOncall(
  config: OncallConfig,
  at: string,
  calendars: ReadonlyMap<string, CalendarRead | CalendarRefused> = new Map(),
): OncallFinding[] {
  const from = parseInstant(at);
  if (from === null)
    return [problemFinding({ key: 'at', text: `"${at}" is not a time`, example: '2026-01-05T09:00:00Z' })];
  const within = { from, to: from + daysWalked * dayLength };
  const imported = new Map<string, readonly Span[]>();
  for (const [name, read] of calendars) imported.set(name, read.ok ? read.spans : []);
  const { schedules, problems } = readSchedules(config.oncall ?? {}, imported);
  const onDuty = new Map<string, ReadonlySet<string>>();
  for (const schedule of schedules.values()) onDuty.set(schedule.name, peopleOf(schedule, within));
  const findings = [
    ...problems.map(problemFinding),
    ...lintEscalations(config),
    ...[...calendars].flatMap(([name, read]) => lintCalendar(name, read)),
    ...[...schedules.values()].flatMap((schedule) => lintCoverage(schedule, within)),
    ...lintReach(config, onDuty),
    ...lintSamePerson(config, schedules, within),
  ];
  return findings.sort((a, b) => Number(a.tier === 'warn') - Number(b.tier === 'warn'));
}

/** Everyone who takes turns in the schedule, even if their turn is further away than the walk, and stand-ins to come. */
function peopleOf(schedule: Schedule, within: Stretch): ReadonlySet<string> {
  const coming = clip([...schedule.calendar, ...schedule.overrides], { from: within.from, to: Infinity });
  return new Set([...schedule.layers.flatMap((layer) => layer.people), ...coming.map((span) => span.person)]);
}

function lintCalendar(name: string, read: CalendarRead | CalendarRefused): OncallFinding[] {
  const about = { ...emptyFinding, key: `oncall.${name}.ics`, schedule: name };
  if (!read.ok) {
    const why = 'nobody is on call by this calendar';
    return [{ ...about, kind: 'config-problem', tier: 'block', text: read.text, why }];
  }
  const strangers = read.unknown_people.map(
    ({ who, times, first_at }): OncallFinding => ({
      ...about,
      kind: 'unknown-person',
      tier: 'block',
      times,
      spans: [{ from: first_at, to: first_at }],
      text: `the calendar puts "${who}" on call, who is nobody under people`,
      why: 'they are matched by e-mail address, name or id',
    }),
  );
  const warnings = read.warnings.map(
    ({ text }): OncallFinding => ({
      ...about,
      kind: 'calendar-warning',
      tier: 'warn',
      text,
      why: 'duties may be missing or at another time',
    }),
  );
  return [...strangers, ...warnings];
}

/** Escalating from one schedule to another tells nobody new while the same person is on call in both. */
function lintSamePerson(
  config: OncallConfig,
  schedules: ReadonlyMap<string, Schedule>,
  within: Stretch,
): OncallFinding[] {
  const pairs = new Map<string, readonly [Schedule, Schedule]>();
  for (const severity of severities) {
    const targets = (escalationFor(config.escalation, severity)?.config.steps ?? []).flatMap((step) => step.notify);
    const named = [...new Set(targets)]
      .map(parseTarget)
      .flatMap((target) => (target?.kind === 'oncall' ? (schedules.get(target.name) ?? []) : []));
    named.forEach((one, index) => {
      for (const other of named.slice(index + 1))
        pairs.set(JSON.stringify([one.name, other.name].sort()), [one, other]);
    });
  }
  return [...pairs.values()].flatMap(([one, other]) => {
    const others = clip(spansBetween(other, within), within);
    const both = clip(spansBetween(one, within), within).flatMap((span) =>
      clip(
        others.filter((its) => its.person === span.person),
        span,
      ),
    );
    const [first] = both;
    if (first === undefined) return [];
    return [
      {
        ...emptyFinding,
        kind: 'same-person-twice' as const,
        tier: 'warn' as const,
        key: `oncall.${other.name}`,
        schedule: other.name,
        person: first.person,
        spans: both.slice(0, 10).map((span) => ({ from: toIso(span.from), to: toIso(span.to) })),
        times: both.length,
        text: `${first.person} is on call in "${one.name}" and "${other.name}" at once from ${toIso(first.from)} to ${toIso(first.to)}`,
        why: 'escalating from one to the other tells nobody new',
      },
    ];
  });
}
