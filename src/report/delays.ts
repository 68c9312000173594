import type { Incident } from '../incident/incident.ts';
import { textOf } from './describe-entry.ts';
import { findGaps } from './find-gaps.ts';
import { plainTime } from './plain-text.ts';
import { sayDuration, secondsBetween } from './say-duration.ts';
import { resultOf, type Telling } from './story.ts';
import { inOrder } from './timeline-rows.ts';
import { fill, type Words } from './words/words.ts';

/** An hour without an entry is worth a question in the review. */
const longestSilence = 3_600;

/** Conditions visible in the record that cost time: acknowledgement, attempts without effect, undelivered messages, silences. */
export function delays({ incident, quoting, words }: Telling, now: string): readonly string[] {
  const lines: string[] = [];
  const acknowledgement = incident.durations.time_to_acknowledge;
  if (acknowledgement !== null && acknowledgement > 300) {
    lines.push(fill(words.response.acknowledged, { duration: sayDuration(acknowledgement, words) }));
  }
  const escalations = incident.timeline.filter((entry) => entry.type === 'incident.escalated').length;
  if (escalations > 0) lines.push(fill(words.response.escalated, { count: escalations }));
  for (const attempt of incident.mitigations) {
    const result = resultOf(attempt);
    const seconds = secondsBetween(attempt.started_at, attempt.finished_at);
    if (result === 'worked' || seconds === null) continue;
    const duration = sayDuration(seconds, words);
    lines.push(fill(words.response.attempt_slow, { attempt: attempt.id, duration, result: words.outcome[result] }));
  }
  const lost = incident.notifications.filter(({ state }) => state === 'failed' || state === 'expired').length;
  if (lost > 0) lines.push(fill(words.response.failed_message, { count: lost }));
  if (incident.reopened_at !== null) lines.push(words.response.reopened);
  return [...lines, ...notedDelays({ incident, quoting, words }), ...silences(incident, words, now)];
}

/** The longest stretches of the response about which nothing was written down. */
function silences(incident: Incident, words: Words, now: string): readonly string[] {
  const began = incident.started_at ?? incident.detected_at ?? incident.declared_at ?? '';
  return findGaps(incident, longestSilence, now)
    .flatMap((gap) => (gap.kind === 'silence' && gap.from >= began ? [gap] : []))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 3)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to, seconds }) => {
      const said = { from: plainTime(from) ?? '', to: plainTime(to) ?? '', duration: sayDuration(seconds, words) };
      return fill(words.response.silence, said);
    });
}

/** Words of what keeps responders from working, rather than users. */
const hindrance =
  /\b(?:timed out|unreachable|not reachable|no access|permission denied|locked out|(?:login|password|token|certificate) (?:had |has )?expired|no runbook|runbook (?:has no|lacks|is missing|was missing|is outdated|was outdated)|wait(?:s|ing|ed) (?:for|without)|(?:tools?|dashboards?|consoles?|copy|restore|transfer|download|bridge|vpn|logins?|search|build|pipeline)\b[^.;]{0,60}\b(?:slow(?:er)?|down|needs? [^.;]{1,20} (?:minutes|hours)|takes? [^.;]{1,20} (?:minutes|hours)))\b/i;

/** What people noted during the response about tools, access and runbooks that got in the way. */
function notedDelays({ incident, quoting, words }: Pick<Telling, 'incident' | 'quoting' | 'words'>): readonly string[] {
  const began = incident.acknowledged_at ?? incident.detected_at ?? incident.started_at ?? '';
  const over = incident.resolved_at ?? '9999';
  return inOrder(incident.timeline)
    .filter((entry) => entry.type === 'note.added' && entry.at >= began && entry.at <= over)
    .filter(({ data }) => textOf(data, 'kind') !== 'impact' && hindrance.test(textOf(data, 'text').slice(0, 2_000)))
    .flatMap((entry) => {
      const text = quoting.narrate(textOf(entry.data, 'text'));
      return text === null || text === '' ? [] : [fill(words.response.noted, { text, seq: entry.seq })];
    })
    .slice(0, 5);
}
