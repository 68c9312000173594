import type { EventData } from '../../../incident/event.ts';
import type { Incident } from '../../../incident/incident.ts';
import { checkBlame } from '../../../report/blame/check-blame.ts';
import { findIncomplete } from '../../../report/find-incomplete.ts';
import { peopleNames } from '../../../road/people-names.ts';
import { about, ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, textOf, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

type Findings = EventData['root-cause.recorded'];

/** `rca [id] --trigger "…" --factor "…" --why "…"`: what set it off and what let it happen; asks at a terminal. */
export const rca: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, 'record-root-cause');
  const given = readFindings(input);
  const findings =
    isEmpty(given) && house.surroundings.mayAsk() ? await askAtTerminal(incident, house.config.people) : given;
  if (findings === null) return about(house, incident, 'left');
  const command = { type: 'record-root-cause', ...whoAndWhen(input, house), findings } as const;
  return ask(house, incident.id, 'record-root-cause', command, (now) => ({
    outcome: 'root-cause-recorded',
    lines: describe(now),
    warnings: challenge(findings, now, peopleNames(house.config.people, now), house.config.people),
  }));
};

/** What a facilitator would ask back: about blame, a single cause, and a chain that ends at a person. */
function challenge(
  given: Findings,
  incident: Incident,
  people: readonly string[],
  known: Parameters<typeof findIncomplete>[1],
): readonly string[] {
  const texts = [given.trigger ?? '', ...given.factors, ...given.whys, ...given.was_difficult, ...given.got_lucky];
  const blaming = texts.flatMap((text) =>
    checkBlame(text, { people })
      .filter(({ tier }) => tier !== 'info')
      .slice(0, 1)
      .map(({ text: passage, why, suggestion }) => `"${passage}": ${why} Instead: ${suggestion}`),
  );
  const open = findIncomplete(incident, known)
    .filter(({ category }) => category === 'too-few-factors' || category === 'why-ends-at-person')
    .map(({ why, suggestion }) => `${why} ${suggestion}`);
  return [...new Set([...blaming, ...open])];
}

function readFindings(input: Input): Findings {
  return {
    trigger: textOf(input, 'trigger'),
    factors: textsOf(input, 'factor'),
    whys: textsOf(input, 'why'),
    went_well: textsOf(input, 'wentWell'),
    was_difficult: textsOf(input, 'wasDifficult'),
    got_lucky: textsOf(input, 'gotLucky'),
  };
}

function isEmpty({ trigger, ...lists }: Findings): boolean {
  return trigger === null && Object.values(lists).every((list) => list.length === 0);
}

async function askAtTerminal(incident: Incident, people: Parameters<typeof peopleNames>[0]): Promise<Findings | null> {
  const { askRootCause } = await import('../../ask-root-cause.ts');
  return askRootCause(incident, peopleNames(people, incident));
}

function describe({ root_cause, contributing_factors }: Incident): readonly string[] {
  return [
    ...(root_cause?.trigger == null ? [] : [`trigger: ${root_cause.trigger}`]),
    ...contributing_factors.map((factor, index) => `factor ${index + 1}: ${factor}`),
    ...(root_cause?.whys ?? []).map((why, index) => `why ${index + 1}: ${why}`),
  ];
}
