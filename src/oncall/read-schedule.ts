import type {
  CalendarScheduleConfig,
  OncallConfig,
  OncallProblem,
  OverrideConfig,
  RotationScheduleConfig,
  ScheduleConfig,
} from './oncall-config.ts';
import { readRotation } from './read-rotation.ts';
import type { Rotation } from './rotation.ts';
import type { Schedule } from './schedule.ts';
import type { Span } from './span.ts';
import { parseInstantIn } from './time-zone.ts';
import { isTimeZone } from './zone-name.ts';

/** What was found under `oncall`: every schedule that can be used, and everything that can't. */
interface SchedulesRead {
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly problems: readonly OncallProblem[];
}

/**
 * Reads every schedule under `oncall`. `calendars` holds the duties of those with an `ics` file, by schedule name, as
 * `readCalendar` gives them. One broken layer or override leaves the rest of its schedule standing: a problem, not silence.
 */
export function readSchedules(
  oncall: NonNullable<OncallConfig['oncall']>,
  calendars: ReadonlyMap<string, readonly Span[]> = new Map(),
): SchedulesRead {
  const problems: OncallProblem[] = [];
  const schedules = new Map<string, Schedule>();
  for (const [name, config] of Object.entries(oncall)) {
    const schedule = isCalendar(config)
      ? readCalendarSchedule(name, config, calendars.get(name), problems)
      : readRotationSchedule(name, config, problems);
    schedules.set(name, schedule);
  }
  return { schedules, problems };
}

/** True for a schedule that is imported rather than written in the configuration. */
export function isCalendar(config: ScheduleConfig): config is CalendarScheduleConfig {
  return 'ics' in config;
}

function readRotationSchedule(name: string, config: RotationScheduleConfig, problems: OncallProblem[]): Schedule {
  const key = `oncall.${name}`;
  const zone = config.time_zone ?? 'UTC';
  const usable = isTimeZone(zone) ? zone : 'UTC';
  const layers: (Rotation | null)[] = [
    readRotation(config, { key, time_zone: zone, because: 'rotation' }, problems),
    ...(config.layers ?? []).map((layer, index) =>
      readRotation(layer, { key: `${key}.layers.${index}`, time_zone: usable, because: 'layer' }, problems),
    ),
  ];
  return {
    name,
    time_zone: usable,
    layers: layers.filter((layer) => layer !== null),
    calendar: [],
    overrides: readOverrides(config.overrides, key, usable, problems),
  };
}

function readCalendarSchedule(
  name: string,
  config: CalendarScheduleConfig,
  calendar: readonly Span[] | undefined,
  problems: OncallProblem[],
): Schedule {
  const key = `oncall.${name}`;
  const zone = config.time_zone ?? 'UTC';
  const usable = isTimeZone(zone) ? zone : 'UTC';
  if (usable !== zone) problems.push(unknownZone(key, zone));
  if (calendar === undefined) {
    problems.push({
      key: `${key}.ics`,
      reason: 'calendar-missing',
      text: `the calendar "${config.ics}" could not be read, so nobody is known to be on call`,
      example: '.spec/oncall/secondary.ics',
    });
  }
  return {
    name,
    time_zone: usable,
    layers: [],
    calendar: calendar ?? [],
    overrides: readOverrides(config.overrides, key, usable, problems),
  };
}

function readOverrides(
  overrides: readonly OverrideConfig[] | undefined,
  key: string,
  zone: string,
  problems: OncallProblem[],
): Span[] {
  return (overrides ?? []).flatMap((override, index): Span[] => {
    const from = parseInstantIn(override.from, zone);
    const to = parseInstantIn(override.to, zone);
    const place = `${key}.overrides.${index}`;
    if (from === null) problems.push(notADate(`${place}.from`, override.from));
    if (to === null) problems.push(notADate(`${place}.to`, override.to));
    if (from === null || to === null) return [];
    if (from < to) return [{ from, to, person: override.person, because: 'override' }];
    problems.push({
      key: place,
      reason: 'ends-before-it-starts',
      text: `the override ends (${override.to}) before it starts (${override.from})`,
      example: '{ from: 2026-12-24T00:00, to: 2026-12-27T00:00, person: cy }',
    });
    return [];
  });
}

function notADate(key: string, text: string): OncallProblem {
  return { key, reason: 'not-a-date', text: `"${text}" is not a date and time`, example: '2026-12-24T00:00' };
}

function unknownZone(key: string, zone: string): OncallProblem {
  return {
    key: `${key}.time_zone`,
    reason: 'unknown-time-zone',
    text: `"${zone}" is not a time zone`,
    example: 'Europe/Berlin',
  };
}
