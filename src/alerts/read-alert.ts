import type { Alert, Reading } from '../incident/alert.ts';
import type { AlertDraft, AlertSource } from './alert-source.ts';
import { cleanText } from './clean-text.ts';
import { finishAlert } from './finish-alert.ts';
import { isRecord, parseNested } from './pick.ts';
import { generic } from './sources/generic.ts';
import { sources } from './sources.ts';
import { batchInside, listInside, unwrapped } from './unwrapped.ts';

/** Beyond this a payload is an attack, and hashing it all would keep the real alerts waiting. */
const mostAlerts = 5_000;

/**
 * Recognises the format of a payload by its own shape and reads every alert in it.
 *
 * Never fails: what holds nothing that looks like an alert gives `is_alert: false` with the reason. Then `alerts` may
 * still describe what was seen, for people to look at.
 */
export function readAlert(value: unknown): Reading {
  const payload = parseNested(value) ?? value;
  const known = readKnown(payload);
  if (known !== null) return known;
  if (Array.isArray(payload)) return readList(payload);
  if (!isRecord(payload)) return nothing(`The payload is ${nameKind(payload)}, not a JSON object.`);
  for (const inner of unwrapped(payload)) {
    const found = readKnown(inner);
    if (found !== null) return { ...found, because: `${found.because} It was found inside an envelope.` };
  }
  const batch = batchInside(payload);
  if (batch.length > 0) return readList(batch);
  const entries = listInside(payload);
  const inside = entries.length === 0 ? null : readList(entries);
  if (inside?.is_alert) return inside;
  const reading = readWith(generic, payload);
  return reading.is_alert ? reading : (readEncoded(payload) ?? reading);
}

/** An envelope without a word of its own may hold an alert that no format knows, in a form only decoding shows. */
function readEncoded(envelope: unknown): Reading | null {
  for (const inner of unwrapped(envelope)) {
    const found = isRecord(inner) ? readWith(generic, inner) : null;
    if (found?.is_alert) return { ...found, because: `${found.because} It was found inside an envelope.` };
  }
  return null;
}

/** Reads a payload as the named source does; what that source does not recognise is read like any other, and said. */
export function readAlertAs(name: string, value: unknown): Reading {
  const source = findSource(name);
  const payload = parseNested(value) ?? value;
  if (source?.recognises(payload) === true) return readWith(source, payload);
  const reading = readAlert(value);
  if (reading.source === source?.name) return reading;
  return { ...reading, warnings: [...reading.warnings, `It was sent as ${name}, but does not look like it.`] };
}

/** The source of that name, with `-` or `_` between its words. */
export function findSource(name: string): AlertSource | null {
  const wanted = name.replaceAll('-', '_');
  return [...sources, generic].find((source) => source.name.replaceAll('-', '_') === wanted) ?? null;
}

function readKnown(payload: unknown): Reading | null {
  const source = sources.find((candidate) => candidate.recognises(payload));
  if (source === undefined) return null;
  const carried = (source.carries?.(payload) ?? []).filter(isRecord);
  const inside = carried.length === 1 ? sources.find((candidate) => candidate.recognises(carried[0])) : undefined;
  return inside === undefined || isSameHouse(source, inside) ? readWith(source, payload) : readWith(inside, carried[0]);
}

/** The envelopes of AWS are read together with what they carry. */
function isSameHouse(outer: AlertSource, inner: AlertSource): boolean {
  return outer.name.startsWith('aws_') && inner.name.startsWith('aws_');
}

/** A list that no format knows as a whole is read entry by entry. */
function readList(list: readonly unknown[]): Reading {
  const entries = list.slice(0, mostAlerts).filter(isRecord);
  if (entries.length === 0) return nothing('The payload is a list without a single object.');
  const readings = entries.map((entry) => readKnown(entry) ?? readWith(generic, entry));
  const real = readings.filter((reading) => reading.is_alert);
  const [first] = real.length > 0 ? real : readings;
  return {
    source: first?.source ?? generic.name,
    is_alert: real.length > 0,
    because: `The payload holds a list of ${list.length}. ${first?.because ?? ''}`,
    alerts: netOutcome((real.length > 0 ? real : readings).flatMap((reading) => reading.alerts)),
    warnings: [...new Set(readings.flatMap((reading) => reading.warnings))],
  };
}

function readWith(source: AlertSource, payload: unknown): Reading {
  const drafts = source.read(payload).slice(0, mostAlerts);
  const real = drafts.filter((draft) => draft.notAlert === undefined);
  const asides = new Set(drafts.flatMap((draft) => draft.notAlert ?? []));
  const finished = (real.length > 0 ? real : drafts).map((draft: AlertDraft) => finishAlert(source.name, draft));
  return {
    source: source.name,
    is_alert: real.length > 0,
    because:
      real.length > 0 ? `Read as ${source.name} because it has ${source.shape}.` : sentences([...asides]).join(' '),
    alerts: netOutcome(finished.map(({ alert }) => alert)),
    warnings: sentences([...finished.flatMap(({ warnings }) => warnings), ...(real.length > 0 ? asides : [])]),
  };
}

/** Sentences quote the payload, so they are cleaned like its texts; hostile thousands of them are cut short. */
function sentences(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map((text) => cleanText(text) ?? ''))].slice(0, 50);
}

/** Several events about one problem in one payload come out as how it stands after the last of them. */
function netOutcome(alerts: readonly Alert[]): readonly Alert[] {
  const latest = new Map<string, Alert>();
  for (const alert of alerts) {
    const key = `${alert.source} ${alert.fingerprint}`;
    latest.set(key, { ...alert, status: alert.status ?? latest.get(key)?.status ?? null });
  }
  return [...latest.values()];
}

function nothing(because: string): Reading {
  return { source: generic.name, is_alert: false, because, alerts: [], warnings: [] };
}

function nameKind(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return `a ${typeof value}`;
}
