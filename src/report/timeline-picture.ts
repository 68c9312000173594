import { escapeHtml } from '../sanitise/escape-html.ts';
import { plainTime } from './plain-text.ts';
import { timeTicks } from './time-ticks.ts';
import type { Lanes, Span } from './timeline-lanes.ts';
import { fill, type Words } from './words/words.ts';

const width = 960;
const left = 130;
const right = 24;
const laneHeight = 34;
const top = 34;

/** Draws the lanes as inline SVG; shape and text say what colour says, so it can be read without colours. */
export function drawTimeline(lanes: Lanes, id: string, words: Words): string {
  const x = (time: number): number =>
    Math.round((left + ((time - lanes.from) / (lanes.to - lanes.from)) * (width - left - right)) * 10) / 10;
  const rows: { readonly name: string; readonly body: (y: number) => string }[] = [
    ...(lanes.impact === null ? [] : [spansRow(words.picture.impact, [lanes.impact], x)]),
    spansRow(words.picture.status, lanes.statuses, x),
    ...(lanes.alerts.length === 0 ? [] : [marksRow(words.picture.alerts, lanes.alerts, x, 'alert')]),
    ...(lanes.escalations.length === 0
      ? []
      : [marksRow(words.picture.escalations, lanes.escalations, x, 'escalation')]),
    ...(lanes.attempts.length === 0 ? [] : [spansRow(words.picture.mitigations, lanes.attempts, x)]),
    ...(lanes.updates.length === 0 ? [] : [marksRow(words.picture.updates, lanes.updates, x, 'update')]),
  ];
  const bottom = top + rows.length * laneHeight;
  const ticks = timeTicks(lanes.from, lanes.to)
    .map(({ at, text }) => {
      const line = `<line class="grid" x1="${x(at)}" x2="${x(at)}" y1="${top - 6}" y2="${bottom}"/>`;
      return `${line}<text class="tick" x="${x(at)}" y="${top - 14}" text-anchor="middle">${text}</text>`;
    })
    .join('');
  const drawn = rows
    .map(({ name, body }, index) => {
      const y = top + index * laneHeight;
      return `<text class="lane" x="8" y="${y + 21}">${escapeHtml(name)}</text>${body(y)}`;
    })
    .join('');
  return (
    `<svg class="timeline-picture" viewBox="0 0 ${width} ${bottom + 10}" role="img" aria-labelledby="picture-title picture-desc" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="picture-title">${escapeHtml(fill(words.picture.title, { id }))}</title>` +
    `<desc id="picture-desc">${escapeHtml(tellTimeline(lanes, words))}</desc>` +
    `${ticks}${drawn}</svg>`
  );
}

/** The picture in words, for those who don't see it. */
function tellTimeline(lanes: Lanes, words: Words): string {
  const spans = [...(lanes.impact === null ? [] : [lanes.impact]), ...lanes.statuses, ...lanes.attempts];
  const content = [
    ...spans.map(({ label, from, to }) => fill(words.picture.span, { label, from: clock(from), to: clock(to) })),
    fill(words.picture.count, { lane: words.picture.alerts, count: lanes.alerts.length }),
    fill(words.picture.count, { lane: words.picture.escalations, count: lanes.escalations.length }),
    fill(words.picture.count, { lane: words.picture.updates, count: lanes.updates.length }),
  ].join(' ');
  return fill(words.picture.desc, { from: clock(lanes.from), to: clock(lanes.to), content });
}

function clock(time: number): string {
  return plainTime(new Date(time).toISOString()) ?? '';
}

function spansRow(name: string, spans: readonly Span[], x: (time: number) => number) {
  return {
    name,
    body: (y: number) =>
      spans
        .map(({ label, tone, from, to }) => {
          const wide = Math.max(x(to) - x(from), 4);
          const rect = `<rect class="span ${tone}" x="${x(from)}" y="${y + 6}" width="${Math.round(wide * 10) / 10}" height="22" rx="3"/>`;
          const room = label.length * 7.2 + 8;
          if (wide >= room)
            return `${rect}<text class="on-span" x="${x(from) + 6}" y="${y + 21}">${escapeHtml(label)}</text>`;
          const beside = x(from) + wide + room < width && spans.length === 1;
          return beside
            ? `${rect}<text class="beside" x="${x(from) + wide + 5}" y="${y + 21}">${escapeHtml(label)}</text>`
            : rect;
        })
        .join(''),
  };
}

const shapes = {
  alert: (x: number, y: number) => `<path class="mark alert" d="M${x} ${y + 8}l8 16h-16z"/>`,
  escalation: (x: number, y: number) => `<path class="mark escalation" d="M${x} ${y + 8}l8 9-8 9-8-9z"/>`,
  update: (x: number, y: number) => `<circle class="mark update" cx="${x}" cy="${y + 17}" r="7"/>`,
} as const;

function marksRow(name: string, times: readonly number[], x: (time: number) => number, shape: keyof typeof shapes) {
  return { name, body: (y: number) => times.map((time) => shapes[shape](x(time), y)).join('') };
}
