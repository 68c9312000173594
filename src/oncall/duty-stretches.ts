import type { DutyWindow } from './duty-window.ts';
import type { Stretch } from './span.ts';
import { instantAt, wallAt } from './time-zone.ts';
import { dayLength, weekdayOf } from './when.ts';

/** Every stretch of duty that touches the given one, in order; a whole weekend is one stretch. */
export function stretchesOf(window: DutyWindow, zone: string, within: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  const firstDay = Math.floor(wallAt(within.from, zone) / dayLength) - 2;
  const lastDay = Math.floor(wallAt(within.to, zone) / dayLength) + 1;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * dayLength;
    if (!window.weekdays.has(weekdayOf(midnight))) continue;
    const from = instantAt(midnight + window.opens, zone);
    const to = instantAt(midnight + window.closes, zone);
    if (from >= to || to <= within.from || from >= within.to) continue;
    const before = stretches.at(-1);
    if (before !== undefined && from <= before.to) stretches[stretches.length - 1] = { from: before.from, to };
    else stretches.push({ from, to });
  }
  return stretches;
}
