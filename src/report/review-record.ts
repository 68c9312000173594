import type { Incident } from '../incident/incident.ts';
import { findIncomplete, type IncompleteCategory } from './find-incomplete.ts';
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
    const about = open.map(({ action_id, why }) => plainText(action_id === null ? why : `${action_id}: ${why}`));
    return {
      check: words.check[category],
      done: open.length === 0,
      finding:
        open.length === 0 ? words.check.ok : fill(words.check.open, { count: open.length, why: about.join(' ') }),
    };
  });
  const signedOff = incident.post_mortem.state === 'final';
  const byPeople = [words.check.timeline_true, words.check.useful, words.check.no_over_claim];
  const finding = signedOff ? words.check.ok : words.check.by_people;
  return [...checked, ...byPeople.map((check) => ({ check, done: signedOff, finding }))];
}
