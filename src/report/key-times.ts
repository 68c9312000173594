import { durationFormulas } from '../incident/durations.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { milestones } from '../incident/milestone.ts';
import { plainTime } from './plain-text.ts';
import { sayExactly } from './say-duration.ts';
import { fill, type Words } from './words/words.ts';

export interface KeyTimes {
  readonly milestones: readonly { readonly name: string; readonly at: string; readonly how: string }[];
  readonly durations: readonly { readonly name: string; readonly formula: string; readonly value: string }[];
}

const shown = ['started_at', 'detected_at', 'acknowledged_at', 'declared_at', 'mitigated_at', 'resolved_at'] as const;
const measured = [
  'time_to_detect',
  'time_to_acknowledge',
  'time_to_declare',
  'time_to_mitigate',
  'time_to_resolve',
] as const;

/** When each milestone was reached, how that is known, and every duration with the two milestones it is made of. */
export function keyTimes(incident: Incident, words: Words): KeyTimes {
  return {
    milestones: shown.map((name) => {
      const at = plainTime(incident[name]);
      const named = milestones.some((one) => `${one}_at` === name && incident.dated_by_hand.includes(one));
      const byHand = named || isToldLater(name, incident);
      const how = byHand ? words.time.by_hand : words.time.by_program;
      return { name: words.time[name], at: at ?? words.say.unknown, how: at === null ? '' : how };
    }),
    durations: measured.map((name) => {
      const [from, to] = durationFormulas[name];
      return {
        name: words.duration[name],
        formula: `${to} − ${from}`,
        value: isReversed(incident[from], incident[to])
          ? fill(words.duration.reversed, { from: words.time[from], to: words.time[to] })
          : sayExactly(incident.durations[name], words),
      };
    }),
  };
}

const reachedBy: Readonly<Partial<Record<(typeof shown)[number], TimelineEntry['type']>>> = {
  acknowledged_at: 'incident.acknowledged',
  mitigated_at: 'mitigation.judged',
  resolved_at: 'incident.resolved',
};

const momentOfTyping = 60_000;

/** True when whoever reached a milestone said afterwards when that had been. */
function isToldLater(name: (typeof shown)[number], incident: Incident): boolean {
  return incident.timeline.some(
    ({ type, at, recorded_at, by }) =>
      type === reachedBy[name] &&
      at === incident[name] &&
      by !== null &&
      Date.parse(recorded_at) - Date.parse(at) > momentOfTyping,
  );
}

function isReversed(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && Date.parse(from) > Date.parse(to);
}
