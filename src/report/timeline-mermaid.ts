import type { Lanes, Span } from './timeline-lanes.ts';
import { fill, type Words } from './words/words.ts';

const mostMarks = 30;

/** The same picture as a Mermaid gantt chart, for readers of the Markdown. */
export function mermaidTimeline(lanes: Lanes, id: string, words: Words): string {
  const lines = [
    'gantt',
    `    title ${mermaidText(fill(words.picture.title, { id }))}`,
    '    dateFormat YYYY-MM-DDTHH:mm:ss',
    '    axisFormat %H:%M',
    ...(lanes.impact === null ? [] : section(words.picture.impact, [spanLine(lanes.impact, 'i0')])),
    ...section(
      words.picture.status,
      lanes.statuses.map((span, index) => spanLine(span, `s${index}`)),
    ),
    ...section(words.picture.alerts, markLines(words.picture.alerts, lanes.alerts, 'a')),
    ...section(words.picture.escalations, markLines(words.picture.escalations, lanes.escalations, 'e')),
    ...section(
      words.picture.mitigations,
      lanes.attempts.map((span, index) => spanLine(span, `m${index}`)),
    ),
    ...section(words.picture.updates, markLines(words.picture.updates, lanes.updates, 'u')),
  ];
  return lines.join('\n');
}

/** Words (and dates) that mean something to Mermaid at the start of a line. */
const meaning =
  /^(?:section|title|click|dateformat|axisformat|tickinterval|excludes|includes|todaymarker|weekday|weekend|inclusiveenddates|topaxis|acctitle|accdescr|gantt|call|href|vert|end|done|crit|active|milestone|\d{4}-|$)/i;

/**
 * Writes a text so that it can't end the line, the name or the diagram: letters, digits and plain punctuation stay, and
 * the two separators of Mermaid become entities.
 */
export function mermaidText(text: string): string {
  const plain = text
    .replaceAll(/[^\p{L}\p{M}\p{N} .,:;+/()_-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replaceAll(/[:;]/g, (separator) => `#${separator.charCodeAt(0)};`);
  return meaning.test(plain) ? `- ${plain}` : plain;
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`    section ${mermaidText(name)}`, ...lines];
}

const tags: Readonly<Partial<Record<Span['tone'], string>>> = {
  impact: 'crit, ',
  worked: 'done, ',
  resolved: 'done, ',
  'no-effect': 'crit, ',
  mitigating: 'active, ',
};

function spanLine({ label, tone, from, to }: Span, id: string): string {
  return `    ${mermaidText(label)} :${tags[tone] ?? ''}${id}, ${stamp(from)}, ${Math.max(1, Math.round((to - from) / 1000))}s`;
}

function markLines(name: string, times: readonly number[], id: string): readonly string[] {
  return times
    .slice(0, mostMarks)
    .map((time, index) => `    ${mermaidText(name)} ${index + 1} :milestone, ${id}${index}, ${stamp(time)}, 0s`);
}

function stamp(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}
