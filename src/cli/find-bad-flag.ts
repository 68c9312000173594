import type { AnswerError } from './answer.ts';
import { type Input, textOf } from './input.ts';

/** The words that a global flag may be given. */
const words: Readonly<Record<string, readonly string[]>> = {
  lang: ['en', 'th'],
  platform: ['cli', 'kilo', 'ci', 'other'],
};

/** What is wrong with the flags that every command takes; `refuseOut` says why a folder may not be written to. */
export function findBadFlag(input: Input, refuseOut: (folder: string) => string | null): AnswerError | null {
  for (const [flag, known] of Object.entries(words)) {
    const typed = textOf(input, flag);
    if (typed === null || known.includes(typed)) continue;
    return {
      reason: 'unknown-word',
      message: `--${flag} "${typed.slice(0, 40)}" is not known.`,
      hint: `One of: ${known.join(', ')}.`,
    };
  }
  const out = textOf(input, 'out');
  const refusal = out === null ? null : refuseOut(out);
  return refusal === null
    ? null
    : { reason: 'out-not-allowed', message: refusal, hint: 'Use a folder under .spec/reports/.' };
}
