import { type OnCallShown, showOnCall } from '../../../oncall/show-oncall.ts';
import { alignColumns } from '../../align-columns.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { readMoment } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `oncall show [schedule] [--at <time>]`: who is on call, until when, and who is next. */
export const oncallShow: Action = async (input, house) => {
  const typed = textOf(input, 'at');
  const at = typed === null ? house.now() : readMoment(typed, '--at');
  const { schedules, problems } = await house.openOncall(at);
  const [wanted] = input.args;
  if (wanted !== undefined && !schedules.has(wanted)) {
    const known = [...schedules.keys()];
    throw new WrongUsage(
      'unknown-schedule',
      `There is no schedule "${wanted.slice(0, 60)}".`,
      known.length === 0 ? 'Add one under incident_response.oncall.' : `Schedules: ${known.join(', ')}.`,
    );
  }
  const shown = (showOnCall(schedules, house.config.people, at) ?? []).filter(
    ({ schedule }) => wanted === undefined || schedule === wanted,
  );
  const nobody = shown.filter(({ on_call }) => on_call.length === 0);
  return answer('shown', {
    headline: false,
    exit_code: nobody.length === 0 ? exitCodes.done : exitCodes.unsuccessful,
    lines: shown.length === 0 ? ['no schedule is configured'] : alignColumns(shown.flatMap(toRows)),
    more: { at, schedules: shown },
    warnings: problems.map(({ key, text }) => `${key}: ${text}`),
    error:
      nobody.length === 0
        ? null
        : {
            reason: 'nobody-on-call',
            message: `Nobody is on call in ${nobody.map(({ schedule }) => schedule).join(' and ')}.`,
            hint: 'incident oncall lint says why, and for how long.',
          },
  });
};

function toRows({ schedule, on_call, next, time_zone }: OnCallShown): readonly string[][] {
  const duties = on_call.map(({ name, to_local, because }) => [schedule, 'now', name, `until ${to_local}`, because]);
  const then = next === null ? [] : [[schedule, 'then', next.name, `from ${next.from_local}`, next.because]];
  return [...(duties.length === 0 ? [[schedule, 'now', 'nobody', time_zone, '']] : duties), ...then];
}
