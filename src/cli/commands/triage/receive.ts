import type { Answer } from '../../answer.ts';
import { answerReceived, quarantined } from '../../answer-received.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textsOf } from '../../input.ts';
import { takePayloads } from '../../take-payloads.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `--alert-payload <json>|@file|-`: the main job. */
export const receive: Action = async (input, house) => {
  const given = textsOf(input, 'alertPayload');
  const [first] = given;
  const conflict = findConflict(input, given);
  if (conflict !== null || first === undefined) {
    const kept = given.map((payload) => putAside(house, payload, 'conflicting-flags', conflict ?? ''));
    return quarantined('conflicting-flags', conflict ?? 'No payload was given.', kept);
  }
  if (first === '-') {
    const { receiveStream } = await import('./receive-stream.ts');
    return receiveStream(house.streamStandardInput(), input, house);
  }
  const fetched = await fetchPayload(first, house);
  if (!fetched.ok) {
    return quarantined(fetched.reason, fetched.message, [putAside(house, first, fetched.reason, fetched.message)]);
  }
  return receivePayload(fetched.bytes, input, house);
};

/** Takes one payload from its bytes to the answer. */
export async function receivePayload(bytes: Buffer, input: Input, house: House): Promise<Answer> {
  const together = await takePayloads([{ bytes, source: null }], whoAndWhen(input, house), house);
  const [answer] = await answerReceived(together, isSet(input, 'explain'), house);
  if (answer === undefined) throw new Error('a payload without an answer');
  return answer;
}

function findConflict(input: Input, given: readonly string[]): string | null {
  if (given.length > 1)
    return `--alert-payload was given ${given.length} times; one call takes one payload, or a stream with "-".`;
  const other = (['manualIncident', 'incidentId'] as const).find((name) => input.options[name] !== undefined);
  if (other === undefined) return null;
  return `--alert-payload and ${other === 'manualIncident' ? '--manual-incident' : '--incident-id'} exclude each other.`;
}

function putAside(house: House, payload: string, reason: string, message: string): string {
  return house.quarantine(Buffer.from(payload), { reason, message });
}
