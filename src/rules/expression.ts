import { Environment } from '@marcbachmann/cel-js';
import type { Alert } from '../incident/alert.ts';
import { matchesGlob } from '../incident/matches-glob.ts';

/** What an expression may ask about, with the type the language gives it. */
const vocabulary = {
  service: 'string',
  title: 'string',
  source: 'string',
  status: 'string',
  severity: 'string',
  metric: 'string',
  value: 'double',
  slo: 'double',
  labels: 'map<string, string>',
} as const;

/** A checked expression. */
export interface Expression {
  /** True or false for this alert; `unknown` with a sentence where it asks for something the alert does not have. */
  readonly holds: (
    alert: Alert,
  ) => { readonly ok: true; readonly holds: boolean } | { readonly ok: false; readonly why: string };
}

export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly what: string };

/** Generous for a rule a person writes, and far too small for one that keeps the machine busy. */
const limits = { maxAstNodes: 300, maxDepth: 20, maxListElements: 100, maxMapEntries: 100 };

const longestText = 4096;
const loops: readonly string[] = ['all', 'exists', 'exists_one', 'map', 'filter'];

/**
 * Checks an expression of the team's own (a subset of CEL): names, types, size.
 *
 * `matches` is refused, because a regular expression of the wrong shape would hold an alert up for minutes; `glob(text,
 * pattern)` with `*` and `?` is there instead.
 */
export function compileExpression(text: string): Compiled {
  if (text.length > longestText) return { ok: false, what: `it is longer than ${longestText} characters` };
  const environment = new Environment({ limits });
  for (const [name, type] of Object.entries(vocabulary)) environment.registerVariable(name, type);
  environment.registerFunction('glob(string, string): bool', (subject: string, pattern: string) =>
    matchesGlob(subject, pattern),
  );
  try {
    const parsed = environment.parse(text);
    const refused = whyRefused(callsIn(parsed.ast));
    if (refused !== null) return { ok: false, what: refused };
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, what: firstLine(checked.error?.message ?? 'it does not fit together') };
    if (checked.type !== 'bool')
      return { ok: false, what: `it gives ${checked.type ?? 'something else'} and not true or false` };
    return { ok: true, expression: { holds: (alert) => ask(parsed, alert) } };
  } catch (error) {
    return { ok: false, what: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** The names of all that is called, taken from what was understood: a comment or a blank hides nothing there. */
function callsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(callsIn);
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return [];
  const name: unknown = Array.isArray(node.args) ? node.args[0] : undefined;
  const isCall = (node.op === 'call' || node.op === 'rcall') && typeof name === 'string';
  return isCall ? [name, ...callsIn(node.args)] : callsIn(node.args);
}

function whyRefused(calls: readonly string[]): string | null {
  if (calls.includes('matches')) return 'matches() is not available; use glob(service, "check*")';
  const isMany = calls.filter((name) => loops.includes(name)).length > 2;
  return isMany ? 'at most two of all, exists, exists_one, map and filter' : null;
}

function ask(parsed: (context: Record<string, unknown>) => unknown, alert: Alert): ReturnType<Expression['holds']> {
  try {
    return { ok: true, holds: parsed(contextOf(alert)) === true };
  } catch (error) {
    return { ok: false, why: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** What is missing is left out, so that asking for it is an error and not a silent "no". */
function contextOf(alert: Alert): Record<string, unknown> {
  const { measurement } = alert;
  return {
    service: alert.service ?? '',
    title: alert.title,
    source: alert.source,
    status: alert.status ?? 'unknown',
    severity: alert.severity_raw ?? '',
    metric: measurement?.metric ?? '',
    ...(measurement === null ? {} : { value: measurement.value, slo: measurement.slo }),
    labels: new Map(Object.entries(alert.labels)),
  };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
