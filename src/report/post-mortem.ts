import type { AlertOnRecord, Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { type ActionRows, actionRows } from './action-rows.ts';
import { type Cause, causes } from './causes.ts';
import { delays } from './delays.ts';
import type { ImpactRow } from './impact.ts';
import { impactRows } from './impact.ts';
import { type KeyTimes, keyTimes } from './key-times.ts';
import { displayName, type KnownPeople } from './people.ts';
import { plainTime } from './plain-text.ts';
import { postMortemState } from './post-mortem-state.ts';
import { type CheckWording, prepareQuoting } from './quote.ts';
import { type EarlierIncident, leftOutText, recurrence } from './recurrence.ts';
import { type ReviewRow, reviewRows } from './review-record.ts';
import { sayDuration } from './say-duration.ts';
import { type SignOffRecord, signOffRecord } from './sign-off-record.ts';
import * as story from './story.ts';
import { summarySentences } from './summary-sentences.ts';
import { type Lanes, timelineLanes } from './timeline-lanes.ts';
import { actorRole, type TimelineRow, timelineRows } from './timeline-rows.ts';
import { fill, type ReportLanguage, type Words, wordsFor } from './words/words.ts';

/** Everything that a report is made from. */
export interface PostMortemSource {
  readonly incident: Incident;
  readonly people: KnownPeople;
  /** Other incidents, for the check whether this one came back. */
  readonly earlier: Iterable<IncidentSummary>;
  readonly language: ReportLanguage;
  readonly check: CheckWording;
  /** The version of the rules that `check` goes by. */
  readonly ruleSet: string;
  /** UTC ISO-8601. */
  readonly now: string;
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** What the report says, section by section, in plain text that no format has touched yet. */
export interface PostMortemView {
  readonly language: ReportLanguage;
  readonly w: Words;
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly header: readonly LabelledValue[];
  readonly summary: readonly string[];
  readonly impact: readonly ImpactRow[];
  readonly times: KeyTimes;
  readonly timeline: readonly TimelineRow[];
  /** How many entries the table does not show because it would be too long; null: it shows all. */
  readonly cut: string | null;
  readonly left_out: string | null;
  readonly lanes: Lanes | null;
  readonly detection: readonly LabelledValue[];
  readonly attempts: readonly story.Attempt[];
  readonly hypotheses: readonly string[];
  readonly delays: readonly string[];
  /** What stopped the impact, where the record has no mitigation that says so. */
  readonly ended_by: string | null;
  readonly confirmations: readonly string[];
  readonly messages: string;
  readonly trigger: string;
  readonly factors: readonly Cause[];
  readonly whys: readonly string[];
  readonly well: readonly string[];
  readonly difficult: readonly string[];
  readonly lucky: readonly string[];
  readonly actions: ActionRows['open'];
  readonly risks: ActionRows['dropped'];
  readonly recurrence: readonly EarlierIncident[];
  readonly customer: readonly string[];
  readonly review: readonly ReviewRow[];
  readonly quoted: string;
  readonly sign_off: SignOffRecord;
  readonly alerts: readonly AlertRow[];
}

interface AlertRow {
  readonly title: string;
  readonly count: number;
  readonly first: string;
  readonly latest: string;
}

/** Turns the record into what the report says, with roles for people and unknowns said as unknown. */
export function composePostMortem(source: PostMortemSource): { view: PostMortemView; leftOut: number } {
  const { incident, people, language } = source;
  const words = wordsFor(language);
  const quoting = prepareQuoting(incident, people, source.check, words);
  const telling: story.Telling = { incident, people, quoting, words };
  const cause = incident.root_cause;
  const quoteAll = (texts: readonly string[] | undefined, how: (text: string) => string | null): readonly string[] =>
    (texts ?? []).map((text) => how(text) ?? words.say.left_out_here);
  const told = {
    summary: summarySentences(telling),
    impact: impactRows(incident, quoting, words),
    timeline: timelineRows(incident, people, quoting, words),
    attempts: story.attempts(telling),
    hypotheses: story.hypotheses(telling),
    confirmations: story.confirmations(telling),
    trigger: triggerText(cause?.trigger ?? null, quoting.narrate, words),
    factors: causes(incident, quoting, words),
    whys: quoteAll(cause?.whys, quoting.narrate),
    well: quoteAll(cause?.went_well, quoting.thank),
    difficult: quoteAll(cause?.was_difficult, quoting.narrate),
    lucky: quoteAll(cause?.got_lucky, quoting.narrate),
    actions: actionRows(incident, people, quoting, words),
    alerts: alertRows(incident, quoting.narrate, words),
    detection: detection(telling),
    sign_off: signOffRecord(incident, people, quoting, source.ruleSet, words),
  };
  const ended = story.endedBy(telling);
  const counts = quoting.counts();
  const view: PostMortemView = {
    ...told,
    language,
    w: words,
    id: incident.id,
    title: quoting.name(incident.title),
    severity: incident.highest_severity,
    header: header(source, words),
    times: keyTimes(incident, words),
    timeline: told.timeline.rows,
    cut: told.timeline.cut === 0 ? null : fill(words.say.cut, { count: told.timeline.cut }),
    left_out: leftOutText(counts.left_out, words),
    lanes: timelineLanes(incident, words, source.now),
    delays: delays(telling, source.now),
    ended_by: ended === '' ? null : fill(words.response.ended_by, { text: ended }),
    messages: story.messageCounts(telling),
    actions: told.actions.open,
    risks: told.actions.dropped,
    recurrence: recurrence(incident, source.earlier, quoting.name, words),
    customer: story.customerMessage(telling),
    review: reviewRows(incident, people, words),
    quoted: fill(words.check.quoted, counts),
  };
  return { view, leftOut: counts.left_out };
}

function header({ incident, people, now }: PostMortemSource, words: Words): readonly LabelledValue[] {
  const { post_mortem: review } = incident;
  const owner = incident.commander === null ? words.say.unassigned : displayName(incident.commander, people);
  const reviewers = review.reviewers.map((person) => displayName(person, people)).join(words.say.list);
  const occurred = plainTime(incident.started_at ?? incident.detected_at)?.slice(0, 10);
  const { version_value } = words.label;
  return [
    { label: words.label.id, value: incident.id },
    { label: words.label.status, value: words.post_mortem_state[postMortemState(incident)] },
    { label: words.label.severity, value: incident.highest_severity },
    { label: words.label.service, value: incident.service ?? words.say.unknown },
    { label: words.label.owner, value: owner },
    { label: words.label.reviewers, value: reviewers || words.say.none },
    { label: words.label.occurred, value: occurred ?? words.say.unknown },
    {
      label: words.label.meeting,
      value: meetingText(review.meeting?.called_off === true ? null : (review.meeting?.starts_at ?? null), words),
    },
    { label: words.label.written, value: plainTime(now)?.slice(0, 10) ?? words.say.unknown },
    {
      label: words.label.version,
      value: fill(version_value, { version: Math.max(1, review.version), revision: incident.revision }),
    },
  ];
}

function meetingText(startsAt: string | null, words: Words): string {
  const at = plainTime(startsAt);
  return at === null ? words.say.none : `${at} UTC`;
}

function triggerText(trigger: string | null, narrate: (text: string) => string | null, words: Words): string {
  if (trigger === null || trigger === '') return words.say.no_trigger;
  return narrate(trigger) ?? words.say.left_out_here;
}

function detection({ incident, people, quoting, words }: story.Telling): readonly LabelledValue[] {
  const alert = story.firstAlert(incident);
  const declaredBy = incident.timeline.find(({ type }) => type === 'incident.declared')?.by ?? null;
  const signal =
    alert === undefined
      ? fill(words.detection.by_person, { role: actorRole(declaredBy, incident, people, words) })
      : fill(words.detection.alert, {
          title: quoting.narrate(alert.title) ?? '',
          source: quoting.name(incident.source),
        });
  const kinds = incident.fingerprints.length;
  return [
    { label: words.detection.signal, value: signal },
    { label: words.detection.delay, value: sayDuration(incident.durations.time_to_detect, words) },
    {
      label: words.detection.alerts,
      value: fill(kinds < 2 ? words.detection.alerts_alike : words.detection.alerts_value, {
        count: incident.alert_count,
        kinds,
      }),
    },
    { label: words.detection.expected, value: words.detection.to_write },
    { label: words.detection.halve, value: words.detection.to_write },
  ];
}

function alertRows(incident: Incident, narrate: (text: string) => string | null, words: Words): readonly AlertRow[] {
  const happened = new Map(incident.timeline.map(({ seq, at }) => [seq, at]));
  const atOf = (alert: AlertOnRecord | undefined): string =>
    plainTime(alert === undefined ? null : (happened.get(alert.seq) ?? alert.received_at)) ?? words.say.unknown;
  return incident.fingerprints.slice(0, 100).map((fingerprint) => {
    const known = incident.alerts.filter((alert) => alert.fingerprint === fingerprint);
    return {
      title: narrate(known[0]?.title ?? '') ?? words.say.left_out_here,
      count: known.at(-1)?.count ?? 0,
      first: atOf(known[0]),
      latest: known.length < 2 ? atOf(known[0]) : (plainTime(known.at(-1)?.received_at ?? null) ?? words.say.unknown),
    };
  });
}
