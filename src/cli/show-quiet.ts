import type { Incident } from '../incident/incident.ts';
import { type Silence, writeMatcher } from '../incident/silence.ts';
import { alignColumns } from './align-columns.ts';

/** Silences as rows: which alerts, until when, why and by whom. */
export function describeSilences(
  silences: readonly (Silence & { readonly alert_count?: number; readonly ended_at?: string | null })[],
  now: string,
): readonly string[] {
  return alignColumns(
    silences.map((silence) => [
      silence.id,
      silence.matchers.map(writeMatcher).join(' '),
      when(silence, now),
      silence.alert_count === undefined ? '' : `${silence.alert_count} kept quiet`,
      `${silence.because}${silence.by === null ? '' : ` (${silence.by})`}`,
    ]),
  );
}

function when({ starts_at, ends_at, ended_at }: Silence & { readonly ended_at?: string | null }, now: string): string {
  const minute = (moment: string): string => `${moment.slice(0, 16).replace('T', ' ')} UTC`;
  if (ended_at != null) return `ended ${minute(ended_at)}`;
  if (ends_at <= now) return `over since ${minute(ends_at)}`;
  return starts_at > now ? `from ${minute(starts_at)} until ${minute(ends_at)}` : `until ${minute(ends_at)}`;
}

/** The alerts of an incident that go back and forth, by their titles. */
export function flappingTitles({ flapping, alerts }: Incident): readonly string[] {
  return flapping.map((wanted) => alerts.findLast(({ fingerprint }) => fingerprint === wanted)?.title ?? wanted);
}
