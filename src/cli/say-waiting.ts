import type { SharingState } from './sharing-house.ts';

/** What waits on this machine, in words. */
export function sayWaiting({ waiting, waiting_since }: Pick<SharingState, 'waiting' | 'waiting_since'>): string {
  const [what, does] = waiting === 1 ? ['record is', 'waits'] : ['records are', 'wait'];
  const since = waiting_since === null ? '' : ` since ${waiting_since.slice(0, 16).replace('T', ' ')} UTC`;
  return `${waiting} ${what} kept on this machine only and ${does} for the database${since}`;
}
