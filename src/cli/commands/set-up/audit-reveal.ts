import { respond } from '../../../road/respond.ts';
import { answer, exitCodes } from '../../answer.ts';
import { refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { looksLikeId, pickIncident } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/**
 * `audit reveal [id] [seq] --identity <keyfile> --as <person>`: shows an alert as it came.
 *
 * That it was opened is on record before it is shown; a key that does not open it leaves no such entry.
 */
export const auditReveal: Action = async (input, house) => {
  const [first, second] = input.args;
  const named = first !== undefined && (second !== undefined || looksLikeId(first) || !/^\d+$/.test(first));
  const incident = await pickIncident(house, named ? first : null, null);
  const seq = readSeq(named ? second : first);
  const keyPath = textOf(input, 'identity');
  if (keyPath === null) {
    throw new WrongUsage('no-identity', 'The key that opens it is missing.', 'Give it with --identity <keyfile>.');
  }
  const upkeep = await house.upkeep();
  const original = upkeep.findOriginal(incident.id, seq);
  const number = original?.seq ?? seq ?? 0;
  const asked = whoAndWhen(input, house);
  if (original === null && asked.by !== null) {
    throw new WrongUsage(
      'no-original',
      `No original of ${seq === null ? 'any alert' : `alert ${seq}`} of ${incident.id} is kept.`,
      'Originals are kept, encrypted, once security.encrypt_to names recipients.',
    );
  }
  const command = { type: 'reveal-original', ...asked, seq: number, has_original: original !== null } as const;
  const opened = asked.by === null || original === null ? null : await openWith(keyPath, original);
  if (opened !== null && !opened.ok) {
    throw new WrongUsage(
      opened.reason,
      opened.reason === 'no-identity'
        ? `${keyPath} holds no age identity.`
        : `${original?.path ?? 'The original'} was not encrypted to the identity in ${keyPath}.`,
      'An identity is a line AGE-SECRET-KEY-1… as age-keygen writes it.',
    );
  }
  const response = await respond(incident.id, command, house);
  if (!response.ok) return refused(house, response);
  const bytes = opened?.ok === true ? Buffer.from(opened.bytes) : Buffer.alloc(0);
  const text = bytes.toString('utf8');
  const isText = Buffer.from(text).equals(bytes);
  return answer('revealed', {
    headline: false,
    lines: [isText ? text.replace(/\n$/, '') : bytes.toString('base64')],
    more: {
      id: incident.id,
      seq: number,
      encoding: isText ? 'utf8' : 'base64',
      original: isText ? text : bytes.toString('base64'),
    },
    warnings: response.warnings,
    exit_code: exitCodes.done,
  });

  async function openWith(file: string, found: NonNullable<typeof original>) {
    const key = await house.readFile(file);
    if (!key.ok) throw new WrongUsage(key.reason, `${file} cannot be read: ${key.message}`, '--identity <keyfile>');
    return upkeep.openOriginal(found, key.bytes.toString('utf8'));
  }
};

function readSeq(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new WrongUsage(
    'bad-entry-number',
    `"${typed.slice(0, 40)}" is not the number of an alert.`,
    'incident timeline shows the numbers.',
  );
}
