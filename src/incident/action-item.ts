export const actionTypes = ['prevent', 'detect', 'mitigate', 'process'] as const;
export type ActionType = (typeof actionTypes)[number];

export const priorities = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof priorities)[number];

/** Something to change so that the incident does not come back, or hurts less. */
export interface ActionItem {
  /** `A1`, `A2` … within its incident. */
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly type: ActionType | null;
  readonly priority: Priority | null;
  /** Calendar date `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly ticket: string | null;
  /** How anyone can see that it is done: a number, a test, an artefact. */
  readonly end_state: string | null;
  /** The contributing factor it answers, counted from 1. */
  readonly factor: number | null;
  readonly state: 'open' | 'done' | 'dropped';
  /** Why it was dropped, or how it was done. */
  readonly because: string | null;
}
