import { parseDuration } from '../incident/duration.ts';
import type { Severity } from '../incident/severity.ts';
import { ownValue } from './channels.ts';
import type { EscalationConfig, OncallConfig, OncallProblem } from './oncall-config.ts';

/** What one severity's escalation says, with every time in seconds. */
export interface EscalationPolicy {
  readonly steps: readonly { readonly after: number; readonly notify: readonly string[] }[];
  /** How many rounds there are in all; the configuration counts the repeats after the first. */
  readonly rounds: number;
  readonly round_seconds: number;
  readonly acknowledgement_expires: number | null;
}

/** When one step is due, and whom it tells. `step` and `round` count from 1 and together name it once and for all. */
export interface EscalationStep {
  readonly step: number;
  /** Counts on for as long as the incident lasts, so that every step keeps its name. */
  readonly round: number;
  /** The same as people count: from one again where an acknowledgement expired. */
  readonly turn: number;
  readonly due_at: string;
  /** When the acknowledgement expired that this step follows; null where nobody had answered. */
  readonly expired_at: string | null;
  readonly targets: readonly string[];
}

const mostRepeats = 20;
const shortestRound = 5 * 60;

/** The configured escalation for a severity, else the default one, under the key it stands; null if there is none. */
export function escalationFor(
  escalation: OncallConfig['escalation'],
  severity: Severity,
): { readonly key: string; readonly config: EscalationConfig } | null {
  for (const name of [severity, 'default']) {
    const config = ownValue(escalation, name);
    if (config !== undefined) return { key: `escalation.${name}`, config };
  }
  return null;
}

/** Reads an escalation; `after` counts from the start of the round, so it never goes down from one step to the next. */
export function readEscalation(
  key: string,
  config: EscalationConfig,
):
  | { readonly ok: true; readonly policy: EscalationPolicy }
  | { readonly ok: false; readonly problems: OncallProblem[] } {
  const problems: OncallProblem[] = [];
  const report = (field: string, reason: OncallProblem['reason'], text: string, example: string): number => {
    problems.push({ key: `${key}.${field}`, reason, text, example });
    return 0;
  };
  const seconds = (field: string, text: string): number => {
    const read = parseDuration(text);
    return read.ok ? read.seconds : report(field, 'not-a-duration', `"${text}" is not a duration`, '15m');
  };
  const steps = config.steps.map((step, index) => ({
    after: seconds(`steps.${index}.after`, step.after),
    notify: step.notify,
  }));
  if (steps.length === 0) report('steps', 'no-steps', 'it has no steps', '[{ after: 0m, notify: [oncall:primary] }]');
  if (problems.length === 0 && steps.some((step, index) => step.after < (steps[index - 1]?.after ?? 0))) {
    report('steps', 'steps-out-of-order', '`after` counts from the start, so it can not go down', '0m, 5m, 15m');
  }
  const repeat = config.repeat ?? 0;
  if (!Number.isInteger(repeat) || repeat < 0 || repeat > mostRepeats) {
    report('repeat', 'not-a-repeat-count', `${repeat} is not a number of repeats from 0 to ${mostRepeats}`, '3');
  }
  const last = steps.at(-1)?.after ?? 0;
  const every = config.repeat_every === undefined ? null : seconds('repeat_every', config.repeat_every);
  if (every !== null && repeat > 0 && problems.length === 0 && (every < last || every === 0)) {
    report('repeat_every', 'steps-out-of-order', 'a round can not be over before its last step', '30m');
  }
  const expires = config.acknowledgement_expires;
  const acknowledgementExpires = expires === undefined ? null : seconds('acknowledgement_expires', expires);
  if (problems.length > 0) return { ok: false, problems };
  // Whoever is told last gets as long to react as whoever was told before them.
  const patience = Math.max(last - (steps.at(-2)?.after ?? last), shortestRound);
  return {
    ok: true,
    policy: {
      steps,
      rounds: repeat + 1,
      round_seconds: every ?? last + patience,
      acknowledgement_expires: acknowledgementExpires,
    },
  };
}

/**
 * Every step that is or will be due, in order, for an incident that nobody but `acknowledged_at` has answered (times in
 * ISO-8601). An acknowledgement ends what is not yet due. If acknowledgements expire, it all starts anew once the last
 * one has; the rounds go on counting from where a whole run would have ended, so every step keeps its name.
 */
export function planEscalation(
  policy: EscalationPolicy,
  incident: { readonly starts_at: string; readonly acknowledged_at: readonly string[] },
): EscalationStep[] {
  const start = Date.parse(incident.starts_at);
  const acknowledged = incident.acknowledged_at.map((at) => Date.parse(at)).filter((at) => at >= start);
  if (Number.isNaN(start)) return [];
  const steps: EscalationStep[] = [];
  let from: number | null = start;
  let firstRound = 1;
  for (const end of [...acknowledged.sort((a, b) => a - b), Infinity]) {
    if (from !== null && end >= from) {
      steps.push(...stepsOf(policy, { from, end, firstRound, expired: from !== start }));
      firstRound += policy.rounds;
    }
    from = policy.acknowledgement_expires === null ? null : end + policy.acknowledgement_expires * 1000;
  }
  return steps;
}

/** When an acknowledgement stops holding; null if it never does. */
export function acknowledgementExpiresAt(policy: EscalationPolicy, acknowledgedAt: string): string | null {
  const at = Date.parse(acknowledgedAt);
  if (policy.acknowledgement_expires === null || Number.isNaN(at)) return null;
  return new Date(at + policy.acknowledgement_expires * 1000).toISOString();
}

interface Stretch {
  readonly from: number;
  readonly end: number;
  readonly firstRound: number;
  readonly expired: boolean;
}

function stepsOf(policy: EscalationPolicy, { from, end, firstRound, expired }: Stretch): EscalationStep[] {
  const steps: EscalationStep[] = [];
  for (let round = 0; round < policy.rounds; round += 1) {
    policy.steps.forEach((step, index) => {
      const due = from + (round * policy.round_seconds + step.after) * 1000;
      if (due >= end) return;
      steps.push({
        step: index + 1,
        round: firstRound + round,
        turn: round + 1,
        expired_at: expired ? new Date(from).toISOString() : null,
        due_at: new Date(due).toISOString(),
        targets: step.notify,
      });
    });
  }
  return steps;
}
