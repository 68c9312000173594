import type { Asked } from '../incident/command.ts';
import type { Refusal } from '../incident/failure.ts';
import type { House } from './house.ts';
import type { Input } from './input.ts';
import type { Backing } from './mending-house.ts';
import { whoAndWhen } from './who-and-when.ts';

/** Who lets something run, and how it is known. */
type Confirmed =
  | { readonly ok: true; readonly asked: Asked; readonly identity: Backing }
  | { readonly ok: false; readonly refusal: Extract<Refusal, { reason: 'identity-mismatch' }> };

/**
 * Reads `--as` and `--happened-at` for what lets something run: a calling account that is somebody's speaks for nobody
 * else. Where the account is nobody's, the name is taken as it is given and kept as such.
 */
export function confirmIdentity(input: Input, house: House): Confirmed {
  const { person, account } = house.caller;
  const asked = whoAndWhen(input, house);
  if (person === null || asked.by === null) return { ok: true, asked, identity: 'word' };
  if (asked.by === person) return { ok: true, asked, identity: 'account' };
  return { ok: false, refusal: { reason: 'identity-mismatch', person: asked.by, account, account_of: person } };
}
