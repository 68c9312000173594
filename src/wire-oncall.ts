import type { Config } from './config/config.ts';
import { readSchedules } from './oncall/read-schedule.ts';
import { peopleOnCall } from './oncall/schedule.ts';
import type { Birth } from './phases/declare.ts';

/** Who leads an incident of this service now: the first person of the schedule that the service names. */
export async function findCommander(config: Config, service: string | null, at: string): Promise<Birth['commander']> {
  const named = service === null ? undefined : config.services[service]?.oncall;
  const schedule = named ?? (Object.keys(config.oncall).length === 1 ? Object.keys(config.oncall)[0] : undefined);
  if (schedule === undefined) return null;
  const { schedules } = readSchedules(config.oncall, new Map());
  const [person] = peopleOnCall(schedules, schedule, at) ?? [];
  return person === undefined ? null : { person, because: `on call in ${schedule}` };
}
