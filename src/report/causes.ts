import type { Incident } from '../incident/incident.ts';
import { layerOf } from './factor-layer.ts';
import type { Quoting } from './quote.ts';
import { fill, type Words } from './words/words.ts';

/** A contributing factor with what answers it. */
export interface Cause {
  readonly number: number;
  readonly layer: string;
  readonly text: string;
  readonly answered: string;
}

/** The contributing factors in their recorded order, each with its layer and the actions or accepted risks for it. */
export function causes(incident: Incident, quoting: Quoting, words: Words): readonly Cause[] {
  return incident.contributing_factors.map((factor, index) => {
    const { layer, text } = layerOf(factor);
    const answers = incident.action_items.filter((action) => action.factor === index + 1);
    const answered = answers.map(({ id, state }) => (state === 'dropped' ? fill(words.action.risk, { id }) : id));
    return {
      number: index + 1,
      layer: words.layer[layer],
      text: quoting.narrate(text) ?? words.say.left_out_here,
      answered: answered.join(words.say.list) || words.action.none,
    };
  });
}
