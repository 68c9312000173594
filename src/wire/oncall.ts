import path from 'node:path';
import type { OncallDesk } from '../cli/telling-house.ts';
import type { Config } from '../config/config.ts';
import { readTextFile } from '../config/read-text-file.ts';
import type { CalendarFile } from '../oncall/calendars.ts';
import { isCalendar, readSchedules } from '../oncall/read-schedule.ts';
import { peopleOnCall, type Schedule } from '../oncall/schedule.ts';
import type { Span } from '../oncall/span.ts';
import type { Birth } from '../phases/declare.ts';
import { scheduleOf } from '../reactions/telling-policy.ts';

const dayLength = 86_400_000;
const mostBytes = 5_000_000;

/** Opens the on-call schedules as they stand around a moment; calendars are read only where one is configured. */
export async function openOncall(config: Config, projectRoot: string, at: string): Promise<OncallDesk> {
  const calendars = await openCalendars(config, projectRoot, at);
  const spans = new Map<string, readonly Span[]>();
  for (const [name, read] of calendars) if (read.ok) spans.set(name, read.spans);
  return { calendars, ...readSchedules(config.oncall, spans) };
}

/** Who leads an incident of this service now: the first person of the schedule that the service names. */
export async function findCommander(
  config: Config,
  projectRoot: string,
  service: string | null,
  at: string,
): Promise<Birth['commander']> {
  const schedule = scheduleOf(config, service);
  if (schedule === null) return null;
  const { schedules } = await openOncall(config, projectRoot, at);
  const [person] = peopleOnCall(schedules, schedule, at) ?? [];
  return person === undefined ? null : { person, because: `on call in ${schedule}` };
}

/** As a `Directory` asks: who is on call in a schedule. */
export function askSchedules(schedules: ReadonlyMap<string, Schedule>) {
  return (schedule: string, at: string): readonly string[] | null => peopleOnCall(schedules, schedule, at);
}

async function openCalendars(config: Config, projectRoot: string, at: string): Promise<OncallDesk['calendars']> {
  if (!Object.values(config.oncall).some(isCalendar)) return new Map();
  const { readCalendars } = await import('../oncall/calendars.ts');
  const moment = Date.parse(at);
  const within = { from: isoAt(moment - 60 * dayLength), to: isoAt(moment + 400 * dayLength) };
  return readCalendars(config, within, calendarFile(projectRoot));
}

/** Reads a calendar of the project; a path that leaves the project is not followed. */
function calendarFile(projectRoot: string): CalendarFile {
  return (given) => {
    const file = path.resolve(projectRoot, given);
    if (path.relative(projectRoot, file).startsWith('..')) return { ok: false, why: 'it lies outside the project' };
    const read = readTextFile(file, mostBytes, 'follow');
    return read.ok ? { ok: true, text: read.text } : { ok: false, why: words[read.reason] };
  };
}

const words = {
  missing: 'there is no such file',
  'not-a-file': 'it is not a file',
  'too-large': 'it is larger than any schedule',
  symlink: 'it is a symbolic link',
  unreadable: 'it can not be read',
} as const;

function isoAt(moment: number): string {
  return new Date(moment).toISOString();
}
