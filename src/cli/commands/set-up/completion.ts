import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { completionScript } from '../../program.ts';
import { readOneOf } from '../../read-one-of.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `completion <shell>`: the script that lets a shell complete commands and flags. */
export const completion: Action = async (input) => {
  const script = await completionScript(readOneOf(input.args[0] ?? '', shells, 'completion'));
  return answer('completion', { headline: false, lines: [script.trimEnd()], more: { script } });
};
