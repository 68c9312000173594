import { looksLikeId } from './pick-incident.ts';

/** Splits `[id] [M1]`: either may be left out. */
export function splitMitigation(args: readonly string[]): {
  readonly id: string | null;
  readonly mitigation: string | null;
} {
  const mitigation = args.find((arg) => /^M\d{1,4}$/i.test(arg))?.toUpperCase() ?? null;
  const [first, ...rest] = args.filter((arg) => arg.toUpperCase() !== mitigation);
  const id = first ?? null;
  return { id, mitigation: mitigation ?? (id !== null && looksLikeId(id) ? (rest[0] ?? null) : null) };
}
