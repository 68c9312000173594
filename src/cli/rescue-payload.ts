import type { Answer } from './answer.ts';
import { quarantined } from './answer-received.ts';
import { fetchPayload } from './fetch-payload.ts';
import type { House } from './house.ts';
import type { WrongUsage } from './wrong-usage.ts';

const flag = '--alert-payload';

/** The payload on a command line that could not be read otherwise; null when there is none. */
export function findPayload(argv: readonly string[]): string | null {
  const index = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  const word = argv[index];
  if (word === undefined) return null;
  return word === flag ? (argv[index + 1] ?? null) : word.slice(flag.length + 1);
}

/** Keeps a payload whose command line is wrong, so that correcting the call is all that is left to do. */
export async function rescuePayload(
  given: string,
  { reason, message }: WrongUsage,
  house: Pick<House, 'quarantine' | 'readFile' | 'surroundings'>,
): Promise<Answer> {
  const fetched = await fetchPayload(given, house);
  const bytes = fetched.ok ? fetched.bytes : Buffer.from(given);
  return quarantined(reason, message, [await house.quarantine(bytes, { reason, message })]);
}
