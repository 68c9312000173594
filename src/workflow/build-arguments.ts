import type { EventData } from '../incident/event.ts';

export type WorkflowArguments = EventData['mitigation.proposed']['args'];

/** Why an argument can't be passed on. */
export interface ArgumentRefused {
  readonly ok: false;
  readonly reason: 'argument-name-invalid' | 'argument-value-invalid' | 'too-many-arguments';
  readonly argument: string;
  readonly text: string;
}

export interface ArgumentsBuilt {
  readonly ok: true;
  readonly argv: readonly string[];
}

const mostArguments = 64;
const longestName = 64;
const longestValue = 4096;
/** Flags of SmartSpec workflows that stand alone; given as `true` or `false`. */
const switches = ['apply', 'allow-network', 'auto-approve', 'json', 'quiet', 'run-once', 'verbose'];
/** Controls, and marks by which a text can look other than what it is to the person approving it. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}]/u;

/** What makes a workflow of the family act instead of plan, once our own approval has been given. */
const actsWith: Readonly<Record<string, readonly string[]>> = {
  smartspec_rollback: ['--apply', '--auto-approve'],
  smartspec_hotfix_assistant: ['--apply'],
};

/**
 * Turns named values into an argument list: `--name`, `value` as two elements.
 *
 * A value that starts with a dash, or is empty, is joined to its name, so that it can neither become a flag of its own
 * nor swallow the flag that follows. With `apply`, what makes the workflow act is added: for the two siblings that are
 * known to need it, or for any workflow with `passApply`; `passApply: false` adds nothing.
 */
export function buildArguments(order: {
  readonly workflow: string;
  readonly args: WorkflowArguments;
  readonly apply: boolean;
  readonly passApply?: boolean | undefined;
}): ArgumentsBuilt | ArgumentRefused {
  const { workflow, args } = order;
  if (args.length > mostArguments) {
    const text = `${args.length} arguments are more than the ${mostArguments} that are passed on.`;
    return { ok: false, reason: 'too-many-arguments', argument: '', text };
  }
  const argv: string[] = [];
  for (const { name, value } of args) {
    if (name.length > longestName || !/^[a-z][a-z0-9-]*$/.test(name)) return refuseName(name);
    if (value.length > longestValue || hidden.test(value)) return refuseValue(name, value);
    if (!switches.includes(name) || !/^(?:true|false)$/.test(value)) argv.push(...pair(name, value));
    else if (value === 'true' && !argv.includes(`--${name}`)) argv.push(`--${name}`);
  }
  if (order.apply) argv.push(...actingFlags(workflow, order.passApply).filter((flag) => !argv.includes(flag)));
  return { ok: true, argv };
}

/** The line a person can paste into the tool that runs SmartSpec workflows, e.g. `/smartspec_rollback --target-version v1`. */
export function invocationLine(workflow: string, argv: readonly string[]): string {
  return [`/${workflow}`, ...argv.map(quote)].join(' ');
}

/** Arguments as a person would type them in a shell. */
export function quote(argument: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

function pair(name: string, value: string): readonly string[] {
  return value === '' || value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

function actingFlags(workflow: string, passApply: boolean | undefined): readonly string[] {
  if (passApply === false) return [];
  if (Object.hasOwn(actsWith, workflow)) return actsWith[workflow] ?? [];
  return passApply === true ? ['--apply'] : [];
}

function refuseName(name: string): ArgumentRefused {
  const shown = JSON.stringify(name.slice(0, longestName));
  const text = `The argument name ${shown} is not made of small letters, digits and dashes, e.g. failed-deployment-id.`;
  return { ok: false, reason: 'argument-name-invalid', argument: name.slice(0, longestName), text };
}

function refuseValue(name: string, value: string): ArgumentRefused {
  const why =
    value.length > longestValue
      ? `is longer than ${longestValue} characters`
      : 'holds a control character, half a character or an invisible mark';
  return { ok: false, reason: 'argument-value-invalid', argument: name, text: `The value of --${name} ${why}.` };
}
