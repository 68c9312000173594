import { pino } from 'pino';

/** Says on the way what the program does: a sentence and its facts. */
export type Log = (what: string, facts?: Readonly<Record<string, unknown>>) => void;

/**
 * Opens the log of `--verbose`: one JSON line a step on standard error.
 *
 * Written at once, since the program may end at any moment; every text goes through `redact`, since what is logged is read
 * by more people than the record.
 */
export function openLog(redact: (text: string) => string): Log {
  const logger = pino(
    { level: 'debug', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? redact(value) : Array.isArray(value) ? value.map(clean) : value;
  return (what, facts = {}) => {
    logger.debug(Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, clean(value)])), redact(what));
  };
}
