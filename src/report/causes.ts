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
  /** The timeline entries that the factor points at, as "#7" in its text. */
  readonly evidence: readonly { readonly seq: number; readonly label: string }[];
}

const pointer = /#(\d{1,7})(?!\d)/g;

/** The contributing factors in their recorded order, each with its layer and the actions or accepted risks for it. */
export function causes(incident: Incident, quoting: Quoting, words: Words): readonly Cause[] {
  const known = new Set(incident.timeline.map(({ seq }) => seq));
  return incident.contributing_factors.map((factor, index) => {
    const { layer, text: whole } = layerOf(factor);
    const seqs = [...new Set([...whole.matchAll(pointer)].map(([, seq]) => Number(seq)))].filter((seq) =>
      known.has(seq),
    );
    const text = seqs.length === 0 ? whole : withoutPointers(whole);
    const answers = incident.action_items.filter((action) => action.factor === index + 1);
    const answered = answers.map(({ id, state }) => (state === 'dropped' ? fill(words.action.risk, { id }) : id));
    return {
      number: index + 1,
      layer: words.layer[layer],
      text: quoting.narrate(text) ?? words.say.left_out_here,
      answered: answered.join(words.say.list) || words.action.none,
      evidence: seqs.map((seq) => ({ seq, label: fill(words.impact.entry, { seq }) })),
    };
  });
}

/** The text without pointers at its end, bracketed or not; those in the middle of a sentence stay. */
function withoutPointers(text: string): string {
  return text.replace(/\s*[([]?(?:see\s)?#\d{1,7}(?:(?:,\s*|\s+and\s+|\s+)#\d{1,7}){0,20}[)\]]?(\.?)\s*$/, '$1');
}
