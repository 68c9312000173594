import type { TimelineEntry } from '../incident/incident.ts';
import { textOf } from './describe-entry.ts';
import { impactNotes } from './impact-sayings.ts';
import { plainTime } from './plain-text.ts';
import { sayDuration, secondsBetween } from './say-duration.ts';
import { endedBy, firstAlert, resultOf, type Telling } from './story.ts';
import { fill } from './words/words.ts';

/** Three or four sentences that can be read on their own. */
export function summarySentences({ incident, quoting, words }: Telling): readonly string[] {
  const service = incident.service === null ? words.summary.the_service : quoting.name(incident.service);
  const ended = incident.mitigated_at ?? incident.resolved_at;
  const seconds = secondsBetween(incident.started_at, ended);
  const from = plainTime(incident.started_at) ?? words.say.unknown;
  const to = plainTime(ended) ?? words.say.unknown;
  const sentences: string[] = [];
  if (seconds !== null) {
    sentences.push(fill(words.summary.window, { service, from, to, duration: sayDuration(seconds, words) }));
  } else if (incident.started_at !== null && ended === null) {
    sentences.push(fill(words.summary.ongoing, { service, from }));
  } else {
    sentences.push(fill(words.summary.unknown_window, { service, from, to }));
  }
  const seen = firstSeen({ incident, quoting });
  if (seen !== '') sentences.push(fill(words.summary.seen, { text: asSentence(seen) }));
  const trigger = incident.root_cause?.trigger ?? '';
  const triggerSaid = trigger === '' ? null : quoting.narrate(trigger);
  sentences.push(
    triggerSaid === null ? words.summary.no_trigger : fill(words.summary.trigger, { text: asSentence(triggerSaid) }),
  );
  const ending = whatEndedIt({ incident, quoting });
  if (ending !== '') sentences.push(fill(words.summary.fixed, { text: asSentence(ending) }));
  sentences.push(
    incident.resolved_at === null
      ? words.summary.open
      : fill(words.summary.resolved, { at: plainTime(incident.resolved_at) ?? words.say.unknown }),
  );
  return sentences;
}

/** Words of what somebody outside the team would notice. */
const noticeable =
  /\b(?:users?|customers?|requests?|orders?|errors?|http|5\d\d|login|site|pages?|unavailable|unreachable|outage|latency|slow(?:er|ly)?|timeouts?|timed out)\b|\d ?%|ผู้ใช้|ลูกค้า|คำขอ|ช้า|ล่ม/i;

/**
 * What users felt, in the words of the first note that may be quoted: one about the impact, else one about how it began
 * or was noticed, those that speak of anything users can notice first; else the first alert's title.
 */
function firstSeen({ incident, quoting }: Pick<Telling, 'incident' | 'quoting'>): string {
  const rank = ({ data, text }: TimelineEntry): number =>
    textOf(data, 'kind') === 'impact' ? 0 : noticeable.test(text) ? 1 : 2;
  for (const note of impactNotes(incident).toSorted((a, b) => rank(a) - rank(b))) {
    const said = quoting.narrate(textOf(note.data, 'text'));
    if (said !== null && said !== '') return said;
  }
  const alert = firstAlert(incident);
  return alert === undefined ? '' : (quoting.narrate(alert.title) ?? '');
}

/** The mitigation that worked, else what was noted when the impact had stopped. */
function whatEndedIt({ incident, quoting }: Pick<Telling, 'incident' | 'quoting'>): string {
  const worked = incident.mitigations.findLast((attempt) => resultOf(attempt) === 'worked');
  if (worked !== undefined) return quoting.narrate([worked.workflow, worked.text].filter(Boolean).join(': ')) ?? '';
  return endedBy({ incident, quoting });
}

function asSentence(text: string): string {
  return /[.!?…\])]$/.test(text) || /[\u0e00-\u0e7f]$/.test(text) ? text : `${text}.`;
}
