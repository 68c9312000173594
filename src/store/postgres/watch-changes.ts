import type { Database } from './database.ts';

/** What is announced, in order, as something to loop over; ends with the signal, throws when the connection breaks. */
export async function* watchChanges(
  database: Database,
  signal: AbortSignal,
): AsyncGenerator<string | null, void, undefined> {
  const heard: (string | null)[] = [];
  let wake = (): void => {};
  let ended = false;
  let trouble: unknown = null;
  const listening = database
    .listen(signal, (payload) => {
      heard.push(payload);
      wake();
    })
    .catch((error: unknown) => {
      trouble = error;
    })
    .finally(() => {
      ended = true;
      wake();
    });
  while (!ended || heard.length > 0) {
    while (heard.length > 0) yield heard.shift() ?? null;
    if (ended) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ended || heard.length > 0) resolve();
    });
  }
  await listening;
  if (trouble !== null) throw trouble;
}
