import type { BlameCategory } from './blame-category.ts';

const forms: Readonly<Record<BlameCategory, string>> = {
  'named-individual-at-fault': '<tool or process> accepted <the action> without <check>.',
  'human-error': '<the action> was possible because <condition>; next why: <what made it the likely action>?',
  counterfactual: 'Known at <time>: <what was visible then>. A future safeguard: <control>.',
  hindsight: 'At <time> <evidence> was visible; it was confirmed at <time>.',
  'character-judgement': 'Conditions at the time: <load, time pressure, access or material>.',
  incompetence: 'Conditions at the time: <training material, access or tooling> was <state>.',
  punitive: '<control> rejects <the action> when <condition>; done when <test>.',
  'team-blame': 'There is no agreed <channel, contract or test> between <A> and <B> for <topic>.',
};
const omission = '<step> is manual and nothing detects when it is absent.';
const signal = '<signal> was <not routed, one of N similar, or late by a time>.';

/**
 * Proposes another wording for a blaming phrase: a condition, what it let happen, and the control that is absent.
 * Everything the text does not say is a placeholder in angle brackets.
 */
export function suggestRewrite(category: BlameCategory, phrase: string): string {
  const lower = phrase.toLowerCase();
  if (category === 'named-individual-at-fault' || category === 'team-blame' || category === 'human-error') {
    if (/\b(?:forgot|skipp|omitt|never|neglect|fail)/.test(lower)) return omission;
    if (/\b(?:miss|ignor|overlook|slow|too long|did not (?:respond|notice|acknowledge))/.test(lower)) return signal;
  }
  return forms[category];
}
