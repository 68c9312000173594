import { formatDuration } from '../../../incident/duration.ts';
import type { ScheduleLine } from '../../../reactions/rehearse.ts';
import { stripControls } from '../../../sanitise/terminal-safe.ts';
import { alignColumns } from '../../align-columns.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** The schedule in lines, each with its distance from the start. */
export function describeSchedule(schedule: readonly ScheduleLine[], from: string): readonly string[] {
  if (schedule.length === 0) return ['nobody would be told'];
  return alignColumns(
    schedule.map(({ at, kind, to, channel, step }) => [
      at.slice(0, 19).replace('T', ' '),
      `+${formatDuration((Date.parse(at) - Date.parse(from)) / 1000)}`,
      step === null ? kind : `${kind}, step ${step}`,
      to,
      channel,
    ]),
  ).map((line) => line.trimEnd());
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
  const lines = describeSchedule(schedule, from);
  let clock = Date.parse(from);
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
