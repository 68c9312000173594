import type { Incident } from '../incident/incident.ts';
import { fieldsOf, textOf } from './describe-entry.ts';
import { impactSubjects, sayingsAbout } from './impact-sayings.ts';
import { plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { sayExactly, secondsBetween } from './say-duration.ts';
import { fill, type Words } from './words/words.ts';

export interface ImpactRow {
  readonly what: string;
  readonly value: string;
  /** Where the number comes from; empty where it is unknown. */
  readonly source: string;
}

/** What the incident cost, as far as the record knows; what it does not know is said so. */
export function impactRows(incident: Incident, quoting: Quoting, words: Words): readonly ImpactRow[] {
  const { started_at: started, mitigated_at: mitigated, resolved_at: resolved } = incident;
  const ended = mitigated ?? resolved;
  const from = plainTime(started) ?? words.say.unknown;
  const window =
    started !== null && ended === null
      ? fill(words.impact.ongoing, { from })
      : `${from} – ${plainTime(ended) ?? words.say.unknown}`;
  const formula = `${mitigated === null ? 'resolved_at' : 'mitigated_at'} − started_at`;
  const seconds = secondsBetween(started, ended);
  return [
    { what: words.impact.window, value: window, source: started === null && ended === null ? '' : words.heading.times },
    { what: words.impact.duration, value: sayExactly(seconds, words), source: seconds === null ? '' : formula },
    measuredRow(incident, words),
    ...impactSubjects.map((subject) => {
      const said = sayingsAbout(subject, incident)
        .map(({ seq, text }) => ({ seq, text: quoting.narrate(text) }))
        .filter(({ text }) => text !== null && text !== '');
      return {
        what: words.impact[subject],
        value: said.map(({ text }) => text).join(' · ') || words.say.unknown,
        source: said.map(({ seq }) => fill(words.impact.entry, { seq })).join(words.say.list),
      };
    }),
  ];
}

function measuredRow(incident: Incident, words: Words): ImpactRow {
  for (const entry of incident.timeline) {
    const measured = fieldsOf(fieldsOf(entry.data, 'alert'), 'measurement');
    const metric = textOf(measured, 'metric');
    const value = Number(textOf(measured, 'value') || Number.NaN);
    const slo = Number(textOf(measured, 'slo') || Number.NaN);
    if (metric === '' || !Number.isFinite(value) || !Number.isFinite(slo)) continue;
    const times = slo > 0 ? Math.round((value / slo) * 100) / 100 : null;
    return {
      what: words.impact.measured,
      value: fill(times === null ? words.impact.no_ratio : words.impact.ratio, {
        metric,
        value,
        slo,
        times: times ?? '',
      }),
      source: fill(words.impact.entry, { seq: entry.seq }),
    };
  }
  return { what: words.impact.measured, value: words.say.unknown, source: '' };
}
