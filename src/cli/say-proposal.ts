import type { Mitigation } from '../incident/incident.ts';
import type { Prepared } from '../road/doors.ts';
import type { House } from './house.ts';

/** Everything that whoever approves has to know, as `--json` spells it. */
export interface Proposal {
  readonly mitigation: string;
  readonly workflow: string | null;
  readonly playbook: string | null;
  /** The absolute path of the program; null where nothing is configured to run. */
  readonly target: string | null;
  readonly arguments: readonly string[] | null;
  readonly shown: string | null;
  readonly risk: string;
  readonly checked_afterwards: readonly string[];
}

/** What a proposal comes to now. */
export function proposalOf(house: House, mitigation: Mitigation, prepared: Prepared): Proposal {
  const [target = null, ...args] = prepared.ok ? prepared.command : [];
  const plan = house.planOf(mitigation);
  return {
    mitigation: mitigation.id,
    workflow: mitigation.workflow,
    playbook: mitigation.playbook ?? null,
    target,
    arguments: prepared.ok ? args : null,
    shown: prepared.ok ? prepared.shown : null,
    risk: plan.risk ?? riskOf(mitigation.workflow ?? ''),
    checked_afterwards: plan.checks,
  };
}

/** The same for a person. */
export function sayProposal({
  target,
  arguments: args,
  risk,
  checked_afterwards: checks,
}: Proposal): readonly string[] {
  return [
    ...(target === null ? [] : [`program:   ${target}`, `arguments: ${JSON.stringify(args)}`]),
    `risk:      ${risk}`,
    `checked afterwards: ${checks.length === 0 ? 'nothing; a person has to say whether it helped' : checks.join(', ')}`,
  ];
}

function riskOf(workflow: string): string {
  const known: Readonly<Record<string, string>> = {
    smartspec_rollback: 'replaces what runs in production by an earlier version; data written since may not fit it',
    smartspec_hotfix_assistant: 'puts code into production that has run nowhere yet',
  };
  return Object.hasOwn(known, workflow) ? (known[workflow] ?? '') : 'not known to this program; it runs as you do';
}
