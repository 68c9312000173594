import { formatDuration } from '../../../incident/duration.ts';
import type { ScheduleLine } from '../../../reactions/rehearse.ts';
import { stripControls } from '../../../sanitise/terminal-safe.ts';
import { alignColumns } from '../../align-columns.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** The schedule in lines below their titles, each with its distance from the start. */
export function describeSchedule(schedule: readonly ScheduleLine[], from: string): readonly string[] {
  if (schedule.length === 0) return ['nobody would be told'];
  const rows = schedule.map((line) => [
    line.at.slice(0, 19).replace('T', ' '),
    `+${formatDuration((Date.parse(line.at) - Date.parse(from)) / 1000)}`,
    whatOf(line),
    line.to,
    line.reason === null ? line.channel : `NOBODY: ${line.reason.replaceAll('-', ' ')}`,
  ]);
  return alignColumns([['AT (UTC)', 'AFTER', 'WHAT', 'TO', 'BY'], ...rows]).map((line) => line.trimEnd());
}

function whatOf({ kind, step, round, about }: ScheduleLine): string {
  if (step !== null) return `${kind}, step ${step}${round === null || round === 1 ? '' : `, round ${round}`}`;
  const hours = /^long-shift-(\d+)h$/.exec(about ?? '')?.[1];
  if (hours !== undefined) return `${kind}: leads for ${hours} h`;
  return about === null ? kind : `${kind}: ${about.replaceAll('-', ' ')}`;
}

/** True where the schedule is shown line by line as time goes by, and not with the answer. */
export function isPlayed(input: Input): boolean {
  return readSpeed(input) !== null && !isSet(input, 'json');
}

/** Shows the schedule with the pauses it would have, so many times as fast. */
export async function play(schedule: readonly ScheduleLine[], from: string, input: Input, house: House): Promise<void> {
  const speed = readSpeed(input);
  if (speed === null || !isPlayed(input)) return;
  const signal = house.staying.interrupted();
  const [titles = '', ...lines] = describeSchedule(schedule, from);
  let clock = Date.parse(from);
  house.staying.show(`${stripControls(titles)}\n`);
  for (const [index, line] of lines.entries()) {
    const at = Date.parse(schedule[index]?.at ?? from);
    await house.staying.pause((at - clock) / speed, signal);
    if (signal.aborted) return;
    clock = at;
    house.staying.show(`${stripControls(line)}\n`);
  }
}

function readSpeed(input: Input): number | null {
  const typed = textOf(input, 'speed');
  if (typed === null || typed === 'max') return null;
  const speed = /^\d{1,7}(?:\.\d{1,3})?x?$/.test(typed) ? Number.parseFloat(typed) : 0;
  if (speed > 0) return speed;
  throw new WrongUsage(
    'bad-speed',
    `--speed "${typed.slice(0, 40)}" is not a speed.`,
    'Example: --speed 60, or --speed max.',
  );
}
