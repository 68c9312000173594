import { setImmediate as nextTurn } from 'node:timers/promises';
import { stripControls } from '../sanitise/terminal-safe.ts';
import { type ExitCode, exitCodes } from './answer.ts';
import { goesOn, hasBegun, notesSuspects } from './follow-alert.ts';
import type { House } from './house.ts';
import { type Input, isSet } from './input.ts';

/** Follows incidents up that begin while further alerts are taken. */
export interface FollowUp {
  /** Takes note of what became of an alert; where it began an incident, that is followed up when its turn comes. */
  readonly add: (outcome: string, id: string) => void;
  /** Resolves when all are followed up, with 1 where something was run and did not succeed. */
  readonly done: () => Promise<ExitCode>;
}

/** A storm of many incidents is for people. */
const mostWaiting = 1_000;

/** Follows up one incident after another, because two runs of one workflow at once could not be told apart. */
export function openFollowUp(input: Input, house: House): FollowUp {
  const waiting = new Map<string, string>();
  let working: Promise<void> | null = null;
  let worst: ExitCode = exitCodes.done;

  async function work(): Promise<void> {
    // Whoever waits for an answer gets it first.
    await nextTurn();
    for (let [next] = waiting; next !== undefined && !isCalledOff(); [next] = waiting) {
      const [id, outcome] = next;
      waiting.delete(id);
      try {
        if (goesOn(input, house)) await goOn(id);
        if (notesSuspects({ outcome }, input, house))
          await (await import('./note-at-triage.ts')).noteAtTriage(id, house);
      } catch (error) {
        house.listening.complain(`${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    waiting.clear();
    working = null;
  }

  /** What is not begun yet when the program is told to end stays as it is on record, for the next call. */
  function isCalledOff(): boolean {
    return isSet(input, 'apply') && house.staying.interrupted().aborted;
  }

  async function goOn(id: string): Promise<void> {
    const incident = await house.store.read(id);
    if (incident === null) return;
    const { answerGoingOn } = await import('./go-on-answer.ts');
    const done = new Set(isSet(input, 'apply') ? [] : ['note-suspects']);
    const went = await answerGoingOn(incident, input, house, { until: 'drafted', done });
    if (went.exit_code === exitCodes.unsuccessful) worst = exitCodes.unsuccessful;
    const lines = [...went.lines, ...(went.error === null ? [] : [went.error.message])];
    for (const line of new Set(lines)) house.listening.complain(`${id}: ${stripControls(line)}`);
  }

  return {
    add: (outcome, id) => {
      if (!hasBegun({ outcome }) || waiting.size >= mostWaiting) return;
      if (!goesOn(input, house) && !notesSuspects({ outcome }, input, house)) return;
      waiting.set(id, outcome);
      working ??= work();
    },
    done: async () => {
      while (working !== null) await working;
      return worst;
    },
  };
}
