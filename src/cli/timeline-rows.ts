import type { TimelineEntry } from '../incident/incident.ts';
import { alignColumns } from './align-columns.ts';

/** Timeline entries as aligned lines: number, time in UTC, who, what. */
export function timelineRows(entries: readonly TimelineEntry[]): readonly string[] {
  return alignColumns(
    entries.map(({ seq, at, recorded_at, by, text, type, data }) => [
      `#${seq}`,
      at.slice(0, 19).replace('T', ' '),
      by ?? '-',
      kindOf(type, data),
      `${text.split('\n')[0] ?? ''}${correction(data)}${isLate(at, recorded_at) ? `  (written down ${recorded_at.slice(0, 16).replace('T', ' ')})` : ''}`,
    ]),
  );
}

/** A correction points at what it corrects; the older entry stays as it was. */
function correction({ amends }: Readonly<Record<string, unknown>>): string {
  return typeof amends === 'number' ? `  (corrects #${amends})` : '';
}

/** What kind of entry it is, in a word; a note is called what it was given as. */
function kindOf(type: string, data: Readonly<Record<string, unknown>>): string {
  if (type !== 'note.added') return type.split('.')[0] ?? type;
  return typeof data['milestone'] === 'string'
    ? data['milestone']
    : typeof data['kind'] === 'string'
      ? data['kind']
      : 'note';
}

function isLate(at: string, recordedAt: string): boolean {
  return Math.abs(Date.parse(recordedAt) - Date.parse(at)) > 5 * 60_000;
}
