/** The four levels, worst first. */
export const severities = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'] as const;

export type Severity = (typeof severities)[number];

/** Reads `SEV-1`, `sev1`, `Sev 1` or `1`; null for anything else. */
export function parseSeverity(text: string): Severity | null {
  const level = /^(?:sev)?[-\s_]?([1-4])$/i.exec(text.trim())?.[1];
  return severities.find((severity) => severity.endsWith(`-${level}`)) ?? null;
}

/** True when `a` is worse than `b`. */
export function isWorse(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) < severities.indexOf(b);
}

/** The worse of the two: rounding up is the rule wherever two severities meet. */
export function worseOf(a: Severity, b: Severity): Severity {
  return isWorse(b, a) ? b : a;
}

/** True when `severity` is `threshold` or worse, as in "required from SEV-2". */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return !isWorse(threshold, severity);
}
