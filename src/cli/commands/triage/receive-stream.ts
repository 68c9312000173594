import { type Piece, splitStream } from '../../../alerts/split-stream.ts';
import { StoreTrouble } from '../../../store/incident-store.ts';
import { type Answer, answer, type ExitCode, exitCodes } from '../../answer.ts';
import { answerTrouble } from '../../explain-error.ts';
import { followAlert, goesOn, hasBegun } from '../../follow-alert.ts';
import { type FollowUp, openFollowUp } from '../../follow-up.ts';
import { gatherArrived } from '../../gather-arrived.ts';
import type { House } from '../../house.ts';
import { type Input, isSet } from '../../input.ts';
import { largestPayload } from '../../read-input.ts';
import { takeAndAnswer } from '../../take-and-answer.ts';

/** So many payloads share one turn at most, so that the first of them does not wait long for its answer. */
const mostTogether = 2048;

/**
 * Takes payload after payload from a stream; each is durable before its answer, and the answers come in order.
 *
 * What has arrived by the time the disk is free is kept together. Incidents that begin are followed up behind the back
 * of the stream, one after another. A stream of one payload is answered like a payload given by itself.
 */
export async function receiveStream(chunks: AsyncIterable<Uint8Array>, input: Input, house: House): Promise<Answer> {
  const splitter = splitStream(largestPayload);
  const followUp = openFollowUp(input, house);
  const tally = openTally(input, house, followUp);
  const take = async (pieces: readonly Piece[]): Promise<void> => {
    for (let from = 0; from < pieces.length; from += mostTogether) {
      tally.add(await takeTogether(pieces.slice(from, from + mostTogether), input, house));
    }
  };
  for await (const arrived of gatherArrived(chunks)) await take(splitter.push(arrived));
  await take(splitter.end());
  if (tally.isEmpty())
    tally.add(await takeTogether([{ kind: 'unreadable', bytes: Buffer.alloc(0), size: 0 }], input, house));
  const only = tally.only();
  if (only !== null) return followAlert(only, input, house);
  return tally.close(await followUp.done());
}

async function takeTogether(pieces: readonly Piece[], input: Input, house: House): Promise<readonly Answer[]> {
  try {
    const given = pieces.map(({ bytes, size }) => ({ bytes, source: null, size }));
    return await takeAndAnswer(given, input, house);
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    // The disk may recover, and the sender can't send again what was never answered.
    return pieces.map(() => answerTrouble(error));
  }
}

/** What is worst for whoever sent the stream, first: a bug, damage, alerts that were not kept, unreadable ones, nobody told. */
const worstFirst: readonly ExitCode[] = [
  exitCodes.bug,
  exitCodes.integrity,
  exitCodes.refused,
  exitCodes.unsuccessful,
  exitCodes.wrongUsage,
  exitCodes.degraded,
];

/** As long as it takes to see that a stream of one payload has ended, and short enough for one that goes on, in milliseconds. */
const untilNext = 250;

/**
 * Gives the answers out and counts them. For a machine each is given at once, or, where the first incident may go on,
 * after a moment; for a person the first waits until it is known whether it is the only one.
 */
function openTally(input: Input, house: House, followUp: FollowUp) {
  const json = isSet(input, 'json');
  const counts = new Map<string, number>();
  const codes = new Set<ExitCode>();
  let first: Answer | null = null;
  let latest: Answer | null = null;
  let total = 0;
  let timer: NodeJS.Timeout | null = null;
  const give = (answers: readonly Answer[]): void => {
    house.say(...(json ? answers : answers.map(shorten)));
    for (const { incident, outcome } of answers) if (incident !== null) followUp.add(outcome, incident.id);
  };
  const takeFirst = (): readonly Answer[] => {
    if (timer !== null) clearTimeout(timer);
    const taken = first === null ? [] : [first];
    first = null;
    return taken;
  };
  return {
    isEmpty: () => total === 0,
    /** The only answer of the stream, unless it has been given. */
    only: () => {
      if (timer !== null) clearTimeout(timer);
      return first;
    },
    add: (answers: readonly Answer[]) => {
      for (const one of answers) {
        latest = one;
        counts.set(one.outcome, (counts.get(one.outcome) ?? 0) + 1);
        codes.add(one.exit_code);
      }
      total += answers.length;
      const [only] = answers;
      if (total === 1 && only !== undefined && (!json || (hasBegun(only) && goesOn(input, house)))) {
        first = only;
        if (json) timer = setTimeout(() => give(takeFirst()), untilNext);
      } else if (answers.length > 0) give([...takeFirst(), ...answers]);
    },
    close: (followed: ExitCode): Answer => {
      codes.add(followed);
      const exit_code = worstFirst.find((code) => codes.has(code)) ?? exitCodes.done;
      if (json) return { ...(latest ?? answer('stream-ended')), exit_code, said: true };
      const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
      return answer('stream-ended', { exit_code, lines: [`${total} payloads: ${parts.join(', ')}`], headline: false });
    },
  };
}

/** One line of a stream, for a person. */
function shorten(one: Answer): Answer {
  const { incident, outcome } = one;
  const what = incident === null ? (one.lines[0] ?? '') : `${incident.id}  ${incident.severity}  ${incident.title}`;
  return { ...one, headline: false, next: [], lines: one.error === null ? [`${outcome}  ${what}`] : [] };
}
