import { isAboutMachine, isSaidOfMachine } from './machine-words.ts';
import type { PhraseMatch } from './phrase-search.ts';
import type { PhraseTable } from './phrase-table.ts';

const clauseEnd = / (?:[;:.!?]|, but|, yet|, however|, although|, though|, nevertheless|, and yet|but|however) /g;
// Talk about blame: the clause names the practice, not a culprit.
const talk =
  / (?:(?:saying|writing|stating|concluding|claiming|answering|stopping at|ending at) (?:[^ ]+ ){0,8}?(?:explains|ends|hides|tells|teaches|helps|misses|is no|does not)|blameless|blamelessly|blamelessness|blame-free|blame-aware|no-blame|non-blaming|just culture|hindsight bias|outcome bias|attribution error|second story|first story|psychological safety|(?:not|never|no longer|without|rather than|instead of|avoid|avoids|avoiding|stop|nobody|none|nothing) (?:[^ ]+ ){0,3}?(?:blame|blaming|blamed|at fault|to blame|finger-pointing|punish|punished|punishment|punitive|fault|assign blame|hold [^ ]+ accountable|root cause|culprit)|(?:tempting|easy|easier|convenient|comfortable|wrong|simplistic) to (?:say|think|blame|conclude|point|claim|write|assume|call)|(?:human|user|operator|pilot) error (?:is|was|are|as a|should|must|can) (?:[^ ]+ ){0,3}?(?:never|not|a symptom|only|banned|where|start|starting|an effect|consequence|label|cause code is)|(?:the |a )?(?:word|words|phrase|phrases|term|terms|label|wording|language|vocabulary|expression) (?:such as |like |called |of )?(?:[^ ]+ ){0,4}?(?:should|must|is|was|are|were|has|have|will|cannot|can|hides|tells|stops|ends|explains|says)|blame culture|counterfactuals?|counterfactual reasoning) /;
const negation =
  / (?:not|never|no|without|nobody|rather than|instead of|avoid|avoids|nothing|neither|nor|isn|hardly)(?: (?:an?|the|any|one|of|about|being|been|be|to|evidence of|sign of|signs of|single|due|caused by|simply|just|merely|question of|case of|matter of|accept|use|list|treat|regard|consider|see|allow|write|count|as|call|it|say))* $/;
const machineSubject =
  / (?:linter|rule|rules|scanner|compiler|parser|validator|analyser|analyzer|checker|hook|gate|gates|policy|alert|detector|classifier|check|checks|tool|lint|type system|protects?|guards?|prevents?|detects?|rejects?|catches|flags|blocks|defends?|robust|resilient|tolerates?|survives?|guardrails?) (?!(?:was|were|is|are|been|got|had been|has been|have been) [a-z]+ed )(?:[^ .;]+ ){0,5}$/;

const endsInPerson =
  / (?:engineers?|developers?|contractors?|people|person|staff|interns?|reviewers?|managers?|responders?|colleagues?|technicians?|programmers?|analysts?|consultants?|dbas?|sysadmins?|amateurs?|idiots?|clowns?) $/;
// "No clue about the cluster" is said of who has none, not of the cluster.
const endsInMind =
  / (?:idea|clue|notion|inkling|understanding|grasp|competence|skills?|judg(?:e)?ment|talent|business) $/;
const judgesSomebody: ReadonlySet<string> = new Set(['character-judgement', 'incompetence', 'punitive']);
const reasonWord = {
  action:
    / (?:because|since|due to|owing to|given that|as (?=the|an?|its?|there|both|no)|which (?:hides|allows|omits|shows only|(?:the|our|its) [^ ]+ (?:allows|permits|marks|lists|requires|recommends|documents|says|calls|asks)))(?= )/g,
  omission:
    / (?:because|since|while|due to|owing to|given that|as|until|which|when|whose|so that|after|before|without|, so)(?= )/g,
} as const;
// A reason that starts with a person, or judges one, excuses nothing.
const personalReason =
  /^ (?:of )?(?:[NUPRTSZE]=[^ ]+ (?!(?:did not (?:have|receive|know)|had no|could not (?:see|reach|access|log)|was (?:paged|on|handling|already|not paged)|were (?:paged|handling|already|on|both|not)|had (?:been|never been|already|to)|only|saw|was not (?:told|given|paged)) )|(?:of )?(?:carelessness|laziness|negligence|incompetence|inattention|haste|arrogance|sheer|pure|his|her)|(?:he|she|they) )/;
