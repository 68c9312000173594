import { type CalendarRead, type CalendarRefused, readCalendar } from './ics-schedule.ts';
import type { OncallConfig } from './oncall-config.ts';
import { isCalendar } from './read-schedule.ts';

/** The text of a calendar file by its path in the project, or why it can't be read. */
export type CalendarFile = (
  path: string,
) => { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** Reads the calendar of every schedule that is kept in one, by schedule name, between two times. */
export function readCalendars(
  config: Pick<OncallConfig, 'oncall' | 'people'>,
  within: { readonly from: string; readonly to: string },
  readFile: CalendarFile,
): ReadonlyMap<string, CalendarRead | CalendarRefused> {
  const calendars = new Map<string, CalendarRead | CalendarRefused>();
  for (const [name, schedule] of Object.entries(config.oncall ?? {})) {
    if (!isCalendar(schedule)) continue;
    const file = readFile(schedule.ics);
    if (!file.ok) {
      calendars.set(name, {
        ok: false,
        reason: 'not-a-calendar',
        text: `${schedule.ics} can not be used: ${file.why}`,
      });
      continue;
    }
    const { time_zone } = schedule;
    calendars.set(name, readCalendar(file.text, { people: config.people ?? {}, time_zone, ...within }));
  }
  return calendars;
}
