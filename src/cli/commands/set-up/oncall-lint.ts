import { daysWalked, lintOncall } from '../../../oncall/lint-oncall.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { readMoment } from '../../who-and-when.ts';

/** `oncall lint [--at <time>]`: would an escalation reach a person at any moment of the next months? Fails in CI. */
export const oncallLint: Action = async (input, house) => {
  const typed = textOf(input, 'at');
  const at = typed === null ? house.now() : readMoment(typed, '--at');
  const { calendars } = await house.openOncall(at);
  const findings = lintOncall(house.config, at, calendars);
  const blocking = findings.filter(({ tier }) => tier === 'block');
  const [first] = blocking;
  return answer(blocking.length > 0 ? 'unreachable' : 'reachable', {
    headline: false,
    exit_code: blocking.length > 0 ? exitCodes.unsuccessful : exitCodes.done,
    lines: [
      ...findings.map(
        ({ tier, key, text, why }) => `${tier === 'block' ? 'error' : 'warn '}  ${key}: ${text} (${why})`,
      ),
      `${daysWalked} days from ${at.slice(0, 10)}: ${blocking.length} in the way, ${findings.length - blocking.length} worth knowing`,
    ],
    more: { at, days: daysWalked, findings },
    brief: first === undefined ? null : `Not every escalation would reach a person; the first is ${first.key}.`,
    error:
      first === undefined
        ? null
        : {
            reason: 'escalation-gap',
            message: `${first.key}: ${first.text}`,
            hint: first.why,
          },
  });
};