const leadingReason =
  /^ (?:because|since|while|as(?! (?:usual|always|ever|agreed|an? (?:service|favou?r|treat|bonus|courtesy)))|with|without|due to|owing to|given|although|until|when) [^,]{3,160} , /;

// "A channel that on-call does not follow" tells of the channel; "the user says he has not" tells what was said.
const aboutPlace =
  / (?:channels?|mailbox|mailboxes|inbox|dashboards?|lists?|queues?|pages?|wikis?|documents?|rooms?|boards?|feeds?|calendars?|address|folders?|repository|repositories|hosts?|alerts?|metrics?|fields?|settings?|flags?|forms?|tickets?|consoles?|views?|reports?|topics?) (?:that|which|where) $/;
// "Nobody had tested a restore of this size before" says what was new.
const firstTime =
  /^ ?Z=[^ ]+ had (?:ever )?(?:tested|tried|rehearsed|exercised|done|used|restored|attempted) (?:[^ .;:]+ ){1,12}?before(?: this)? (?:[.,;]|$)/;
const reported = / (?:claims?|claimed|says?|said|reports?|reported|states?|stated|mentions?|mentioned)(?: that)? $/;
const plainNot = /^ ?[A-Z]=[^ ]+ (?:(?:do|does|did|could|can|has|have|had) not|never) /;

function clauseAround(line: string, from: number, to: number): string {
  let start = 0;
  let end = line.length;
  for (const match of line.matchAll(clauseEnd)) {
    if (match.index + match[0].length - 1 <= from) start = match.index + match[0].length - 1;
    else if (match.index >= to) {
      end = match.index + 1;
      break;
    }
  }
  return line.slice(start, end);
}

/** "Did not know ..., since the diagram is old" describes; "does not know his trade" has no such reason. */
function reasonsFor({ table, category, line, from, to }: PhraseMatch): PhraseTable['excusedBy'] {
  const knewNot =
    / (?:did|do|does|could|had) not (?:[a-z]+ )?(?:know|see|notice|realise|realize|understand|find|tell) /;
  const states = category === 'incompetence' && knewNot.test(line.line.slice(from - 1, to + 1));
  return states ? 'omission' : table.excusedBy;
}

function isExcused(match: PhraseMatch): boolean {
  const kind = reasonsFor(match);
  if (kind === 'nothing') return false;
  const { line } = match.line;
  const found = line.slice(match.from - 1, match.to + 1);
  // Only "did not" and "could not" are plain statements; "forgot" and "failed" already judge.
  const plain =
    kind === 'omission' && / (?:(?:did|do|does|could|had|has|have|was|were|can) (?:[a-z]+ )?not|never) /.test(found);
  const rest = line.slice(match.to);
  for (const reason of rest.matchAll(plain ? reasonWord.omission : reasonWord.action)) {
    if (!personalReason.test(rest.slice(reason.index + reason[0].length))) return true;
  }
  const leading = leadingReason.exec(line.slice(0, match.from + 1));
  return (
    leading !== null &&
    / (?:because|since|as|due to|owing to|given|with|without) /.test(leading[0]) &&
    !personalReason.test(leading[0].replace(/^ [a-z]+(?: to)?/, ''))
  );
}

function isOfMachine({ line: { line }, from, to }: PhraseMatch, before: string): boolean {
  const found = line.slice(from - 1, to + 1);
  if (endsInMind.test(found)) return isSaidOfMachine(before);
  return !endsInPerson.test(found) && isAboutMachine(before, line.slice(to));
}

/** Tells whether a phrase is no blame here: talk about blame, a denial, a rule of a tool, or an explained omission. */
export function isExempt(match: PhraseMatch): boolean {
  const { line } = match.line;
  if (talk.test(clauseAround(line, match.from, match.to))) return true;
  const before = line.slice(0, match.from);
  if ((aboutPlace.test(before) || reported.test(before)) && plainNot.test(line.slice(match.from))) return true;
  if (firstTime.test(line.slice(match.from))) return true;
  if (negation.test(before)) return true;
  if (match.table.view === 'words') {
    if (machineSubject.test(before.slice(-80))) return true;
    if (judgesSomebody.has(match.category) && isOfMachine(match, before)) return true;
  }
  return isExcused(match);
}
