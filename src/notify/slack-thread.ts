import type { Message } from './notifier.ts';

/** Where a thread hangs. */
export interface Thread {
  readonly channel: string;
  readonly ts: string;
}

/** The first message about the incident to this recipient; a page never hides in a thread. */
export function threadOf({ kind }: Message, references: readonly string[]): Thread | null {
  const [first] = references.flatMap((reference) => readReference(reference) ?? []);
  return kind === 'page' || first === undefined ? null : first;
}

/** Reads `channel/ts`. */
export function readReference(reference: string): Thread | null {
  const [, channel, ts] = /^([A-Z][A-Z0-9]{1,30})\/(\d{1,16}\.\d{1,10})$/.exec(reference) ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
}
