import { stretchesOf } from './duty-stretches.ts';
import type { DutyWindow } from './duty-window.ts';
import { byStart, clip, type OnCallBecause, type Span, type Stretch } from './span.ts';
import { instantAt, wallAt } from './time-zone.ts';
import { dayLength } from './when.ts';

/**
 * How turns follow each other. `wall`: every so many days at the same time on the clock of the zone, so a turn across a
 * clock change is an hour shorter or longer. `elapsed`: exactly so many milliseconds, so the hand-over moves on the clock.
 */
export type Turns =
  | { readonly kind: 'wall'; readonly days: number; readonly anchor: number }
  | { readonly kind: 'elapsed'; readonly length: number; readonly anchor: number };

/** People taking turns, ready to be asked. */
export interface Rotation {
  readonly people: readonly string[];
  readonly time_zone: string;
  /** `anchor` is the wall time (`wall`) or the instant (`elapsed`) at which the turn of the first person begins. */
  readonly turns: Turns;
  /** The stretch in which this rotation is in force, as instants; it may begin in the middle of the first turn. */
  readonly in_force: Stretch;
  readonly window: DutyWindow | null;
  readonly because: OnCallBecause;
}

/** Every whole turn (or whole part of a turn within the window) that touches the stretch, sorted by start. */
export function spansOf(rotation: Rotation, stretch: Stretch): Span[] {
  const turns = turnsOf(rotation, stretch);
  const first = turns[0];
  const last = turns.at(-1);
  if (rotation.window === null || first === undefined || last === undefined) return turns;
  const open = stretchesOf(rotation.window, rotation.time_zone, { from: first.from, to: last.to });
  const spans: Span[] = [];
  let next = 0;
  for (const turn of turns) {
    while ((open[next]?.to ?? Infinity) <= turn.from) next += 1;
    for (let at = next; (open[at]?.from ?? Infinity) < turn.to; at += 1) {
      const hours = open[at];
      if (hours !== undefined) spans.push(...clip([{ ...turn, ...hours }], turn));
    }
  }
  return spans.filter((span) => span.from < stretch.to && span.to > stretch.from).sort(byStart);
}

/** The longest one turn can last, clock changes included. */
export function longestTurn(rotation: Rotation): number {
  const { turns } = rotation;
  return turns.kind === 'wall' ? (turns.days + 1) * dayLength : turns.length;
}

/** The instant of the hand-over to turn number `turn` (0 is the first person's first). */
export function handOverAt(rotation: Rotation, turn: number): number {
  const { turns, time_zone } = rotation;
  return turns.kind === 'wall' ? instantAt(wallOfTurn(turns, turn), time_zone) : turns.anchor + turn * turns.length;
}

/** What the clock should show at the hand-over to this turn, which a clock change may prevent. */
export function wallOfTurn(turns: Turns & { readonly kind: 'wall' }, turn: number): number {
  return turns.anchor + turn * turns.days * dayLength;
}

/** The number of a turn that has begun at `instant`; the next one may have begun too, but no turn before. */
export function turnBefore(rotation: Rotation, instant: number): number {
  const { turns, time_zone } = rotation;
  const turn =
    turns.kind === 'wall'
      ? Math.floor((wallAt(instant, time_zone) - turns.anchor) / (turns.days * dayLength)) - 1
      : Math.floor((instant - turns.anchor) / turns.length);
  return Math.max(0, turn);
}

function turnsOf(rotation: Rotation, stretch: Stretch): Span[] {
  const { in_force, people } = rotation;
  const until = Math.min(stretch.to, in_force.to);
  const since = Math.max(stretch.from, in_force.from);
  if (since >= until) return [];
  const spans: Span[] = [];
  let turn = turnBefore(rotation, since);
  let from = handOverAt(rotation, turn);
  while (from < until) {
    const to = handOverAt(rotation, turn + 1);
    const person = people[turn % people.length];
    if (person !== undefined && to > since) spans.push({ from, to, person, because: rotation.because });
    turn += 1;
    from = to;
  }
  return clip(spans, in_force);
}
