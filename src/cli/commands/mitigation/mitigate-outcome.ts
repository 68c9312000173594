import { type Verdict, verdicts } from '../../../incident/event.ts';
import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textOf } from '../../input.ts';
import { splitMitigation } from '../../pick-mitigation.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `mitigate outcome [id] [M1] --worked|--no-effect|--worse --text "…"`: a person's word on whether it helped. */
export const mitigateOutcome: Action = (input, house) => {
  const { id, mitigation } = splitMitigation(input.args);
  const flags: Readonly<Record<Verdict, boolean>> = {
    worked: isSet(input, 'worked'),
    // The parser reads --no-effect as "effect: no".
    'no-effect': input.options['effect'] === false,
    worse: isSet(input, 'worse'),
  };
  const given = verdicts.filter((verdict) => flags[verdict]);
  const [verdict] = given;
  if (verdict === undefined || given.length > 1) {
    throw new WrongUsage('verdict-unclear', 'Did it help?', 'Give one of --worked, --no-effect or --worse.');
  }
  const text = textOf(input, 'text') ?? '';
  return ask(
    house,
    id,
    'judge-mitigation',
    { type: 'judge-mitigation', ...whoAndWhen(input, house), mitigation, verdict, text },
    (incident) => ({
      outcome: `mitigation-${verdict}`,
      lines: [incident.timeline.findLast((entry) => entry.type === 'mitigation.judged')?.text ?? verdict],
    }),
  );
};
