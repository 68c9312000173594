import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { textOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { whoAsks } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `audit export <id> [--out <folder>]`: the whole record in one file that an auditor can check by itself. */
export const auditExport: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, null);
  const exported = await (await house.upkeep()).exportRecord(incident.id, whoAsks(input, house), textOf(input, 'out'));
  if (!exported.ok) {
    throw new WrongUsage(
      exported.reason === 'unknown-incident' ? 'unknown-incident' : 'out-not-allowed',
      exported.reason === 'unknown-incident'
        ? `No record of ${incident.id} is kept.`
        : `${exported.path} is outside what may be written.`,
      'Use a folder under .spec/reports/.',
    );
  }
  const { path, files, signed } = exported;
  return answer('exported', {
    incident,
    lines: [`${files} files in ${path}${signed ? ', signed' : ', not signed: no security.signing_key'}`],
    files: { archive: path },
    more: { archived_files: files, signed },
    next: [{ command: `incident audit verify @${path}`, why: 'checks it by itself, also elsewhere' }],
  });
};

/** `audit verify @archive`: checks an exported record without the project it came from. */
export async function verifyArchive(given: string, house: House): Promise<Answer> {
  const fetched = await fetchPayload(given, house);
  if (!fetched.ok) throw new WrongUsage(fetched.reason, fetched.message, 'incident audit verify @INC-….archive.jsonl');
  const examined = (await house.upkeep()).examineArchive(fetched.bytes);
  if (!examined.ok) return damaged(`The archive does not verify: ${examined.why}.`, {});
  const { examination, signature } = examined;
  const { first_bad, entries, id } = examination;
  const more = { examinations: [examination], archive_signature: signature };
  if (first_bad !== null) {
    return damaged(`The archive of ${id} does not verify: entry ${first_bad.entry} ${first_bad.why}.`, more);
  }
  const words = {
    fits: 'its signature fits',
    'no-key': 'signed, not checked: no key (security.verify_key)',
    missing: 'it is not signed',
  }[signature];
  return answer('verified', {
    headline: false,
    lines: [
      `${id}: every file is what was exported, the chain of ${entries} ${entries === 1 ? 'entry' : 'entries'} is whole; ${words}`,
    ],
    more,
  });
}

function damaged(message: string, more: Readonly<Record<string, unknown>>): Answer {
  const error = { reason: 'archive-damaged', message, hint: 'Ask for another copy: incident audit export <id>' };
  return answer('damaged', { headline: false, exit_code: exitCodes.integrity, more, error });
}
