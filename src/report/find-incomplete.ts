import type { ActionItem } from '../incident/action-item.ts';
import type { Incident } from '../incident/incident.ts';
import type { MilestoneTimes } from '../incident/milestone.ts';
import { fieldsOf } from './describe-entry.ts';
import { countsImpact } from './impact-sayings.ts';
import { prepareNameRoles } from './name-roles.ts';
import type { KnownPeople } from './people.ts';

export type IncompleteCategory =
  | 'impact-without-numbers'
  | 'too-few-factors'
  | 'trigger-missing'
  | 'why-ends-at-person'
  | 'action-incomplete'
  | 'factor-unanswered'
  | 'lessons-missing'
  | 'times-out-of-order';

/** One point of the review checklist that a machine can see is still open. */
export interface IncompleteFinding {
  readonly kind: 'incomplete';
  readonly tier: 'warn' | 'info';
  readonly category: IncompleteCategory;
  readonly action_id: string | null;
  /** What it is about, as written in the record; empty where something is missing. */
  readonly text: string;
  readonly why: string;
  readonly suggestion: string;
}

/** Pairs of milestones of which the first can't come after the second. */
const order: readonly (readonly [keyof MilestoneTimes, keyof MilestoneTimes])[] = [
  ['started_at', 'detected_at'],
  ['detected_at', 'acknowledged_at'],
  ['started_at', 'mitigated_at'],
  ['mitigated_at', 'resolved_at'],
  ['acknowledged_at', 'resolved_at'],
  ['resolved_at', 'closed_at'],
];

const personWord =
  /\b(?:human|engineers?|developers?|operators?|administrators?|responders?|commander|colleagues?|employees?|someone|somebody|nobody|he|she|they)\b/i;

/** Lists what a reviewer would send back, in the order of the report's sections. */
export function findIncomplete(incident: Incident, people: KnownPeople = {}): readonly IncompleteFinding[] {
  return [
    ...aboutImpact(incident),
    ...aboutTimes(incident),
    ...aboutCauses(incident, people),
    ...aboutLessons(incident),
    ...incident.action_items.flatMap(aboutAction),
    ...aboutFactors(incident),
  ];
}

function found(
  category: IncompleteCategory,
  tier: IncompleteFinding['tier'],
  why: string,
  suggestion: string,
  about: { readonly text?: string; readonly action_id?: string } = {},
): IncompleteFinding {
  return {
    kind: 'incomplete',
    tier,
    category,
    action_id: about.action_id ?? null,
    text: about.text ?? '',
    why,
    suggestion,
  };
}

function aboutImpact(incident: Incident): readonly IncompleteFinding[] {
  const counted =
    countsImpact(incident) ||
    incident.timeline.some((entry) => Object.hasOwn(fieldsOf(fieldsOf(entry.data, 'alert'), 'measurement'), 'value'));
  if (counted) return [];
  const how = 'Add a note of kind impact with a number and its source.';
  return [found('impact-without-numbers', 'info', 'The record has no number for the impact.', how)];
}

function aboutTimes(incident: Incident): readonly IncompleteFinding[] {
  return order.flatMap(([first, second]) => {
    const [from, to] = [incident[first], incident[second]];
    if (from === null || to === null || Date.parse(from) <= Date.parse(to)) return [];
    const why = `${second} (${to}) lies before ${first} (${from}), so no duration can be made of them.`;
    return [found('times-out-of-order', 'warn', why, 'Date the milestone again with a note that names it.')];
  });
}

function aboutCauses(incident: Incident, people: KnownPeople): readonly IncompleteFinding[] {
  const { contributing_factors: factors, root_cause: cause } = incident;
  const toRoles = prepareNameRoles(incident, people);
  const trigger = cause?.trigger ?? null;
  const result: IncompleteFinding[] = [];
  if (trigger === null || trigger.trim() === '') {
    const how = 'Record the change or condition that started it, with the system as its subject.';
    result.push(found('trigger-missing', 'warn', 'The record has no trigger.', how));
  } else if (factors.some((factor) => sameText(factor, trigger))) {
    const why = 'The trigger is also listed as a contributing factor; a factor is a condition that stood before.';
    result.push(
      found('trigger-missing', 'warn', why, 'Say which standing condition let the trigger do harm.', { text: trigger }),
    );
  }
  if (factors.length < 2) {
    const why = `The record has ${factors.length === 0 ? 'no contributing factor' : 'one contributing factor'}; incidents have several.`;
    result.push(found('too-few-factors', 'warn', why, 'Ask what made it possible, and what made it last.'));
  }
  for (const factor of factors.filter((text) => toRoles(text) !== text)) {
    const how = 'Name the condition that stood before, without the person.';
    result.push(
      found('too-few-factors', 'warn', 'A contributing factor names a person.', how, { text: toRoles(factor) }),
    );
  }
  const last = cause?.whys.at(-1);
  if (last !== undefined && (personWord.test(last) || toRoles(last) !== last)) {
    const why = 'The last why ends at a person; there is always a condition behind it.';
    result.push(
      found('why-ends-at-person', 'warn', why, 'Ask once more: what made that possible?', { text: toRoles(last) }),
    );
  }
  return result;
}

function aboutLessons({ root_cause: cause }: Incident): readonly IncompleteFinding[] {
  const empty = [
    ...((cause?.went_well ?? []).length === 0 ? ['what went well'] : []),
    ...((cause?.got_lucky ?? []).length === 0 ? ['where we got lucky'] : []),
  ];
  return empty.map((name) =>
    found(
      'lessons-missing',
      'info',
      `Nothing is written about ${name}.`,
      'Ask in the review; luck is a safeguard not built yet.',
    ),
  );
}

function aboutAction(action: ActionItem): readonly IncompleteFinding[] {
  if (action.state !== 'open') return [];
  const missing = (['owner', 'type', 'priority', 'due'] as const).filter((name) => !action[name]?.trim());
  const wished = (['ticket', 'end_state'] as const).filter((name) => !action[name]?.trim());
  const about = { text: action.text, action_id: action.id };
  const why = (names: readonly string[]): string => `The action has no ${names.join(', no ').replaceAll('_', ' ')}.`;
  if (missing.length > 0) {
    return [
      found('action-incomplete', 'warn', why(missing), 'Give it one owner, a type, a priority and a date.', about),
    ];
  }
  if (wished.length === 0) return [];
  return [
    found(
      'action-incomplete',
      'info',
      why(wished),
      'Say where it is tracked and how anyone sees that it is done.',
      about,
    ),
  ];
}

function aboutFactors({
  contributing_factors: factors,
  action_items: actions,
}: Incident): readonly IncompleteFinding[] {
  return factors.flatMap((factor, index) => {
    if (actions.some((action) => action.factor === index + 1)) return [];
    const why = `Contributing factor ${index + 1} has no action and is no accepted risk.`;
    const how = 'Add an action for it, or drop one with the reason why the risk is accepted.';
    return [found('factor-unanswered', 'info', why, how, { text: factor })];
  });
}

/** Equal but for case, white space and the full stop. */
export function sameText(a: string, b: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[\s.]+/g, ' ')
      .trim();
  return bare(a) === bare(b);
}
