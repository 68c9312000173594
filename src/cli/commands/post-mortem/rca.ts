import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf, textsOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `rca [id] --trigger "…" --factor "…" --why "…"`: what set it off, what let it happen, and why. */
export const rca: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const findings = {
    trigger: textOf(input, 'trigger'),
    factors: textsOf(input, 'factor'),
    whys: textsOf(input, 'why'),
    went_well: textsOf(input, 'wentWell'),
    was_difficult: textsOf(input, 'wasDifficult'),
    got_lucky: textsOf(input, 'gotLucky'),
  };
  return ask(
    house,
    id,
    'record-root-cause',
    { type: 'record-root-cause', ...whoAndWhen(input, house), findings },
    (incident) => ({
      outcome: 'root-cause-recorded',
      lines: [
        ...(incident.root_cause?.trigger == null ? [] : [`trigger: ${incident.root_cause.trigger}`]),
        ...incident.contributing_factors.map((factor, index) => `factor ${index + 1}: ${factor}`),
        ...(incident.root_cause?.whys ?? []).map((why, index) => `why ${index + 1}: ${why}`),
      ],
      warnings:
        incident.contributing_factors.length < 2
          ? ['incidents rarely have a single cause: at least two contributing factors belong in the report']
          : [],
    }),
  );
};
