import { later } from './entries.ts';

/** Seconds until the next attempt, by the number of attempts so far; after the last one it is given up. */
const pauses = [15, 60, 300, 900] as const;

/** A server that asks for more patience than this is asked again anyway, in seconds. */
const longestPause = 3600;

/** When a message may be tried again after its `attempt`-th failure; null when never. */
export function retryAt(
  attempt: number,
  { retry, retry_after }: { readonly retry: boolean; readonly retry_after: number | null },
  now: string,
): string | null {
  const pause = pauses[attempt - 1];
  if (!retry || pause === undefined) return null;
  return later(now, Math.min(longestPause, Math.max(pause, retry_after ?? 0)));
}
