import type { Incident, TimelineEntry } from '../incident/incident.ts';
import type { Status } from '../incident/status.ts';
import { textOf } from './describe-entry.ts';
import { resultOf } from './story.ts';
import { inOrder } from './timeline-rows.ts';
import type { Words } from './words/words.ts';

/** A stretch of time with a name; times in milliseconds. */
export interface Span {
  readonly label: string;
  /** Chooses the colour and the pattern. */
  readonly tone: Status | 'impact' | 'worked' | 'no-effect' | 'pending';
  readonly from: number;
  readonly to: number;
}

export interface Lanes {
  readonly from: number;
  readonly to: number;
  readonly impact: Span | null;
  readonly statuses: readonly Span[];
  readonly attempts: readonly Span[];
  readonly alerts: readonly number[];
  readonly escalations: readonly number[];
  readonly updates: readonly number[];
}

const mostMarks = 200;

/** What both pictures of the timeline show; null while no time is known. */
export function timelineLanes(incident: Incident, words: Words, now: string): Lanes | null {
  const entries = inOrder(incident.timeline);
  const end = timeOf(incident.resolved_at) ?? timeOf(incident.mitigated_at) ?? timeOf(now);
  const marks = (...types: readonly TimelineEntry['type'][]): readonly number[] =>
    entries
      .filter((entry) => types.includes(entry.type))
      .map((entry) => timeOf(entry.at))
      .filter((time) => time !== null)
      .slice(0, mostMarks);
  const alerts = marks('alert.received', 'alert.repeated', 'alert.cleared');
  const starts = [timeOf(incident.started_at), timeOf(incident.detected_at), timeOf(incident.declared_at)];
  const known = starts.filter((time) => time !== null);
  if (known.length === 0 || end === null) return null;
  const start = Math.min(...known);
  const to = Math.max(end, start + 60_000);
  // An alert that came before the impact is part of the picture, unless it would squeeze everything else to the edge.
  const from = Math.min(start, ...alerts.filter((time) => start - time <= to - start));
  const clamp = (time: number): number => Math.min(Math.max(time, from), to);
  const inside = (times: readonly number[]): readonly number[] => times.filter((time) => time >= from && time <= to);
  const started = timeOf(incident.started_at);
  const stopped = timeOf(incident.mitigated_at) ?? timeOf(incident.resolved_at) ?? to;
  return {
    from,
    to,
    impact:
      started === null || stopped < started
        ? null
        : { label: words.picture.impact, tone: 'impact', from: clamp(started), to: clamp(stopped) },
    statuses: statusSpans(incident, entries, words, clamp, to),
    attempts: attemptSpans(incident, clamp, to),
    alerts: inside(alerts),
    escalations: inside(marks('incident.escalated')),
    updates: inside(marks('update.posted')),
  };
}

function statusSpans(
  incident: Incident,
  entries: readonly TimelineEntry[],
  words: Words,
  clamp: (time: number) => number,
  to: number,
): readonly Span[] {
  const changes: { readonly status: Status; readonly at: number }[] = [];
  for (const entry of entries) {
    const at = timeOf(entry.at);
    const status = statusAfter(entry, changes.at(-1)?.status ?? null);
    if (at !== null && status !== null && status !== changes.at(-1)?.status) changes.push({ status, at });
  }
  return changes
    .map(({ status, at }, index) => ({
      label: words.status[status],
      tone: status,
      from: clamp(at),
      to: clamp(changes[index + 1]?.at ?? to),
    }))
    .filter((span) => span.to > span.from || (span.tone === incident.status && span.to === to && span.from < to))
    .slice(0, 40);
}

/** Follows the life cycle in the order things happened, which need not be the order they were written down in. */
function statusAfter(entry: TimelineEntry, before: Status | null): Status | null {
  const worked =
    (entry.type === 'workflow.finished' && textOf(entry.data, 'outcome') === 'succeeded') ||
    (entry.type === 'mitigation.judged' && textOf(entry.data, 'verdict') === 'worked');
  switch (entry.type) {
    case 'incident.declared':
      return before ?? 'open';
    case 'incident.acknowledged':
      return before === 'open' || before === null ? 'investigating' : null;
    case 'workflow.finished':
      return worked ? 'mitigating' : null;
    case 'mitigation.judged':
      return worked ? 'mitigating' : 'investigating';
    case 'incident.reopened':
      return 'investigating';
    case 'incident.resolved':
      return 'resolved';
    default:
      return null;
  }
}

function attemptSpans(incident: Incident, clamp: (time: number) => number, to: number): readonly Span[] {
  return incident.mitigations.slice(0, 12).flatMap((attempt) => {
    const from = timeOf(attempt.started_at ?? attempt.finished_at ?? attempt.proposed_at);
    if (from === null) return [];
    const result = resultOf(attempt);
    const until = timeOf(attempt.finished_at) ?? (attempt.state === 'running' ? to : from);
    const tone = result === 'worked' || result === 'pending' ? result : 'no-effect';
    return [{ label: attempt.id, tone, from: clamp(from), to: clamp(until) }];
  });
}

function timeOf(at: string | null): number | null {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? null : time;
}
