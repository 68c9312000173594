import { noteSuspects } from '../../../road/note-suspects.ts';
import { alignColumns } from '../../align-columns.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { isSet } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { sayMoment } from '../../say-moment.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `suspects [id] [--note]`: what changed shortly before it began, each with the reason why it is thought of. */
export const suspects: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const meant = await pickIncident(house, id, null);
  const { suspects: found, looked_at, notes } = await house.findSuspects(meant);
  const kept = isSet(input, 'note')
    ? await noteSuspects(meant, found, whoAndWhen(input, house), house)
    : { incident: meant, noted: 0 };
  const rows = found.flatMap(({ rank, kind, title, at, reason }) => [
    [`${rank}.`, sayMoment(at), kind, title.slice(0, 100)],
    ['', '', '', reason],
  ]);
  return about(house, kept.incident, found.length === 0 ? 'no-suspects' : 'suspects', {
    lines: [
      ...alignColumns(rows),
      ...notes,
      ...(kept.noted === 0 ? [] : [`${kept.noted} ${kept.noted === 1 ? 'hypothesis' : 'hypotheses'} written down`]),
    ],
    more: { suspects: found, looked_at, notes, noted: kept.noted },
  });
};
