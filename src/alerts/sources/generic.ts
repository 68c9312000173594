import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { cleanText } from '../clean-text.ts';
import { type FieldsByName, fieldsByName, valuesOf } from '../fields-by-name.ts';
import {
  endInTitle,
  flags,
  hosts,
  identities,
  labelHolders,
  moments,
  names,
  problemHolders,
  proses,
  services,
  severities,
  severityLikeStatuses,
  stableNames,
  starts,
  statuses,
  titles,
  watchers,
} from '../generic-words.ts';
import { isRecord, parseNested, pick, wordOf } from '../pick.ts';
import { commonStatusWords, readStatus } from '../status-words.ts';
import { unwrapped } from '../unwrapped.ts';

/** The best effort for every object that no known format claims. */
export const generic: AlertSource = {
  name: 'generic',
  shape: 'no known format, but fields that an alert would have (best effort)',
  recognises: isRecord,
  read: (payload) => {
    const fields = fieldsByName(payload);
    const title = valuesOf(fields, titles).filter(isText);
    const status = statusOf(fields, title[0]);
    const said = valuesOf(fields, statuses).filter((value) => severityLikeStatuses.includes(wordOf(value)));
    const severity = [...valuesOf(fields, severities).map(nameOf), ...(status.value === 'firing' ? said : [])];
    const service = valuesOf(fields, services).map(nameOf);
    const own = [payload, ...unwrapped(payload)].map((holder) => pick(holder, 'name'));
    const name = [...own, ...valuesOf(fields, names).map(nameOf)].filter((value) => !isStatus(value));
    const prose = [...valuesOf(fields, proses), ...valuesOf(fields, ['name']), ...valuesOf(fields, ['event'])].filter(
      isText,
    );
    const identity = identityOf(fields, [title, name, prose], service);
    const hasSeverity = severity.some((value) => cleanText(value) !== null);
    const isNamed =
      title.length > 0 || valuesOf(fields, proses).some(isText) || ([...name, ...prose].some(isText) && status.isSaid);
    const isKnownProblem = status.isSaid && problemIdIn(fields) !== undefined;
    const looksLikeAlert = isNamed || hasSeverity || isKnownProblem || (status.isSaid && status.value === 'firing');
    const notAlert = pingReason(payload) ?? (looksLikeAlert ? undefined : nothingThere);
    return [
      {
        status: notAlert === undefined ? status.value : null,
        title: [...title, ...name, ...prose, ...service, ...valuesOf(fields, titles)],
        service,
        severity,
        started: startsOf(fields, status.value),
        identity,
        labels: valuesOf(fields, labelHolders),
        links: linksOf(fields),
        notAlert,
        hasLocalTimes: true,
        warnings: contradictionsIn(fields),
      },
    ];
  },
};

/** Longer texts are not parsed again to see whether they are JSON. */
const longestNested = 100_000;

const nothingThere = 'Nothing in the payload looks like an alert: it has no title, message, severity or firing status.';

