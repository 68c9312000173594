import { emptyFinding, type OncallFinding } from './oncall-finding.ts';
import { handOverAt, type Rotation, turnBefore, wallOfTurn } from './rotation.ts';
import { type Schedule, spansBetween } from './schedule.ts';
import { byStart, clip, joinTouching, type Span, type Stretch, uncovered } from './span.ts';
import { formatIn, wallAt } from './time-zone.ts';
import { toIso } from './when.ts';

const mostSpansShown = 10;

/** Walks one schedule through a stretch of time: gaps, two people who both think it is theirs, and clock changes. */
export function lintCoverage(schedule: Schedule, within: Stretch): OncallFinding[] {
  const spans = clip(spansBetween(schedule, within), within);
  return [
    ...lintGaps(schedule, uncovered(spans, within)),
    ...lintOverlaps(schedule, overlapsOf(joinTouching(spans)), 'two duties of the calendar'),
    ...lintOverlaps(schedule, overlapsOf(overridesWithin(schedule, within)), 'two overrides'),
    ...schedule.layers.flatMap((layer) => lintClockChanges(schedule, layer, within)),
  ];
}

function lintGaps(schedule: Schedule, gaps: readonly Stretch[]): OncallFinding[] {
  const [first] = gaps;
  if (first === undefined) return [];
  return [
    {
      ...about(schedule, gaps),
      kind: 'gap',
      tier: 'block',
      text: `nobody is on call in "${schedule.name}" ${describe(first, schedule)}${andMore(gaps)}`,
      why: 'whoever should be told in that time is nobody',
    },
  ];
}

interface Overlap extends Stretch {
  readonly people: readonly [string, string];
}

function lintOverlaps(schedule: Schedule, overlaps: readonly Overlap[], what: string): OncallFinding[] {
  const [first] = overlaps;
  if (first === undefined) return [];
  const [one, other] = first.people;
  return [
    {
      ...about(schedule, overlaps),
      kind: 'overlap',
      tier: 'block',
      text: `${what} in "${schedule.name}" overlap: ${one} and ${other} ${describe(first, schedule)}${andMore(overlaps)}`,
      why: 'two people may each think that the other one is on call',
    },
  ];
}

function overridesWithin(schedule: Schedule, within: Stretch): Span[] {
  // An override cut short by the walk is still the same override, so a person's own ones are joined first.
  return joinTouching(clip(schedule.overrides, within));
}

/** Every stretch in which two different people are on duty, one entry for each pair; the spans of one person are joined. */
function overlapsOf(spans: readonly Span[]): Overlap[] {
  const overlaps: Overlap[] = [];
  let open: Span[] = [];
  for (const span of spans.toSorted(byStart)) {
    open = open.filter((before) => before.to > span.from);
    for (const before of open) {
      const to = Math.min(before.to, span.to);
      overlaps.push({ from: span.from, to, people: [before.person, span.person] });
    }
    if (open.length < mostSpansShown) open.push(span);
  }
  return overlaps;
}

function lintClockChanges(schedule: Schedule, layer: Rotation, within: Stretch): OncallFinding[] {
  const { turns, time_zone: zone } = layer;
  if (turns.kind === 'elapsed') {
    const shift = (wallAt(within.to, zone) - within.to - (wallAt(within.from, zone) - within.from)) / 60_000;
    if (shift === 0) return [];
    return [
      moves(
        schedule,
        [],
        `turns counted in hours hand over ${Math.abs(shift)} min ${shift > 0 ? 'later' : 'earlier'} on the clock after the clock change`,
      ),
    ];
  }
  const findings: OncallFinding[] = [];
  const limit = Math.min(within.to, layer.in_force.to);
  for (let turn = turnBefore(layer, Math.max(within.from, layer.in_force.from)); ; turn += 1) {
    const at = handOverAt(layer, turn);
    if (at >= limit) return findings;
    const wanted = wallOfTurn(turns, turn);
    if (at < within.from || wallAt(at, zone) === wanted) continue;
    const clock = new Date(wanted).toISOString().slice(11, 16);
    const real = formatIn(at, zone);
    findings.push(
      moves(
        schedule,
        [{ from: at, to: at }],
        `there is no ${clock} on ${real.slice(0, 10)} in ${zone}: the hand-over is at ${real.slice(11)}`,
      ),
    );
  }
}

function moves(schedule: Schedule, spans: readonly Stretch[], text: string): OncallFinding {
  return {
    ...about(schedule, spans),
    times: 1,
    kind: 'hand-over-moves',
    tier: 'warn',
    text,
    why: 'people go by the clock, and here it misleads them',
  };
}

function about(schedule: Schedule, spans: readonly Stretch[]): Omit<OncallFinding, 'kind' | 'tier' | 'text' | 'why'> {
  return {
    ...emptyFinding,
    key: `oncall.${schedule.name}`,
    schedule: schedule.name,
    spans: spans.slice(0, mostSpansShown).map((span) => ({ from: toIso(span.from), to: toIso(span.to) })),
    times: spans.length,
  };
}

function describe(span: Stretch, schedule: Schedule): string {
  const { time_zone: zone } = schedule;
  return `from ${formatIn(span.from, zone)} to ${formatIn(span.to, zone)} (${zone})`;
}

function andMore(spans: readonly Stretch[]): string {
  return spans.length > 1 ? `, and ${spans.length - 1} more times` : '';
}
