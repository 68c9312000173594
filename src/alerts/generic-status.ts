import type { AlertStatus } from '../incident/alert.ts';
import { readCommonStatus } from './common-status.ts';
import { type FieldsByName, isText, nameOf, valuesOf } from './fields-by-name.ts';
import {
  exitCodes,
  flags,
  numberedStatuses,
  severities,
  severitiesOfEnd,
  severityLikeStatuses,
  statuses,
} from './generic-words.ts';
import { wordOf } from './pick.ts';
import { statusInTitle } from './title-status.ts';

/** A status, whether the payload says it, and why the payload opens no incident where its status says so. */
interface SaidStatus {
  readonly value: AlertStatus | null;
  readonly isSaid: boolean;
  readonly notAlert?: string;
}

/**
 * The status of a payload of no known format: by its words, flags and numbers, then by its texts.
 *
 * A payload without any word about it is firing, as nobody sends silence; an unknown word stays unknown.
 */
export function statusIn(fields: FieldsByName, texts: readonly string[]): SaidStatus {
  for (const candidate of valuesOf(fields, statuses).map(nameOf)) {
    const value = statusInWord(candidate);
    if (isMaintenance(candidate))
      return { value: null, isSaid: false, notAlert: 'Its status says that it is about planned maintenance.' };
    if (value !== null) return { value, isSaid: true };
  }
  const value = statusInFlags(fields) ?? statusInNumbers(fields) ?? statusInSeverity(fields) ?? statusInTexts(texts);
  if (value !== null) return { value, isSaid: true };
  if (valuesOf(fields, ['color', 'colour']).some((color) => wordOf(color) === 'good'))
    return { value: 'resolved', isSaid: true };
  const isUnknown = valuesOf(fields, ['status', 'state', 'alertstatus']).some(
    (word) => isText(word) && !/^\d+(?:\.\d+)?$/.test(word),
  );
  return { value: isUnknown ? null : 'firing', isSaid: false };
}

/** Says where status and state contradict each other, and which was believed. */
export function contradictionsIn(fields: FieldsByName): readonly string[] {
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

/** True for a text that is nothing but a word for a status. */
export function isStatus(value: unknown): boolean {
  return typeof value === 'string' && readCommonStatus(value) !== null;
}

/**
 * `incident.resolved` and `ALERT_OPENED` say it in their last part, before words like `Notification`;
 * `ResolvedCritical` tells what it was before.
 */
function statusInWord(candidate: unknown): AlertStatus | null {
  if (typeof candidate !== 'string') return null;
  const whole = readCommonStatus(candidate);
  if (whole !== null || candidate.length > 60) return whole;
  const parts = candidate
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  while (parts.length > 1 && /^(?:notification|event|message|webhook)$/i.test(parts.at(-1) ?? '')) parts.pop();
  if (parts.length > 4 || parts.some((part) => wordOf(part) === 'not')) return null;
  const [first, last] = [readCommonStatus(parts[0]), readCommonStatus(parts.at(-1))];
  const isChange = /[>→]/.test(candidate) || parts.some((part) => wordOf(part) === 'to');
  return !isChange && first === 'resolved' && severityLikeStatuses.includes(wordOf(parts.at(-1)))
    ? first
    : (last ?? first);
}

function isMaintenance(candidate: unknown): boolean {
  return /^(?:(?:scheduled|planned|under|in|upcoming)?[\s_.-]*)maintenance(?:[\s_.-]*(?:scheduled|planned|started|window|mode))?$/.test(
    wordOf(candidate),
  );
}

const isYes = (value: unknown) => value === true || wordOf(value) === 'true';
const isNo = (value: unknown) => value === false || wordOf(value) === 'false';

function statusInFlags(fields: FieldsByName): AlertStatus | null {
  for (const [status, names] of flags) {
    if (valuesOf(fields, names).some(isYes)) return status;
  }
  const isDenied = (status: AlertStatus) =>
    flags.some(([flag, names]) => flag === status && valuesOf(fields, names).some(isNo));
  if (isDenied('firing')) return 'resolved';
  return isDenied('resolved') ? 'firing' : null;
}

function statusInNumbers(fields: FieldsByName): AlertStatus | null {
  const [code] = valuesOf(fields, exitCodes)
    .map(wordOf)
    .filter((word) => /^\d{1,5}$/.test(word));
  if (code !== undefined) return code === '0' ? 'resolved' : 'firing';
  const [number] = valuesOf(fields, numberedStatuses)
    .map(wordOf)
    .filter((word) => word === '0' || word === '1');
  return number === undefined ? null : number === '0' ? 'resolved' : 'firing';
}

/** What has the severity `cleared` is over. */
function statusInSeverity(fields: FieldsByName): AlertStatus | null {
  return valuesOf(fields, severities).some((value) => severitiesOfEnd.includes(wordOf(nameOf(value))))
    ? 'resolved'
    : null;
}

function statusInTexts(texts: readonly string[]): AlertStatus | null {
  for (const text of texts.slice(0, 2)) {
    const status = readCommonStatus(text) ?? statusInTitle(text);
    if (status !== null) return status;
  }
  return null;
}
