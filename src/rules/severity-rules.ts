import type { Alert } from '../incident/alert.ts';
import type { Assessment } from '../incident/command.ts';
import type { Severity } from '../incident/severity.ts';
import { type Compiled, compileExpression } from './expression.ts';

export interface SeverityRule {
  readonly when: string;
  readonly severity: Severity;
  readonly because: string;
}

/** What the team's own rules say; a rule that cannot be asked is skipped, and said. */
export interface RuleAnswer {
  readonly assessment: Assessment | null;
  readonly warnings: readonly string[];
}

// Checking an expression costs far more than asking it, and a stream asks the same ones for every alert.
const compiled = new WeakMap<readonly SeverityRule[], readonly Compiled[]>();

/**
 * Asks the team's severity rules in order: the first that holds decides. `names` are those of the alert's service; a rule
 * holds when it does by one of them.
 */
export function askSeverityRules(
  rules: readonly SeverityRule[],
  alert: Alert,
  names: readonly string[] = [],
): RuleAnswer {
  const forms = names.length > 1 ? names.map((service) => ({ ...alert, service })) : [alert];
  const warnings: string[] = [];
  const known = compiled.get(rules) ?? rules.map(({ when }) => compileExpression(when));
  compiled.set(rules, known);
  for (const [index, { severity, because }] of rules.entries()) {
    const name = `severity rule ${index + 1}`;
    const rule = known[index];
    if (rule?.ok !== true) {
      warnings.push(`${name} is not used: ${rule?.what ?? 'it is missing'}`);
      continue;
    }
    const { expression } = rule;
    const answers = forms.map((form) => expression.holds(form));
    const [first] = answers;
    if (answers.some((answer) => answer.ok && answer.holds)) {
      return { assessment: { severity, because: because === '' ? name : because }, warnings };
    }
    if (first?.ok === false) warnings.push(`${name} could not be asked: ${first.why}`);
  }
  return { assessment: null, warnings };
}
