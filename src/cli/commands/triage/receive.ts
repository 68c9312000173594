import type { Answer } from '../../answer.ts';
import { quarantined } from '../../answer-received.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import { followAlert } from '../../follow-alert.ts';
import type { House } from '../../house.ts';
import { type Input, textsOf } from '../../input.ts';
import { takeAndAnswer } from '../../take-and-answer.ts';

/** `--alert-payload <json>|@file|-`: the main job. */
export const receive: Action = async (input, house) => {
  const given = textsOf(input, 'alertPayload');
  const [first] = given;
  const conflict = findConflict(input, given);
  if (conflict !== null || first === undefined) {
    const kept: string[] = [];
    for (const payload of given) kept.push(await putAside(house, payload, 'conflicting-flags', conflict ?? ''));
    return quarantined('conflicting-flags', conflict ?? 'No payload was given.', kept);
  }
  if (first === '-') {
    const { receiveStream } = await import('./receive-stream.ts');
    return receiveStream(house.streamStandardInput(), input, house);
  }
  const fetched = await fetchPayload(first, house);
  if (!fetched.ok) {
    return quarantined(fetched.reason, fetched.message, [
      await putAside(house, first, fetched.reason, fetched.message),
    ]);
  }
  return receivePayload(fetched.bytes, input, house);
};

/** Takes one payload from its bytes to the answer. */
export async function receivePayload(bytes: Buffer, input: Input, house: House): Promise<Answer> {
  const [answer] = await takeAndAnswer([{ bytes, source: null }], input, house);
  if (answer === undefined) throw new Error('a payload without an answer');
  return followAlert(answer, input, house);
}

function findConflict(input: Input, given: readonly string[]): string | null {
  if (given.length > 1)
    return `--alert-payload was given ${given.length} times; one call takes one payload, or a stream with "-".`;
  const other = (['manualIncident', 'incidentId'] as const).find((name) => input.options[name] !== undefined);
  if (other === undefined) return null;
  return `--alert-payload and ${other === 'manualIncident' ? '--manual-incident' : '--incident-id'} exclude each other.`;
}

function putAside(house: House, payload: string, reason: string, message: string): Promise<string> {
  return house.quarantine(Buffer.from(payload), { reason, message });
}
