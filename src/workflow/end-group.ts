import { kill } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a group may take to say goodbye before it is killed. */
const graceMilliseconds = 5000;
/** How long a killed group may take to be gone: only a process stuck in the kernel takes any time at all. */
const patienceMilliseconds = 2000;

/** Whether any process of the group that `leader` started is still there. */
export function groupIsAlive(leader: number): boolean {
  return signalGroup(leader, 0);
}

/** Asks a whole process group to end, kills what has not ended after five seconds, and waits until nobody is left. */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  if (await goneWithin(leader, graceMilliseconds)) return;
  signalGroup(leader, 'SIGKILL');
  await goneWithin(leader, patienceMilliseconds);
}

async function goneWithin(leader: number, milliseconds: number): Promise<boolean> {
  const step = 20;
  for (let waited = 0; waited < milliseconds; waited += step) {
    if (!groupIsAlive(leader)) return true;
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
