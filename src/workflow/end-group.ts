import { readdirSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a group may take to say goodbye before it is killed. */
const graceMilliseconds = 5000;
/** How long a killed group may take to be gone: only a process stuck in the kernel takes any time at all. */
const patienceMilliseconds = 2000;

/** Whether any process of the group that `leader` started still runs. */
export function groupIsAlive(leader: number): boolean {
  return signalGroup(leader, 0) && (anyMemberRuns(leader) ?? true);
}

/** Asks a whole process group to end, kills what has not ended after five seconds, and waits until nobody is left. */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  if (await goneWithin(leader, graceMilliseconds)) return;
  signalGroup(leader, 'SIGKILL');
  await goneWithin(leader, patienceMilliseconds);
}

async function goneWithin(leader: number, milliseconds: number): Promise<boolean> {
  let step = 10;
  for (let waited = 0; waited < milliseconds; waited += step) {
    if (!groupIsAlive(leader)) return true;
    step = Math.min(step * 2, 100);
    await wait(step);
  }
  return !groupIsAlive(leader);
}

function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return kill(-leader, signal);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Looks past the dead: an orphan that has ended still answers signals until the first process of the machine has
 * collected it, which in many containers never happens. Null where the system does not tell.
 */
function anyMemberRuns(leader: number): boolean | null {
  try {
    return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && runsInGroup(entry, leader));
  } catch {
    return null;
  }
}

function runsInGroup(pid: string, leader: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(group) === leader && state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}
