import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  started: 'firing',
  created: 'firing',
  reopened: 'firing',
  down: 'firing',
  downtime: 'firing',
  degraded: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  operational: 'resolved',
  up: 'resolved',
};

export const betterStack: AlertSource = {
  name: 'better_stack',
  shape: 'the event and attributes, or the page and incident, of Better Stack',
  recognises: (payload) =>
    (hasKeys(payload, 'event') && isRecord(pick(payload, 'data', 'attributes'))) ||
    (hasKeys(payload, 'event_type', 'page') && (hasKeys(payload, 'incident') || hasKeys(payload, 'maintenance'))),
  read: (payload) => [isRecord(pick(payload, 'page')) ? readStatusPage(payload) : readEvent(payload)],
};

function readEvent(payload: unknown): AlertDraft {
  const attributes = pick(payload, 'data', 'attributes');
  const type = wordOf(pick(payload, 'data', 'type'));
  const status = statusOf(pick(payload, 'event'), attributes);
  const isChange = type !== '' && type !== 'incident';
  return {
    status: isChange ? null : status,
    title: pickEach(attributes, 'name', 'pronounceable_name', 'cause', 'url'),
    service: pickEach(attributes, 'name', 'pronounceable_name', 'url'),
    started: pickEach(attributes, 'started_at', 'created_at'),
    identity: [pick(payload, 'data', 'id')],
    links: pickEach(attributes, 'url', 'origin_url', 'screenshot_url'),
    notAlert: isChange ? `It tells of a ${type} that was changed, not of an incident.` : undefined,
  };
}

function statusOf(event: unknown, attributes: unknown): AlertDraft['status'] {
  const status =
    readStatus(statusWords, wordOf(event).split('.').at(-1)) ?? readStatus(statusWords, pick(attributes, 'status'));
  if (status !== null) return status;
  if (typeof pick(attributes, 'resolved_at') === 'string') return 'resolved';
  if (typeof pick(attributes, 'acknowledged_at') === 'string') return 'acknowledged';
  return typeof pick(attributes, 'started_at') === 'string' ? 'firing' : null;
}

/** A page says how it is doing as a whole; its incident says only what it is about. */
function readStatusPage(payload: unknown): AlertDraft {
  const incident = pick(payload, 'incident') ?? pick(payload, 'maintenance');
  const indicator = pick(payload, 'page', 'status_indicator');
  const isPlanned = /maintenance/.test(wordOf(pick(payload, 'event_type')) + wordOf(indicator));
  return {
    status: readStatus(statusWords, pick(incident, 'status')) ?? readStatus(statusWords, indicator),
    title: [pick(incident, 'name'), pick(incident, 'title'), pick(payload, 'page', 'status_description')],
    severity: [indicator],
    started: pickEach(incident, 'started_at', 'created_at'),
    identity: [pick(incident, 'id')],
    links: [pick(incident, 'shortlink')],
    notAlert: isPlanned ? 'It announces planned maintenance.' : undefined,
  };
}
