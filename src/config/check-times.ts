import { readEscalation } from '../oncall/escalation.ts';
import type { OncallProblem } from '../oncall/oncall-config.ts';
import { readSchedules } from '../oncall/read-schedule.ts';
import type { GivenIncidentResponse } from './config-schema.ts';
import type { Mismatch } from './mismatch.ts';

const oncallWords: Readonly<Record<OncallProblem['reason'], string>> = {
  'rotation-empty': 'nobody is in the rotation',
  'unknown-time-zone': 'is no time zone that is known',
  'not-a-turn-length': 'has to be a turn of 1h to 366d, daily or weekly',
  'not-a-hand-over': 'has to be a time of day, with a weekday where turns are whole weeks',
  'not-a-date': 'is no date, or date and time',
  'not-a-weekday': 'has to name weekdays',
  'not-hours': 'has to be the hours of a day, from-to',
  'ends-before-it-starts': 'ends before it starts',
  'not-a-duration': 'has to be a length of time with its unit (w d h m s)',
  'not-a-repeat-count': 'has to be a whole number from 0 to 20',
  'no-steps': 'has no steps',
  'steps-out-of-order': 'is out of order: times count from the start of the round',
  'calendar-missing': 'can not be read',
};

/** Checks schedules and escalations with the same readers that will use them; their words may repeat values, ours don't. */
export function checkTimes(ours: GivenIncidentResponse): Mismatch[] {
  // Calendars are read by those who need them; here each counts as there and empty.
  const calendars = new Map(Object.keys(ours.oncall ?? {}).map((name) => [name, []]));
  const { problems } = readSchedules(ours.oncall ?? {}, calendars);
  const escalations = Object.entries(ours.escalation ?? {}).flatMap(([severity, config]) => {
    const read = config === undefined ? null : readEscalation(`escalation.${severity}`, config);
    return read === null || read.ok ? [] : read.problems;
  });
  return [...problems, ...escalations].map(({ key, reason }) => ({
    path: key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
    what: oncallWords[reason],
    // Steps out of order are put in order: somebody has to be told.
    drops: reason !== 'steps-out-of-order' || key.endsWith('.repeat_every'),
  }));
}
