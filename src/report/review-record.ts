import type { Incident } from '../incident/incident.ts';
import { findIncomplete, type IncompleteCategory, type IncompleteFinding } from './find-incomplete.ts';
import type { KnownPeople } from './people.ts';
import { plainText } from './plain-text.ts';
import { fill, type Words } from './words/words.ts';

export interface ReviewRow {
  readonly check: string;
  readonly done: boolean;
  readonly finding: string;
}

const categories: readonly IncompleteCategory[] = [
  'times-out-of-order',
  'impact-without-numbers',
  'too-few-factors',
  'trigger-missing',
  'why-ends-at-person',
  'action-incomplete',
  'factor-unanswered',
  'lessons-missing',
];

/** The review checklist: what a machine can check is ticked or explained, the rest waits for the meeting. */
export function reviewRows(incident: Incident, people: KnownPeople, words: Words): readonly ReviewRow[] {
  const findings = findIncomplete(incident, people);
  const checked = categories.map((category) => {
    const open = findings.filter((finding) => finding.category === category);
    return {
      check: words.check[category],
      done: open.length === 0,
      finding: open.length === 0 ? words.check.ok : sayOpen(category, open, incident, words),
    };
  });
  const signedOff = incident.post_mortem.state === 'final';
  const byPeople = [words.check.timeline_true, words.check.useful, words.check.no_over_claim];
  const finding = signedOff ? words.check.ok : words.check.by_people;
  return [...checked, ...byPeople.map((check) => ({ check, done: signedOff, finding }))];
}

/** Which actions or factors are meant, or what is missing; the whole advice is what the check on the command line says. */
function sayOpen(
  category: IncompleteCategory,
  open: readonly IncompleteFinding[],
  { contributing_factors: factors }: Incident,
  words: Words,
): string {
  const why = open.map((finding) => plainText(finding.why)).join(' ');
  if (category !== 'action-incomplete' && category !== 'factor-unanswered') {
    return fill(words.check.open, { count: open.length, why });
  }
  const about = open.map(({ action_id, text }) => action_id ?? String(factors.indexOf(text) + 1));
  return fill(words.check.open_for, { about: [...new Set(about)].join(words.say.list) });
}
