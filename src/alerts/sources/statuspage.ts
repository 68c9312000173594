import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasAnyKey, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** While it is investigated, identified or watched, an incident on a status page still hurts. */
const incidentWords: StatusWords = {
  investigating: 'firing',
  identified: 'firing',
  monitoring: 'firing',
  resolved: 'resolved',
  postmortem: 'resolved',
  completed: 'resolved',
};
const componentWords: StatusWords = {
  degradedperformance: 'firing',
  partialoutage: 'firing',
  minoroutage: 'firing',
  majoroutage: 'firing',
  operational: 'resolved',
};

/** Statuspage writes `major_outage`, Instatus, which copied its format, `MAJOROUTAGE`. */
const bareWord = (value: unknown) => wordOf(value).replaceAll('_', '');

export const statuspage: AlertSource = {
  name: 'statuspage',
  shape: 'the page and incident or component of Statuspage',
  recognises: (payload) =>
    isRecord(pick(payload, 'page')) && hasAnyKey(payload, 'incident', 'maintenance', 'component', 'component_update'),
  read: (payload) => [
    isRecord(pick(payload, 'incident') ?? pick(payload, 'maintenance'))
      ? readIncident(payload)
      : readComponent(payload),
  ],
};

function readIncident(payload: unknown): AlertDraft {
  const incident = pick(payload, 'incident') ?? pick(payload, 'maintenance');
  const isPlanned =
    isRecord(pick(payload, 'maintenance')) ||
    typeof pick(incident, 'scheduled_for') === 'string' ||
    wordOf(pick(incident, 'impact')) === 'maintenance';
  return {
    status: readStatus(incidentWords, pick(incident, 'status')),
    title: [pick(incident, 'name')],
    service: [pick(incident, 'components', 0, 'name'), pick(payload, 'page', 'name')],
    severity: [pick(incident, 'impact'), pick(payload, 'page', 'status_indicator')],
    started: pickEach(incident, 'started_at', 'created_at'),
    identity: [pick(incident, 'id')],
    links: pickEach(incident, 'shortlink'),
    notAlert: isPlanned ? 'It announces planned maintenance.' : undefined,
  };
}

function readComponent(payload: unknown): AlertDraft {
  const component = pick(payload, 'component');
  const update = pick(payload, 'component_update');
  const word = pick(update, 'new_status') ?? pick(component, 'status');
  const status = readStatus(componentWords, bareWord(word));
  return {
    status,
    title: [pick(component, 'name')],
    service: [pick(component, 'name')],
    severity: [word],
    started: status === 'firing' ? [pick(update, 'created_at')] : [],
    identity: [pick(component, 'id') ?? pick(update, 'component_id')],
    notAlert: bareWord(word) === 'undermaintenance' ? 'The component went into planned maintenance.' : undefined,
  };
}
