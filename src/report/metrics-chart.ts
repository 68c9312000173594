import { escapeHtml } from '../sanitise/escape-html.ts';
import type { DurationName, Metrics } from './metrics.ts';
import { sayDuration } from './say-duration.ts';
import { fill, type Words } from './words/words.ts';

const width = 800;
const left = 190;
const right = 270;
const rowHeight = 30;
const mostRows = 40;

/** Draws one duration as bars: the bar ends at the median, a thin line goes on to p90; null where nothing is measured. */
export function drawMetric(metrics: Metrics, name: DurationName, words: Words): string | null {
  const rows = metrics.rows.filter((row) => row.durations[name].n > 0).slice(0, mostRows);
  const longest = Math.max(0, ...rows.map((row) => row.durations[name].p90 ?? 0));
  if (rows.length === 0) return null;
  const x = (seconds: number): number =>
    Math.round((left + (longest === 0 ? 0 : seconds / longest) * (width - left - right)) * 10) / 10;
  const bars = rows.map((row, index) => {
    const { n, median, p90 } = row.durations[name];
    const y = 8 + index * rowHeight;
    const at = Math.max(x(median ?? 0), left + 2);
    const end = Math.max(x(p90 ?? 0), at);
    const values = { median: sayDuration(Math.round(median ?? 0), words), p90: sayDuration(p90, words), n };
    const said = escapeHtml(fill(n === 1 ? words.metrics.single : words.metrics.measured, values));
    const group = row.group.length > 24 ? `${row.group.slice(0, 23)}…` : row.group;
    return (
      `<text class="lane" x="8" y="${y + 16}">${escapeHtml(group)}</text>` +
      `<rect class="median" x="${left}" y="${y + 3}" width="${Math.round((at - left) * 10) / 10}" height="18" rx="2"/>` +
      `<line class="p90" x1="${at}" x2="${end}" y1="${y + 12}" y2="${y + 12}"/>` +
      `<line class="p90" x1="${end}" x2="${end}" y1="${y + 5}" y2="${y + 19}"/>` +
      `<text class="said" x="${end + 8}" y="${y + 16}">${said}</text>`
    );
  });
  const title = escapeHtml(words.duration[name]);
  return (
    `<svg class="chart" viewBox="0 0 ${width} ${rows.length * rowHeight + 12}" role="img" aria-labelledby="chart-${name}" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="chart-${name}">${title}. ${escapeHtml(words.metrics.chart)}</title>${bars.join('')}</svg>`
  );
}
