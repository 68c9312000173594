import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { readCommonStatus } from '../common-status.ts';
import { fieldsByName, valuesOf } from '../fields-by-name.ts';
import { hasKeys, isRecord, parseNested, pick, pickEach, wordOf } from '../pick.ts';
import { stableTitle } from '../stable-title.ts';
import { generic } from './generic.ts';

export const cloudevents: AlertSource = {
  name: 'cloudevents',
  shape: 'specversion, id, type and source',
  recognises: (payload) => (Array.isArray(payload) ? payload.length > 0 && payload.every(isEvent) : isEvent(payload)),
  carries: (payload) => (isRecord(payload) ? [dataOf(payload)] : []),
  read: (payload) => (Array.isArray(payload) ? payload : [payload]).map(readEvent),
};

function isEvent(value: unknown): boolean {
  return hasKeys(value, 'specversion', 'id', 'type', 'source');
}

/** The format itself knows neither status nor severity: only what its data says can make an event an alert. */
function readEvent(event: unknown): AlertDraft {
  const data = dataOf(event);
  const [own] = isRecord(data) ? generic.read(scalarsOf(data)) : [];
  const severity = [...pickEach(data, 'severity', 'priority', 'level'), ...(own?.severity ?? [])];
  const status = statusOf(event, data);
  const isAlert = status !== null || severity.some((value) => wordOf(value) !== '');
  return {
    status,
    title: [
      ...(isAlert ? pickEach(data, 'title', 'summary', 'alert_name', 'alertname', 'message') : []),
      ...(isAlert ? (own?.title ?? []) : []),
      pick(event, 'type'),
    ],
    service: [
      ...(isAlert ? pickEach(data, 'service', 'host', 'hostname') : []),
      ...(isAlert ? (own?.service ?? []) : []),
      pick(event, 'source'),
    ],
    severity,
    // The event's own time is the start of what it tells of, unless it tells of an end.
    started: [
      ...(isAlert ? pickEach(data, 'started_at', 'startsAt') : []),
      status === 'resolved' ? null : pick(event, 'time'),
    ],
    identity: [pick(event, 'source'), isAlert ? problemOf(event, data) : [pick(event, 'type'), pick(event, 'subject')]],
    labels: [pick(data, 'labels'), pick(data, 'tags')],
    links: pickEach(data, 'url', 'link', 'links', 'runbook_url'),
    notAlert: isAlert ? undefined : 'It is a CloudEvent whose data names neither a status nor a severity.',
  };
}

/** Only what stands at the top of the data is about the event; deeper down are the things it touches. */
function scalarsOf(data: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value !== 'object'));
}

/** The data stands as an object, as text that holds JSON, or in base64. */
function dataOf(event: unknown): unknown {
  const encoded = pick(event, 'data_base64');
  const text = typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8') : pick(event, 'data');
  return parseNested(text) ?? text;
}

/** Only a type that speaks of alerts says something by its ending: `pull_request.opened` does not. */
function statusOf(event: unknown, data: unknown): AlertDraft['status'] {
  const spelled = isRecord(data) ? valuesOf(fieldsByName(scalarsOf(data)), ['status', 'state', 'alertstate']) : [];
  for (const word of spelled) {
    const status = readCommonStatus(word);
    if (status !== null) return status;
  }
  const type = wordOf(pick(event, 'type'));
  return /alert|alarm|incident|problem/.test(type) ? readCommonStatus(type.split(/[./:]/).at(-1)) : null;
}

/** The type is left out: `alert.fired` and `alert.resolved` are about one problem. */
function problemOf(event: unknown, data: unknown): unknown {
  const candidates = [
    pick(event, 'subject'),
    ...pickEach(data, 'fingerprint', 'dedup_key', 'alert_id', 'alertname', 'alert_name'),
    ...pickEach(data, 'title', 'summary').map((text) => (typeof text === 'string' ? stableTitle(text) : text)),
  ];
  return [
    candidates.find((value) => wordOf(value) !== '') ?? pick(event, 'type'),
    pick(data, 'service') ?? pick(data, 'host'),
  ];
}
