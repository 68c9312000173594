import type { Answer } from '../../answer.ts';
import { quarantined } from '../../answer-received.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textsOf } from '../../input.ts';
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
  return isNew(answer) && (isSet(input, 'apply') || house.config.playbooks.length > 0)
    ? goOnFrom(answer, input, house)
    : answer;
}

/** Only a new incident goes on by itself: alerts that are added to one cost no more than being kept. */
function isNew({ outcome }: Answer): boolean {
  return outcome === 'created' || outcome === 'reopened';
}

/** Without `--apply` playbooks propose and nothing else; suspects are looked for by themselves only where it pays. */
async function goOnFrom(received: Answer, input: Input, house: House): Promise<Answer> {
  if (received.incident === null) return received;
  const { answerGoingOn } = await import('../../go-on-answer.ts');
  const done = new Set(isSet(input, 'apply') ? [] : ['note-suspects']);
  const went = await answerGoingOn(received.incident, input, house, { until: 'drafted', done });
  return {
    ...went,
    outcome: received.outcome,
    exit_code: went.exit_code === 0 ? received.exit_code : went.exit_code,
    lines: [...received.lines, ...went.lines],
    more: { ...went.more, ...received.more },
    files: { ...received.files, ...went.files },
    warnings: [...received.warnings, ...went.warnings],
    error: went.error ?? received.error,
  };
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
