import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { readSeverity, whoAndWhen } from '../../who-and-when.ts';

/** `severity [id] <SEV-n> --because "…"`. */
export const severity: Action = (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const level = readSeverity(words[0] ?? '');
  const because = textOf(input, 'because') ?? '';
  return ask(
    house,
    id,
    'change-severity',
    { type: 'change-severity', ...whoAndWhen(input, house), severity: level, because },
    (incident) => ({
      outcome: 'severity-changed',
      lines: [`severity is ${incident.severity}: ${incident.severity_because}`],
    }),
  );
};
