import type { Asked } from '../incident/command.ts';
import { type Answer, exitCodes } from './answer.ts';
import { answerReceived } from './answer-received.ts';
import type { House } from './house.ts';
import { type Input, isSet } from './input.ts';
import { type GivenPayload, takePayloads } from './take-payloads.ts';
import { whoAndWhen } from './who-and-when.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Takes payloads and answers for each; a wrong flag beside them costs exit 2 and never the alert. */
export async function takeAndAnswer(
  given: readonly GivenPayload[],
  input: Input,
  house: House,
): Promise<readonly Answer[]> {
  const { asked, wrong } = readAsked(input, house);
  const answers = await answerReceived(await takePayloads(given, asked, house), isSet(input, 'explain'), house);
  if (wrong === null) return answers;
  const { reason, message, hint } = wrong;
  return answers.map((one) =>
    one.exit_code === exitCodes.done || one.exit_code === exitCodes.degraded
      ? { ...one, exit_code: exitCodes.wrongUsage, error: { reason, message, hint } }
      : one,
  );
}

function readAsked(input: Input, house: House): { readonly asked: Asked; readonly wrong: WrongUsage | null } {
  try {
    return { asked: whoAndWhen(input, house), wrong: null };
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    const now = house.now();
    return { asked: { by: null, at: now, now }, wrong: error };
  }
}
