import type { Alert, Reading } from '../incident/alert.ts';
import type { Assessment } from '../incident/command.ts';
import type { Severity } from '../incident/severity.ts';
import { assessSeverity } from '../phases/assess-severity.ts';
import type { RuleAnswer } from '../rules/severity-rules.ts';
import type { ReceivedAlert } from './reception.ts';

/** Who knows what about severity. */
export interface Judges {
  readonly askRules: (alert: Alert) => Promise<RuleAnswer>;
  readonly readWord: (source: string, word: string) => Assessment | null;
  readonly fallback: Severity;
}

export interface Judged {
  readonly received: readonly ReceivedAlert[];
  readonly warnings: readonly string[];
}

/** Assesses every alert of a payload; the payload itself stays with the first, so that a group is not kept once per member. */
export async function judgeAlerts(reading: Reading, payload: unknown, judges: Judges): Promise<Judged> {
  const received: ReceivedAlert[] = [];
  const warnings = new Set<string>(reading.warnings);
  for (const alert of reading.alerts) {
    const rules = await judges.askRules(alert);
    for (const warning of rules.warnings) warnings.add(warning);
    const word = alert.severity_raw === null ? null : judges.readWord(alert.source, alert.severity_raw);
    const assessment = assessSeverity(alert, { userRule: rules.assessment, word }, judges.fallback);
    received.push({ alert, payload: received.length === 0 ? payload : null, assessment });
  }
  return { received, warnings: [...warnings] };
}
