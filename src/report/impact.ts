import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { fieldsOf, textOf } from './describe-entry.ts';
import { plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { sayDuration, secondsBetween } from './say-duration.ts';
import { fill, type Words } from './words/words.ts';

export interface ImpactRow {
  readonly what: string;
  readonly value: string;
  /** Where the number comes from; empty where it is unknown. */
  readonly source: string;
}

/** Which words in a note about the impact speak of which number; the note is quoted whole, nothing is computed from it. */
const subjects = {
  requests: /request|error rate|\b5\d\d\b|%|latency|คำขอ|ข้อผิดพลาด/i,
  users: /user|customer|account|visitor|ผู้ใช้|ลูกค้า/i,
  orders: /order|payment|transaction|checkout|booking|คำสั่งซื้อ|ธุรกรรม/i,
  regions: /region|zone|country|location|data cent|worldwide|ภูมิภาค|ประเทศ/i,
  data_loss: /data loss|lost|los[et] |unrecover|not be recovered|corrupt|ข้อมูล(?:สูญ)?หาย/i,
  tickets: /ticket|complaint|support case|ร้องเรียน/i,
  money: /\b(?:EUR|USD|THB|GBP|revenue|refund|cost)\b|[€$£฿]|บาท/i,
  slo: /\bSLO\b|error budget|objective|งบข้อผิดพลาด/i,
} as const;

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
  const notes = impactNotes(incident);
  return [
    { what: words.impact.window, value: window, source: started === null && ended === null ? '' : words.heading.times },
    { what: words.impact.duration, value: sayDuration(seconds, words), source: seconds === null ? '' : formula },
    measuredRow(incident, words),
    ...Object.entries(subjects).map(([subject, pattern]) => {
      const about = notes.filter((note) => /\d/.test(note.text) && pattern.test(note.text)).slice(0, 3);
      const said = about
        .map((note) => ({ seq: note.seq, text: quoting.narrate(textOf(note.data, 'text')) }))
        .filter((note) => note.text !== null);
      return {
        what: new Map(Object.entries(words.impact)).get(subject) ?? subject,
        value: said.map((note) => note.text).join(' · ') || words.say.unknown,
        source: said.map((note) => fill(words.impact.entry, { seq: note.seq })).join(words.say.list),
      };
    }),
  ];
}

/** The notes that people wrote about what users felt. */
export function impactNotes(incident: Incident): readonly TimelineEntry[] {
  const corrected = new Set(incident.timeline.map((entry) => textOf(entry.data, 'amends')));
  return incident.timeline.filter(
    (entry) =>
      entry.type === 'note.added' &&
      (textOf(entry.data, 'kind') === 'impact' || textOf(entry.data, 'milestone') === 'started') &&
      !corrected.has(String(entry.seq)),
  );
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