/** A text for people: what holds JSON is a payload inside a payload, whose fields were taken out already. */
function isText(value: unknown): value is string {
  if (typeof value !== 'string' || value.trim() === '') return false;
  return value.length > longestNested ? !/^\s*[[{]/.test(value) : parseNested(value) === undefined;
}

/** Where a field holds an object, its name stands for it. */
function nameOf(value: unknown): unknown {
  return isRecord(value)
    ? (pick(value, 'name') ??
        pick(value, 'displayName') ??
        pick(value, 'summary') ??
        pick(value, 'value') ??
        pick(value, 'metadata', 'name'))
    : value;
}

/** A payload without any word about its status is firing, as nobody sends silence; an unknown word stays unknown. */
function statusOf(fields: FieldsByName, title: string | undefined): { value: AlertStatus | null; isSaid: boolean } {
  const candidates = valuesOf(fields, statuses).map(nameOf);
  for (const candidate of candidates) {
    const value = statusInWord(candidate);
    if (value !== null) return { value, isSaid: true };
  }
  const flag = statusInFlags(fields);
  if (flag !== null) return { value: flag, isSaid: true };
  if (title !== undefined && saysItsEnd(title.slice(0, 500))) return { value: 'resolved', isSaid: true };
  const isUnknown = valuesOf(fields, ['status', 'state', 'alertstatus']).some(isText);
  return { value: isUnknown ? null : 'firing', isSaid: false };
}

function contradictionsIn(fields: FieldsByName): readonly string[] {
  const [status, state] = ['status', 'state'].map((name) =>
    valuesOf(fields, [name])
      .map(statusInWord)
      .find((value) => value !== null),
  );
  const isContradiction = status !== undefined && state !== undefined && status !== state;
  return isContradiction
    ? [`The payload's status says ${status}, its state says ${state}: the status was believed.`]
    : [];
}

/** What cannot be recovered has not been. */
function saysItsEnd(title: string): boolean {
  return endInTitle.test(title) && !/\b(?:not|never|cannot|can't|unable|fail\w*|until)\b|n't\b/i.test(title);
}

/** `incident.resolved` and `ALERT_OPENED` say it in their last part; `ResolvedCritical` tells what it was before. */
function statusInWord(candidate: unknown): AlertStatus | null {
  if (typeof candidate !== 'string') return null;
  const whole = readStatus(commonStatusWords, candidate);
  if (whole !== null || candidate.length > 60) return whole;
  const parts = candidate
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  if (parts.length > 4 || parts.some((part) => wordOf(part) === 'not')) return null;
  const [first, last] = [readStatus(commonStatusWords, parts[0]), readStatus(commonStatusWords, parts.at(-1))];
  const isChange = /[>→]/.test(candidate) || parts.some((part) => wordOf(part) === 'to');
  return !isChange && first === 'resolved' && severityLikeStatuses.includes(wordOf(parts.at(-1)))
    ? first
    : (last ?? first);
}

const isYes = (value: unknown) => value === true || wordOf(value) === 'true';
const isNo = (value: unknown) => value === false || wordOf(value) === 'false';
const isStatus = (value: unknown) => typeof value === 'string' && readStatus(commonStatusWords, value) !== null;

function statusInFlags(fields: FieldsByName): AlertStatus | null {
  for (const [status, names] of flags) {
    if (valuesOf(fields, names).some(isYes)) return status;
  }
  const isDenied = (status: AlertStatus) =>
    flags.some(([flag, names]) => flag === status && valuesOf(fields, names).some(isNo));
  if (isDenied('firing')) return 'resolved';
  return isDenied('resolved') ? 'firing' : null;
}

/** On a recovery, an unnamed moment is that of the recovery, not of the start. */
function startsOf(fields: FieldsByName, status: AlertStatus | null): readonly unknown[] {
  const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return valuesOf(fields, status === 'resolved' ? starts : [...starts, ...moments]).filter(isScalar);
}

/** What is broken and where: by a key that says so, else by the most lasting of its texts. */
function identityOf(
  fields: FieldsByName,
  texts: readonly (readonly unknown[])[],
  service: readonly unknown[],
): readonly unknown[] {
  const [explicit] = [...valuesOf(fields, identities), problemIdIn(fields)].filter(isKey);
  if (explicit !== undefined) return [explicit];
  const place = [...new Set([service.find(isKey), valuesOf(fields, hosts).map(nameOf).find(isKey)])];
  const [name] = [...valuesOf(fields, stableNames), ...valuesOf(fields, watchers).map(nameOf)].filter(isText);
  if (name !== undefined) return [name, ...place];
  const [first] = texts.flat().filter(isText);
  return first === undefined ? [] : [withoutStatusPrefix(first), ...place];
}

function problemIdIn(fields: FieldsByName): unknown {
  return valuesOf(fields, problemHolders)
    .map((holder) => pick(holder, 'id'))
    .find(isKey);
}

function isKey(value: unknown): boolean {
  return isText(value) || typeof value === 'number';
}

/** `[FIRING:1] Disk full` and `RESOLVED: Disk full` are about the same disk. */
function withoutStatusPrefix(title: string): string {
  const prefix = /^\s*\[?([a-z]{2,12})(?::\d{1,5})?(?:\]|:|\s-)\s*/i.exec(title);
  const rest = prefix !== null && isStatus(prefix[1]) ? title.slice(prefix[0].length) : title;
  return rest.slice(0, 500).replace(endInTitle, '').trim();
}

function linksOf(fields: FieldsByName): readonly unknown[] {
  return [...fields].filter(([name]) => /ur[il]s?$|links?$|href$/.test(name)).flatMap(([, values]) => values);
}

/** Set-up calls that webhooks make before or instead of alerts. */
function pingReason(payload: unknown): string | undefined {
  const kind = wordOf(
    pick(payload, 'type') ?? pick(payload, 'event') ?? pick(payload, 'event_type') ?? pick(payload, 'action'),
  );
  if (/^(?:ping|pong|url_verification|verification|handshake|heartbeat|healthcheck|health_check)$/.test(kind)) {
    return `It is a "${kind}" call of a webhook, not an alert.`;
  }
  if (pick(payload, 'test') === true || pick(payload, 'is_test') === true)
    return 'The payload says of itself that it is a test.';
  const hasChallenge = isText(pick(payload, 'challenge')) && Object.keys(isRecord(payload) ? payload : {}).length <= 3;
  return hasChallenge ? 'It is a handshake that asks for its challenge back, not an alert.' : undefined;
}
