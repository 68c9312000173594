import { basename } from 'node:path';
import {
  type ArgumentRefused,
  buildArguments,
  invocationLine,
  quote,
  type WorkflowArguments,
} from './build-arguments.ts';

/** The exact argument list that would run, to be shown, approved and run as it is. */
export interface CommandBuilt {
  readonly ok: true;
  readonly command: readonly string[];
  /** The same as a person would type it in a shell. */
  readonly shown: string;
  /** The same as a line to paste into the tool that runs SmartSpec workflows. */
  readonly invocation: string;
}

export interface CommandRefused {
  readonly ok: false;
  readonly reason: 'placeholder-inside-argument' | 'placeholder-as-program-text';
  readonly argument: string;
  readonly text: string;
}

const placeholder = /\{(?:invocation|args)\}/;
const interpreters =
  /^(?:(?:ba|da|z|k|mk|c|tc|fi|a)?sh|busybox|cmd(?:\.exe)?|powershell|pwsh|python[\d.]*|node|deno|bun|perl|ruby|php|lua|osascript|awk)$/;
/** Programs that put their arguments together again and let another shell read them. */
const relays = /^(?:ssh|rsh|mosh|sshpass|su|watch|script|parallel|xargs)$/;
const takesProgramText = /^(?:-[A-Za-z]*[ceEr]|--eval|--command|--print|-p|-Command|\/c)$/;

/**
 * Puts arguments into a configured command, one whole element at a time: `{args}` becomes the argument list,
 * `{invocation}` one element with the line a person would paste; without either the arguments follow at the end.
 *
 * A placeholder within a longer element, or where an interpreter expects program text, is refused: there a value could
 * become code.
 */
export function buildCommand(order: {
  readonly workflow: string;
  /** The absolute path of the program, then the elements configured after it. */
  readonly template: readonly string[];
  readonly args: WorkflowArguments;
  readonly apply: boolean;
  readonly passApply?: boolean | undefined;
}): CommandBuilt | CommandRefused | ArgumentRefused {
  const { workflow, template } = order;
  const built = buildArguments(order);
  if (!built.ok) return built;
  const misplaced = findMisplaced(template) ?? findReadAgain(template, built.argv);
  if (misplaced !== null) return misplaced;
  const invocation = invocationLine(workflow, built.argv);
  const command = template.flatMap((element) => {
    if (element === '{args}') return built.argv;
    return element === '{invocation}' ? [invocation] : [element];
  });
  const placed = template.some((element) => placeholder.test(element));
  const whole = placed ? command : [...command, ...built.argv];
  return { ok: true, command: whole, shown: whole.map(quote).join(' '), invocation };
}

/** An argument that a shell behind the program would not read as the one word it is. */
function findReadAgain(template: readonly string[], argv: readonly string[]): ArgumentRefused | null {
  const relay = template.map((element) => basename(element)).find((name) => relays.test(name));
  const argument = relay === undefined ? undefined : argv.find((one) => quote(one) !== one);
  if (argument === undefined) return null;
  const text = `${relay} lets another shell read its arguments, so ${JSON.stringify(argument.slice(0, 80))} could become a command; only letters, digits and _ @ % + = : , . / - may be handed on. Call it from a script of yours that quotes.`;
  return { ok: false, reason: 'argument-value-invalid', argument: argument.slice(0, 80), text };
}

function findMisplaced(template: readonly string[]): CommandRefused | null {
  for (const [index, element] of template.entries()) {
    if (!placeholder.test(element)) continue;
    if (element !== '{args}' && element !== '{invocation}') {
      const text = `In ${JSON.stringify(element)} the placeholder is part of a longer element; it must stand alone.`;
      return { ok: false, reason: 'placeholder-inside-argument', argument: element, text };
    }
    const before = template[index - 1] ?? '';
    const interpreted = template.slice(0, index).some((earlier) => interpreters.test(basename(earlier)));
    if (index === 0 || (interpreted && takesProgramText.test(before))) {
      const text = `${element} stands where ${before || 'the program'} expects program text, so a value could become code; put it into a script.`;
      return { ok: false, reason: 'placeholder-as-program-text', argument: element, text };
    }
  }
  return null;
}
