import type { Prepared } from './doors.ts';

/** What goes on record of a workflow that nothing here can run: the line a person can paste instead. */
export function byHand(prepared: Prepared): { readonly by_hand?: string } {
  if (prepared.ok || prepared.outcome !== 'workflow-not-configured' || prepared.paste === null) return {};
  return { by_hand: prepared.paste };
}
