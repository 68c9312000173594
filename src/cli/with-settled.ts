import type { LastResort } from '../reactions/nobody-reached.ts';
import { type Answer, exitCodes } from './answer.ts';
import type { Settled } from './telling-house.ts';

/** Adds to an answer how telling people went; when nobody was reached, whom to call and what to say. */
export function withSettled(answered: Answer, { warnings, exit_code, last_resort }: Settled): Answer {
  const told = { ...answered, warnings: [...answered.warnings, ...warnings] };
  const worse = answered.exit_code === exitCodes.done ? exit_code : answered.exit_code;
  if (last_resort === null) return { ...told, exit_code: worse };
  return {
    ...told,
    exit_code: worse,
    more: { ...answered.more, last_resort },
    error: answered.error ?? {
      reason: 'nobody-reached',
      message: 'Recorded, but nobody was reached. Call somebody:',
      hint: lastResortLines(last_resort).join('\n  '),
    },
  };
}

/** The sheet for the terminal: names, numbers, and a text ready to be read out or pasted. */
export function lastResortLines({ people, text }: LastResort): readonly string[] {
  const width = Math.max(0, ...people.map(({ name }) => name.length));
  const numbers = people.map(({ name, phone }) => `${name.padEnd(width)}  ${phone ?? 'no phone number configured'}`);
  return [...(numbers.length === 0 ? ['nobody is configured under people'] : numbers), 'Text to paste:', `  ${text}`];
}
