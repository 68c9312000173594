import type { Alert } from '../incident/alert.ts';
import { matchesGlob } from '../incident/matches-glob.ts';
import type { Matcher, Silence } from '../incident/silence.ts';

/** Alerts may be silenced for so many seconds at most: what is quiet for longer is forgotten. */
export const longestSilence = 30 * 24 * 60 * 60;

const fields = ['service', 'title', 'source', 'severity', 'fingerprint'] as const;

/** Reads a matcher as it is typed; a sentence where it is none. */
export function parseMatcher(text: string): Matcher | string {
  const [, field = '', sign, value = ''] = /^([^=~]{1,200})([=~])([^\n]{1,1000})$/.exec(text.trim()) ?? [];
  if (sign === undefined) return `"${text.slice(0, 100)}" is no matcher.`;
  const name = field.trim();
  const known = fields.some((one) => one === name) || /^labels\.[^\s]+$/.test(name);
  if (!known) return `"${name}" is nothing an alert can be matched by.`;
  if (sign === '~' && /^[*?]+$/.test(value.trim())) return `"${text}" would silence everything.`;
  return { field: name, how: sign === '=' ? 'is' : 'like', value: value.trim() };
}

/** The silence that keeps this alert quiet at this moment; recoveries and acknowledgements always pass. */
export function findSilence(silences: readonly Silence[], alert: Alert, now: string): Silence | null {
  if (alert.status === 'resolved' || alert.status === 'acknowledged') return null;
  const moment = Date.parse(now);
  return (
    silences.find(
      ({ matchers, starts_at, ends_at }) =>
        Date.parse(starts_at) <= moment &&
        moment < Date.parse(ends_at) &&
        matchers.length > 0 &&
        matchers.every((matcher) => matches(matcher, alert)),
    ) ?? null
  );
}

function matches({ field, how, value }: Matcher, alert: Alert): boolean {
  const found = readField(field, alert);
  if (found === null) return false;
  return how === 'is' ? found === value : matchesGlob(found, value);
}

function readField(field: string, alert: Alert): string | null {
  if (field.startsWith('labels.')) {
    const name = field.slice('labels.'.length);
    return Object.hasOwn(alert.labels, name) ? (alert.labels[name] ?? null) : null;
  }
  switch (field) {
    case 'service':
      return alert.service;
    case 'title':
      return alert.title;
    case 'source':
      return alert.source;
    case 'severity':
      return alert.severity_raw;
    case 'fingerprint':
      return alert.fingerprint;
    default:
      return null;
  }
}
