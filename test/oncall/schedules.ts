import type { RotationScheduleConfig } from '../../src/oncall/oncall-config.ts';
import { readSchedules } from '../../src/oncall/read-schedule.ts';
import { type Schedule, shiftsBetween, whoIsOnCall } from '../../src/oncall/schedule.ts';

/** The schedule such a configuration describes; a test that gives one with problems is itself wrong. */
export function scheduleFrom(config: RotationScheduleConfig): Schedule {
  const { schedules, problems } = readSchedules({ primary: config });
  const schedule = schedules.get('primary');
  if (schedule === undefined || problems.length > 0)
    throw new Error(problems.map((problem) => problem.text).join(' · '));
  return schedule;
}

/** Shifts on one line each: `2026-01-05T08:00Z ana`, and the end of the last one. */
export function listShifts(schedule: Schedule, from: string, to: string): string[] {
  return shiftsBetween(schedule, from, to).map((shift) => `${short(shift.from)} – ${short(shift.to)} ${shift.person}`);
}

/** The people on call at a time, in the order of their shifts. */
export function peopleAt(schedule: Schedule, at: string): string[] {
  return whoIsOnCall(schedule, at).map((shift) => shift.person);
}

function short(iso: string): string {
  return iso.replace(':00.000Z', 'Z');
}
