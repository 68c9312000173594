/** The eight shapes of blaming language. */
export type BlameCategory =
  | 'named-individual-at-fault'
  | 'human-error'
  | 'counterfactual'
  | 'hindsight'
  | 'character-judgement'
  | 'incompetence'
  | 'punitive'
  | 'team-blame';

const reasons: Readonly<Record<BlameCategory, string>> = {
  'named-individual-at-fault': 'It makes one person the cause; the system that allowed the action stays out of sight.',
  'human-error': 'A human slip is where the questions begin, not the answer to them.',
  counterfactual: 'It tells a story that did not happen instead of what was known and possible at the time.',
  hindsight: 'It judges a decision with knowledge that was only available afterwards.',
  'character-judgement': 'It judges a character; nothing in the system can be changed by that.',
  incompetence: 'It judges an ability instead of the training, access and information that were available.',
  punitive: 'It answers an incident with a sanction or an appeal to attention, which teaches people to hide.',
  'team-blame': 'It makes a group the cause instead of the interface, contract or signal between groups.',
};

/** Says in one sentence why wording of this category gets in the way of learning. */
export function explainCategory(category: BlameCategory): string {
  return reasons[category];
}
