import type { BlameCategory } from './blame-category.ts';

const forms: Readonly<Record<BlameCategory, string>> = {
  'named-individual-at-fault': '<tool or process> accepted <the action> without <check>.',
  'human-error': '<the action> was possible because <condition>; next why: <what made it the likely action>?',
  counterfactual: 'Known at <time>: <what was visible then>. A future safeguard: <control>.',
  hindsight: 'At <time> <evidence> was visible; it was confirmed at <time>.',
  'character-judgement': 'Ask instead: which load, time pressure, access or material shaped <the action> at <time>?',
  incompetence: 'Ask instead: which training material, access or tooling was missing for <the task>?',
  punitive: '<control> rejects <the action> when <condition>; done when <test>.',
  'team-blame': 'There is no agreed <channel, contract or test> between <A> and <B> for <topic>.',
};
const omission = '<step> is manual and nothing detects when it is absent.';
const pointing =
  'Ask instead: what made <the action> possible, and what made it look right with what was known at <time>?';
const points =
  /\b(?:fault|blame|blamed|thanks?|courtesy|culprit|responsible|responsibility|guess who|doing|handiwork|fingerprints|my bad|at fault|once again|as usual|strikes?|root cause|ask)\b/;
const signal = '<signal> was <not routed, one of N similar, or late by a time>.';

/**
 * Proposes another wording for a blaming phrase: a condition, what it let happen, and the control that is absent.
 * Everything the text does not say is a placeholder in angle brackets; where only a judgement was passed, the question
 * to ask takes its place.
 */
export function suggestRewrite(category: BlameCategory, phrase: string): string {
  const lower = phrase.toLowerCase();
  if (category === 'named-individual-at-fault' || category === 'team-blame' || category === 'human-error') {
    if (/\b(?:forgot|skipp|omitt|never|neglect|fail)/.test(lower)) return omission;
    if (/\b(?:miss|ignor|overlook|slow|too long|did not (?:respond|notice|acknowledge))/.test(lower)) return signal;
  }
  if ((category === 'named-individual-at-fault' || category === 'team-blame') && points.test(lower)) return pointing;
  return forms[category];
}
