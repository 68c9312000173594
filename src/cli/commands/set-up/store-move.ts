import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
import type { MovedRecord } from '../../sharing-house.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** So many records are named in the answer; of the others only the number. */
const mostNamed = 1000;

/** `store move --to postgres|file [--incident …]`: takes records from one store to the other, compared by hash. */
export const storeMove: Action = async (input, house) => {
  const to = textOf(input, 'to');
  if (to !== 'postgres' && to !== 'file') {
    throw new WrongUsage('where-to', 'It is not said where to: postgres or file.', 'incident store move --to postgres');
  }
  const only = textOf(input, 'incident')?.trim().toUpperCase() ?? null;
  const moved: MovedRecord[] = [];
  const left: MovedRecord[] = [];
  let count = 0;
  let entries = 0;
  for await (const record of await house.moveRecords({ to, url: textOf(input, 'url'), only })) {
    if (record.outcome !== 'moved') {
      left.push(record);
      continue;
    }
    count += 1;
    entries += record.entries;
    if (moved.length < mostNamed) moved.push(record);
  }
  const [first] = left;
  const use = to === 'postgres' ? '{ kind: postgres, url: env:… }' : '{ kind: file }';
  return answer(first === undefined ? 'moved' : 'partly-moved', {
    headline: false,
    exit_code: first === undefined ? exitCodes.done : exitCodes.integrity,
    lines: [
      ...(isSet(input, 'quiet') ? [] : left.map((record) => `${record.id}  stays where it is: ${whyNot(record)}`)),
      `${count} ${count === 1 ? 'record' : 'records'}, ${entries} entries moved to ${to}, every hash the same`,
      `to use it: incident_response.store: ${use}`,
    ],
    more: { to, moved, moved_count: count, left },
    error:
      first === undefined
        ? null
        : {
            reason: first.outcome,
            message: `${first.id} stays where it is: ${whyNot(first)}.`,
            hint: 'incident audit verify --all on both sides; moving again goes on with what is left.',
          },
  });
};

function whyNot({ outcome }: MovedRecord): string {
  return outcome === 'unknown-incident' ? 'there is no such record to move' : 'another record has this id there';
}
