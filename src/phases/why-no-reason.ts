import type { Refusal } from '../incident/failure.ts';

/** Refuses a reason that says nothing; null where one is given. `wanted` is what the reason tells, in words. */
export function whyNoReason(because: string, wanted = 'why'): Refusal | null {
  return because.trim() === '' ? { reason: 'reason-missing', wanted, flag: '--because "…"' } : null;
}
