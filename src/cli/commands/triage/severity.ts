import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { readSeverity, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `severity [id] <SEV-n> --because "…"`. */
export const severity: Action = (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const [typed] = words;
  if (typed === undefined) {
    throw new WrongUsage(
      'severity-missing',
      'Which severity?',
      'incident severity SEV-1 --because "payments fail in every region"',
    );
  }
  const level = readSeverity(typed);
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
