import type { Alert } from '../incident/alert.ts';
import type { Assessment } from '../incident/command.ts';
import type { Severity } from '../incident/severity.ts';
import { compileExpression } from './expression.ts';

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

/** Asks the team's severity rules in order: the first that holds decides. */
export function askSeverityRules(rules: readonly SeverityRule[], alert: Alert): RuleAnswer {
  const warnings: string[] = [];
  for (const [index, { when, severity, because }] of rules.entries()) {
    const name = `severity rule ${index + 1}`;
    const compiled = compileExpression(when);
    if (!compiled.ok) {
      warnings.push(`${name} is not used: ${compiled.what}`);
      continue;
    }
    const answer = compiled.expression.holds(alert);
    if (!answer.ok) warnings.push(`${name} could not be asked: ${answer.why}`);
    else if (answer.holds) return { assessment: { severity, because: because === '' ? name : because }, warnings };
  }
  return { assessment: null, warnings };
}
