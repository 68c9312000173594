import type { AlertOnRecord, Incident, Mitigation } from '../incident/incident.ts';
import { textOf } from './describe-entry.ts';
import { findGaps } from './find-gaps.ts';
import type { KnownPeople } from './people.ts';
import { plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { sayDuration, secondsBetween } from './say-duration.ts';
import { actorRole, inOrder } from './timeline-rows.ts';
import { fill, type Words } from './words/words.ts';

/** What everything that tells a part of the story needs. */
export interface Telling {
  readonly incident: Incident;
  readonly people: KnownPeople;
  readonly quoting: Quoting;
  readonly words: Words;
}

/** The alert that came first; the record keeps them in the order of their latest repeats. */
export function firstAlert({ alerts }: Incident): AlertOnRecord | undefined {
  return alerts.toSorted((a, b) => a.seq - b.seq)[0];
}

export interface Attempt {
  readonly id: string;
  readonly what: string;
  readonly result: string;
  readonly at: string;
  readonly took: string;
}

/** Every attempt at stopping the impact and how it ended. */
export function attempts({ incident, quoting, words }: Telling): readonly Attempt[] {
  return incident.mitigations.map((attempt) => {
    const result = words.outcome[resultOf(attempt)];
    const said = attempt.text === '' ? '' : (quoting.narrate(attempt.text) ?? words.say.left_out_here);
    return {
      id: quoting.name(attempt.id),
      what: quoting.name(
        attempt.workflow === null
          ? words.response.by_hand
          : [attempt.workflow, ...attempt.args.map(({ name, value }) => `--${name}=${value}`)].join(' '),
      ),
      result: said === '' ? result : `${result}: ${said}`,
      at: plainTime(attempt.started_at ?? attempt.finished_at ?? attempt.proposed_at) ?? words.say.unknown,
      took: sayDuration(secondsBetween(attempt.started_at, attempt.finished_at), words),
    };
  });
}

/** A person's verdict counts before the workflow's own word. */
export function resultOf(attempt: Mitigation): keyof Words['outcome'] {
  return attempt.verdict ?? (attempt.outcome === 'succeeded' ? 'worked' : (attempt.outcome ?? 'pending'));
}

/** An hour without an entry is worth a question in the review. */
const longestSilence = 3_600;

/** Conditions visible in the record that cost time: acknowledgement, attempts without effect, undelivered messages, silences. */
export function delays({ incident, words }: Telling, now: string): readonly string[] {
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
    if (result === 'worked' || result === 'pending' || seconds === null) continue;
    const duration = sayDuration(seconds, words);
    lines.push(fill(words.response.attempt_slow, { attempt: attempt.id, duration, result: words.outcome[result] }));
  }
  const lost = incident.notifications.filter(({ state }) => state === 'failed' || state === 'expired').length;
  if (lost > 0) lines.push(fill(words.response.failed_message, { count: lost }));
  if (incident.reopened_at !== null) lines.push(words.response.reopened);
  return [...lines, ...silences(incident, words, now)];
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

/** How recovery was confirmed: every verification and attestation, oldest first. */
export function confirmations({ incident, people, quoting, words }: Telling): readonly string[] {
  return incident.verification.map((verification) => {
    const at = plainTime(verification.at) ?? words.say.unknown;
    const checks = verification.checks.map(({ name, detail }) => `${name} ${detail}`.trim()).join(words.say.list);
    const text = quoting.narrate(verification.attested ?? checks) ?? words.say.left_out_here;
    if (verification.attested !== null) {
      const role = actorRole(verification.by, incident, people, words);
      return fill(words.response.attested, { at, role, text });
    }
    return fill(verification.passed ? words.response.verified : words.response.not_verified, { at, text });
  });
}

/** What was suspected, right or wrong, in the order it came up. */
export function hypotheses({ incident, quoting }: Telling): readonly string[] {
  return inOrder(incident.timeline)
    .filter((entry) => entry.type === 'note.added' && textOf(entry.data, 'kind') === 'hypothesis')
    .map((entry) => quoting.narrate(textOf(entry.data, 'text')))
    .filter((text) => text !== null);
}

/** How many messages went where they should. */
export function messageCounts({ incident, words }: Telling): string {
  const count = (...states: readonly string[]): number =>
    incident.notifications.filter(({ state }) => states.includes(state)).length;
  if (incident.notifications.length === 0) return words.response.no_messages;
  return fill(words.response.messages, {
    sent: count('sent'),
    failed: count('failed', 'expired'),
    waiting: count('waiting'),
    suppressed: count('suppressed'),
  });
}

/** The short version for those outside, which claims nothing that the record lacks. */
export function customerMessage(telling: Telling): readonly string[] {
  const { incident, quoting, words } = telling;
  const service = incident.service === null ? words.customer.the_service : quoting.name(incident.service);
  const ended = incident.mitigated_at ?? incident.resolved_at;
  const from = plainTime(incident.started_at ?? incident.detected_at) ?? words.say.unknown;
  const seconds = secondsBetween(incident.started_at, ended);
  const happened =
    seconds === null
      ? fill(words.customer.what_open, { from, service })
      : fill(words.customer.what, {
          date: from.slice(0, 10),
          from: from.slice(11),
          to: (plainTime(ended) ?? '').slice(from.slice(0, 10) === ended?.slice(0, 10) ? 11 : 0),
          duration: sayDuration(seconds, words),
          service,
        });
  const at = plainTime(ended);
  const resolved = plainTime(incident.resolved_at);
  const doing = incident.action_items.filter(({ state }) => state !== 'dropped').length;
  return [
    happened,
    at === null
      ? words.customer.not_fixed
      : resolved === null
        ? fill(words.customer.fixed_only, { at })
        : fill(words.customer.fixed, { at, resolved }),
    ...(doing === 0 ? [] : [fill(words.customer.doing, { count: doing })]),
  ];
}
