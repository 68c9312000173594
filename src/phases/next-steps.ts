import type { ApprovalPolicy } from '../incident/command.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { isAtLeast, type Severity } from '../incident/severity.ts';
import { isForHands } from './is-for-hands.ts';
import { whyNotVerified } from './resolution.ts';

/** A command to type next, and why. */
export interface NextStep {
  readonly command: string;
  readonly why: string;
}

/** What the team's own rules say about the steps ahead. */
export interface StepRules {
  readonly postMortemRequiredFrom: Severity;
  /** How many have to approve, and whether with an SSH signature. */
  readonly approvals: Pick<ApprovalPolicy, 'count' | 'signed'>;
  /** Whether a command is configured for a workflow. */
  readonly configured: (workflow: string) => boolean;
}

/** What the incident waits for from people, most pressing first. */
export function nextSteps(incident: Incident, rules: StepRules): readonly NextStep[] {
  const { id } = incident;
  switch (incident.status) {
    case 'open':
    case 'investigating':
    case 'mitigating':
      // What is verified is over: nothing that was planned before has to be done any more.
      return whyNotVerified(incident) === null
        ? [...runningStep(incident), resolveStep(incident), ...commanderStep(incident)]
        : ongoingSteps(incident, rules);
    case 'resolved':
      return lessonSteps(incident, rules);
    case 'closed':
      return incident.action_items
        .filter((action) => action.state === 'open')
        .map((action) => ({
          command: `incident action done ${id} ${action.id}`,
          why: `once it is done: ${action.text}`,
        }));
  }
}

function ongoingSteps(incident: Incident, rules: StepRules): readonly NextStep[] {
  const { id, status } = incident;
  if (status === 'open') {
    return [
      { command: `incident ack ${id}`, why: 'nobody has acknowledged yet' },
      ...(isCleared(incident) ? [verifyStep(incident)] : pendingSteps(incident, rules)),
    ];
  }
  return [
    ...runningStep(incident),
    ...commanderStep(incident),
    ...(status === 'mitigating' ? [verifyStep(incident)] : investigatingSteps(incident, rules)),
  ];
}

function resolveStep({ id }: Incident): NextStep {
  return { command: `incident resolve ${id}`, why: 'the latest verification passed' };
}

/** Whoever acknowledges an open incident leads it. */
function commanderStep({ commander, id, status }: Incident): readonly NextStep[] {
  if (commander !== null || status === 'open') return [];
  return [{ command: `incident assign ${id} commander <person>`, why: 'nobody leads the response' }];
}

function investigatingSteps(incident: Incident, rules: StepRules): readonly NextStep[] {
  const { id } = incident;
  if (runningStep(incident).length > 0) return [];
  if (isCleared(incident)) return [verifyStep(incident)];
  const pending = pendingSteps(incident, rules);
  if (pending.length > 0) return pending;
  return [
    { command: `incident note ${id} "…" --kind finding`, why: 'write down what is found' },
    {
      command: `incident mitigate propose ${id} --workflow smartspec_rollback --arg failed-deployment-id=…`,
      why: 'stop the impact first',
    },
  ];
}

/** What was started and never came to an end on record: a crash came between, and only a person can find out. */
function runningStep({ id, mitigations }: Incident): readonly NextStep[] {
  const running = mitigations.findLast(({ state }) => state === 'running');
  if (running === undefined) return [];
  return [{ command: outcomeCommand(id, running.id), why: `how ${running.id} ended is not on record` }];
}

function pendingSteps({ id, mitigations }: Incident, rules: StepRules): readonly NextStep[] {
  const waiting = mitigations.filter(({ state }) => state === 'proposed' || state === 'approved');
  const latest = waiting.at(-1);
  // What a playbook proposes first is what it means; of what people propose the latest is.
  const meant = latest?.playbook === undefined ? latest : waiting.find(({ playbook }) => playbook === latest.playbook);
  const pending = waiting.toSorted((one, other) => approversOf(other) - approversOf(one))[0];
  const chosen = pending !== undefined && approversOf(pending) > 0 ? pending : meant;
  return chosen === undefined ? [] : [pendingStep(id, chosen, rules)];
}

function approversOf({ approvals }: Mitigation): number {
  return new Set(approvals.map(({ by }) => by)).size;
}

function pendingStep(id: string, pending: Mitigation, { approvals, configured }: StepRules): NextStep {
  if (isForHands(pending, configured)) {
    return {
      command: outcomeCommand(id, pending.id),
      why: `nothing here can run ${pending.id}; once it is done by hand: ${pending.by_hand}`,
    };
  }
  const have = approversOf(pending);
  if (have >= approvals.count) {
    return { command: `incident mitigate run ${id} ${pending.id} --apply`, why: `${pending.id} is approved` };
  }
  const how = approvals.signed === true ? '--key <ssh key>' : '--as <person>';
  const lacking = `${pending.id} has ${have} of ${approvals.count} approvals`;
  return {
    command: `incident mitigate approve ${id} ${pending.id} ${how}`,
    why: have === 0 ? `${pending.id} waits for approval` : lacking,
  };
}

function outcomeCommand(id: string, mitigation: string): string {
  return `incident mitigate outcome ${id} ${mitigation} --worked|--no-effect|--worse --text "…"`;
}

function verifyStep(incident: Incident): NextStep {
  const why = isCleared(incident) ? 'every alert has cleared' : 'a mitigation was carried out';
  return { command: `incident verify ${incident.id}`, why: `${why}; resolved means verified` };
}

function lessonSteps(incident: Incident, { postMortemRequiredFrom: requiredFrom }: StepRules): readonly NextStep[] {
  const { id, post_mortem, contributing_factors, action_items, highest_severity } = incident;
  const steps: NextStep[] = [];
  const required = isAtLeast(highest_severity, requiredFrom);
  if (!required) steps.push({ command: `incident close ${id}`, why: `${highest_severity} needs no post-mortem` });
  if (contributing_factors.length === 0) {
    steps.push({
      command: `incident rca ${id} --trigger "…" --factor "…" --factor "…" --why "…"`,
      why: 'no contributing factor is on record',
    });
  }
  if (action_items.length === 0) {
    steps.push({
      command: `incident action add ${id} "…" --owner … --type prevent --due YYYY-MM-DD`,
      why: 'nothing is planned against a repeat',
    });
  }
  if (post_mortem.state === 'none')
    steps.push({ command: `incident post-mortem draft ${id}`, why: 'the report is not written' });
  if (post_mortem.state === 'draft')
    steps.push({ command: `incident post-mortem finalize ${id} --as <person>`, why: 'the report is a draft' });
  if (post_mortem.state === 'final') return [{ command: `incident close ${id}`, why: 'the post-mortem is final' }];
  return steps;
}

function isCleared({ alert_count, firing }: Incident): boolean {
  return alert_count > 0 && firing.length === 0;
}
