import type { AlertOnRecord, Incident, Mitigation, TimelineEntry } from '../incident/incident.ts';
import { hypothesisIn, textOf } from './describe-entry.ts';
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

/** What was noted when the impact had stopped, for reports whose record has no mitigation; empty where nothing was. */
export function endedBy({ incident, quoting }: Pick<Telling, 'incident' | 'quoting'>): string {
  const note = incident.timeline.findLast(({ data }) => textOf(data, 'milestone') === 'mitigated');
  return note === undefined ? '' : (quoting.narrate(textOf(note.data, 'text')) ?? '');
}

/** A person's verdict counts before the workflow's own word. */
export function resultOf(attempt: Mitigation): keyof Words['outcome'] {
  return attempt.verdict ?? (attempt.outcome === 'succeeded' ? 'worked' : (attempt.outcome ?? 'pending'));
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
    .filter((entry) => entry.type === 'note.added' && isHypothesis(entry))
    .map((entry) => quoting.narrate(hypothesisIn(textOf(entry.data, 'text'))))
    .filter((text) => text !== null);
}

/** Marked as one, or written as one. */
function isHypothesis({ data }: TimelineEntry): boolean {
  const kind = textOf(data, 'kind');
  return kind === 'hypothesis' || (kind === 'note' && /\bhypothes[ie]s\b|สมมติฐาน/i.test(textOf(data, 'text')));
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
  // What nobody sees to, or may not even be quoted, is no promise to anybody outside.
  const doing = incident.action_items.filter(
    ({ state, owner, text }) => state !== 'dropped' && owner !== null && quoting.narrate(text) !== null,
  ).length;
  return [
    happened,
    at === null
      ? words.customer.not_fixed
      : resolved === null
        ? fill(words.customer.fixed_only, { at })
        : fill(words.customer.fixed, { at, resolved }),
    ...(doing === 0 ? [] : [doing === 1 ? words.customer.doing_one : fill(words.customer.doing, { count: doing })]),
  ];
}
