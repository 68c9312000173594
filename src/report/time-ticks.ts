const minute = 60_000;
const day = 1_440 * minute;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200, 525_600].map(
  (minutes) => minutes * minute,
);

/** Round UTC times between two moments, at most eight, with the text for an axis. */
export function timeTicks(from: number, to: number): readonly { readonly at: number; readonly text: string }[] {
  const step = steps.find((candidate) => (to - from) / candidate <= 7) ?? Math.ceil((to - from) / 7);
  const ticks: { readonly at: number; readonly text: string }[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    ticks.push({ at, text: labelOf(new Date(at).toISOString(), step) });
  }
  return ticks;
}

function labelOf(iso: string, step: number): string {
  if (step >= 30 * day) return iso.slice(0, 7);
  return step >= day ? iso.slice(5, 10) : iso.slice(11, 16);
}
