import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, listOf, pick, pickEach, wordOf } from '../pick.ts';
import { stableTitle } from '../stable-title.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  trigger: 'firing',
  triggered: 'firing',
  reopened: 'firing',
  unacknowledged: 'firing',
  unacknowledge: 'firing',
  escalated: 'firing',
  acknowledge: 'acknowledged',
  acknowledged: 'acknowledged',
  resolve: 'resolved',
  resolved: 'resolved',
};

export const pagerduty: AlertSource = {
  name: 'pagerduty',
  shape: 'the keys of a PagerDuty event or webhook',
  recognises: (payload) =>
    (hasAnyKey(payload, 'routing_key') && hasAnyKey(payload, 'event_action', 'payload')) ||
    hasKeys(payload, 'service_key', 'event_type') ||
    hasKeys(pick(payload, 'event'), 'event_type', 'resource_type') ||
    listOf(pick(payload, 'messages')).some((message) => isRecord(incidentIn(message))),
  read: (payload) => {
    if (hasKeys(payload, 'routing_key')) return [readEventV2(payload)];
    if (hasKeys(payload, 'service_key')) return [readEventV1(payload)];
    const messages = listOf(pick(payload, 'messages')).filter((message) => isRecord(incidentIn(message)));
    return messages.length > 0 ? messages.map(readMessage) : [readWebhookV3(pick(payload, 'event'))];
  },
};

function readEventV2(event: unknown): AlertDraft {
  const status = readStatus(statusWords, pick(event, 'event_action'));
  const details = pick(event, 'payload');
  const dedupKey = pick(event, 'dedup_key');
  const isChange = pick(event, 'event_action') === undefined;
  return {
    status,
    title: [pick(details, 'summary')],
    service: pickEach(details, 'source', 'component', 'group'),
    severity: [pick(details, 'severity')],
    started: status === 'firing' || isChange ? [pick(details, 'timestamp')] : [],
    // Without a key PagerDuty makes one up, so what is broken and where has to stand for it.
    identity: [
      pick(event, 'routing_key'),
      ...(dedupKey ? [dedupKey] : [...pickEach(details, 'source', 'component'), stable(pick(details, 'summary'))]),
    ],
    labels: [
      pick(details, 'custom_details'),
      { component: pick(details, 'component'), group: pick(details, 'group'), class: pick(details, 'class') },
    ],
    links: [pick(event, 'links'), pick(event, 'client_url')],
    notAlert: isChange ? 'It is a change event of PagerDuty, which opens no incident.' : undefined,
  };
}

const stable = (text: unknown) => (typeof text === 'string' ? stableTitle(text) : text);

function readEventV1(event: unknown): AlertDraft {
  return {
    status: readStatus(statusWords, pick(event, 'event_type')),
    title: [pick(event, 'description')],
    service: [pick(event, 'client')],
    identity: pickEach(event, 'service_key', 'incident_key'),
    labels: [pick(event, 'details')],
    links: [pick(event, 'client_url'), pick(event, 'contexts')],
  };
}

function incidentIn(message: unknown): unknown {
  return pick(message, 'incident') ?? pick(message, 'data', 'incident');
}

function readMessage(message: unknown): AlertDraft {
  const incident = incidentIn(message);
  const summary = pick(incident, 'trigger_summary_data');
  return {
    status:
      readStatus(statusWords, pick(incident, 'status')) ?? lastWord(pick(message, 'event') ?? pick(message, 'type')),
    title: [
      pick(incident, 'title'),
      pick(summary, 'subject'),
      pick(summary, 'description'),
      pick(incident, 'summary'),
      pick(incident, 'description'),
    ],
    service: [pick(incident, 'service', 'name'), pick(incident, 'service', 'summary')],
    severity: [pick(incident, 'priority', 'summary'), pick(incident, 'urgency')],
    started: pickEach(incident, 'created_at', 'created_on'),
    identity: [pick(incident, 'id')],
    links: [pick(incident, 'html_url')],
  };
}

function readWebhookV3(event: unknown): AlertDraft {
  const data = pick(event, 'data');
  const type = wordOf(pick(event, 'event_type'));
  const status = readStatus(statusWords, pick(data, 'status')) ?? lastWord(type);
  const isIncident =
    wordOf(pick(event, 'resource_type')) === 'incident' && pick(data, 'type') !== 'incident_note' && status !== null;
  return {
    status: isIncident ? status : null,
    title: pickEach(data, 'title', 'summary', 'message', 'content'),
    service: [
      pick(data, 'service', 'summary'),
      pick(data, 'service', 'name'),
      isIncident ? null : pick(data, 'summary'),
    ],
    severity: [pick(data, 'priority', 'summary'), pick(data, 'urgency')],
    started: [pick(data, 'created_at'), type === 'incident.triggered' ? pick(event, 'occurred_at') : null],
    identity: [pick(data, 'id')],
    links: [pick(data, 'html_url'), pick(data, 'conference_bridge', 'conference_url')],
    notAlert: isIncident
      ? undefined
      : `It is a PagerDuty webhook of the type "${type}", which is no change of an incident's state.`,
  };
}

function lastWord(type: unknown): AlertStatus | null {
  return readStatus(statusWords, wordOf(type).split('.').at(-1));
}
