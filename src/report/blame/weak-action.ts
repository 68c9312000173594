import { isActionVerb, startsWithVerb } from './action-verbs.ts';
import type { Finding } from './finding.ts';

/** The parts of an action item that decide whether somebody can finish it; null where nothing was written. */
export interface ActionText {
  readonly text: string;
  readonly owner: string | null;
  /** Date as YYYY-MM-DD. */
  readonly due: string | null;
  /** What is true once it is done: a number, a test or an artefact. */
  readonly end_state?: string | null;
}

export type ActionWeakness =
  | 'weak-opener'
  | 'no-verb'
  | 'human-attention'
  | 'several-outcomes'
  | 'no-owner'
  | 'owner-is-everybody'
  | 'no-due-date'
  | 'no-end-state';

const weakOpener =
  /^(?:please |to |we (?:should|need to|must|will) |let's )?(?:improv(?:e|ing)|better|enhance|look (?:into|at)|investigat(?:e|ing)|consider(?:ing)?|think|explor(?:e|ing)|discuss|evaluate|assess|revisit|be (?:more )?(?:careful|aware|mindful|cautious)|remind|ensure (?:that )?(?:people|everyone|everybody|staff|engineers|developers|operators|teams?|all)|make sure|encourage|educate|train(?: (?!the (?:failover|failback|restore|recovery|model|classifier|detector|autoscaler|rollback)\b)|ing\b)|retrain|raise awareness|try|follow up|continue|keep an eye|monitor more|communicate better|work on|help|support|strengthen|optimi[sz]e|review the process|talk|study|clean ?up|deal with|address|handle|more|do better|pay|learn)\b/i;
const attention =
  /\b(?:be (?:more |extra |very )?(?:careful|cautious|vigilant|attentive|mindful|diligent|aware)|pay (?:more |closer |better )?attention|think (?:harder|twice|more|before)|double-check|remember to|don't forget|do not forget|take (?:more|better|greater) (?:care|ownership)|try harder|slow down|more discipline|remind (?:people|everyone|staff|engineers|developers|the team|all)|train (?:people|staff|everyone|engineers|developers|operators)|awareness|(?:check|look|read|verify|test) (?:\w+ ){0,3}?(?:twice|carefully|properly|more closely)|(?:more|extra|greater) (?:vigilance|caution|discipline|diligence)|stop making|use common sense|stay (?:alert|focused|vigilant))\b/i;
const endState =
  /\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety) [a-z]|\b(?:test|tests|tested|alert|alerts|alarm|page|pages|check|checks|gate|dashboard|runbook|template|limit|timeout|threshold|ticket|every|each|all|per|reject|rejects|refuses?|fails?|requires?|require|forbid|block|confirmation|prompt|until|when|before|instead of|without|so that|unbounded|no longer|none|only|report|publish|remove|rotate|replace|own|separate|drain|scale|show|that (?:does|do|is|are|has|have)|does not|cannot)\b/i;
// These are over as soon as the thing is where the text says.
const placed =
  /^(?:add|attach|backfill|connect|copy|create|delete|drop|enable|encrypt|export|install|introduce|link|mount|move|pin|put|remove|split|store|subscribe|switch|turn|wire|write|bind|redirect|forward)\b.{3,}\b(?:to|into|in|from|on|onto|between|behind|as|under|by)\s+\S|^(?:decommission|retire|delete|drop|remove|revoke)\s+(?:the|all|both|our|\w+ing)\s+\S.{5,}/i;
const everybody = /^(?:all|everyone|everybody|anyone|team|the team|us|we|tbd|tba|none|n\/a|unknown|unassigned|-|\?+)$/i;
const joins = /\b(?:and|&|as well as|plus)\s+(?:also\s+)?(?:to\s+)?([a-z-]+)/gi;

const reasons: Readonly<Record<ActionWeakness, { readonly why: string; readonly suggestion: string }>> = {
  'weak-opener': {
    why: 'It starts with a wish; nobody can tell when it is done.',
    suggestion: 'Start with a verb that ends: "Add <control> to <artefact>".',
  },
  'no-verb': {
    why: 'It does not start with a verb, so it names a topic and not a task.',
    suggestion: 'Start with a verb: "Add <control> to <artefact>".',
  },
  'human-attention': {
    why: 'It asks people to try harder; attention is what was already spent.',
    suggestion: '<control> rejects <the action> when <condition>.',
  },
  'several-outcomes': {
    why: 'It holds more than one outcome, so it can be half done for ever.',
    suggestion: 'Split it: one item for <first outcome>, one for <second outcome>.',
  },
  'no-owner': { why: 'Nobody owns it.', suggestion: 'Name one owner: <role or team>.' },
  'owner-is-everybody': {
    why: 'What everybody owns, nobody does.',
    suggestion: 'Name one owner: <role or team>.',
  },
  'no-due-date': { why: 'It has no date, so it cannot be late.', suggestion: 'Set a date: <YYYY-MM-DD>.' },
  'no-end-state': {
    why: 'Nothing in it can be verified once it is done.',
    suggestion: 'Add the end state: done when <number, test or artefact>.',
  },
};

function hasSeveralOutcomes(text: string): boolean {
  let outcomes = 0;
  for (const match of text.slice(0, 600).matchAll(joins)) if (isActionVerb(match[1] ?? '')) outcomes += 1;
  return outcomes >= 2;
}

function weaknessesOf(action: ActionText): readonly ActionWeakness[] {
  const text = action.text.trim();
  const found: ActionWeakness[] = [];
  if (weakOpener.test(text)) found.push('weak-opener');
  else if (!startsWithVerb(text)) found.push('no-verb');
  if (attention.test(text)) found.push('human-attention');
  if (hasSeveralOutcomes(text)) found.push('several-outcomes');
  const owner = action.owner?.trim() ?? '';
  if (owner === '') found.push('no-owner');
  else if (everybody.test(owner)) found.push('owner-is-everybody');
  if ((action.due ?? '').trim() === '') found.push('no-due-date');
  if ((action.end_state ?? '').trim() === '' && !endState.test(text) && !placed.test(text)) found.push('no-end-state');
  return found;
}

/**
 * Tells what keeps an action item from being finished, one finding per weakness; offsets are within `action.text`.
 *
 * Wording that rests on human attention blocks; a missing owner, date or end state warns.
 */
export function checkAction(action: ActionText): readonly Finding[] {
  const start = action.text.length - action.text.trimStart().length;
  const end = start + action.text.trim().length;
  return weaknessesOf(action).map((category) => ({
    kind: 'weak-action',
    tier: category === 'human-attention' ? 'block' : 'warn',
    category,
    line: 1,
    column: start + 1,
    start,
    end,
    text: action.text.slice(start, end),
    ...reasons[category],
  }));
}
