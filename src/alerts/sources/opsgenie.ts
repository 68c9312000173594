import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** An escalation means that nobody reacted: still firing. Notes, tags and teams change nothing about the alert's state. */
const statusWords: StatusWords = {
  create: 'firing',
  unacknowledge: 'firing',
  escalate: 'firing',
  escalatenext: 'firing',
  acknowledge: 'acknowledged',
  close: 'resolved',
  delete: 'resolved',
};

export const opsgenie: AlertSource = {
  name: 'opsgenie',
  shape: 'the action, alert and integration of Opsgenie',
  recognises: (payload) =>
    hasKeys(payload, 'action', 'alert') &&
    isRecord(pick(payload, 'alert')) &&
    (hasAnyKey(payload, 'integrationName', 'integrationId') || hasKeys(pick(payload, 'alert'), 'alertId')),
  read: (payload) => {
    const alert = pick(payload, 'alert');
    const status = readStatus(statusWords, pick(payload, 'action'));
    return [
      {
        status,
        title: [pick(alert, 'message')],
        service: [pick(alert, 'entity')],
        severity: [pick(alert, 'priority')],
        started: [pick(alert, 'createdAt')],
        identity: [pick(alert, 'alertId') ?? pick(alert, 'alias')],
        labels: [pick(alert, 'details'), pick(alert, 'tags')],
        links: pickEach(pick(alert, 'details'), 'url', 'link', 'runbook', 'runbook_url'),
        notAlert:
          status === null
            ? `The action "${wordOf(pick(payload, 'action'))}" changes nothing about the alert's state.`
            : undefined,
      },
    ];
  },
};
