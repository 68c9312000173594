import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, listOf, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  triggered: 'firing',
  alert: 'firing',
  firing: 'firing',
  ok: 'resolved',
  resolved: 'resolved',
};

export const honeycomb: AlertSource = {
  name: 'honeycomb',
  shape: 'the status and result of a Honeycomb trigger',
  recognises: (payload) =>
    hasKeys(payload, 'status') &&
    (hasAnyKey(payload, 'result_url', 'result_groups', 'result_groups_triggered', 'burn_alert_type') ||
      (hasKeys(payload, 'shared_secret') && hasAnyKey(payload, 'name', 'id', 'trigger_url'))),
  read: (payload) => {
    const status = readStatus(statusWords, pick(payload, 'status'));
    const groups = [...listOf(pick(payload, 'result_groups_triggered')), ...listOf(pick(payload, 'result_groups'))];
    const group = pick(groups, 0, 'Group') ?? pick(groups, 0, 'group');
    const isTest = pick(payload, 'is_test') === true || wordOf(pick(payload, 'status')) === 'test';
    return [
      {
        status: isTest ? null : status,
        title: [...pickEach(payload, 'name', 'summary', 'description'), pick(payload, 'slo', 'name')],
        service: [
          pick(payload, 'dataset'),
          pick(payload, 'dataset_name'),
          pick(payload, 'dataset', 'name'),
          ...pickEach(group, 'service.name', 'service', 'service_name', 'host'),
        ],
        severity: [pick(payload, 'severity')],
        started: status === 'firing' ? pickEach(payload, 'triggered_at', 'timestamp', 'time') : [],
        identity: [pick(payload, 'id') ?? pick(payload, 'name')],
        labels: [group, { environment: pick(payload, 'environment') }],
        links: pickEach(payload, 'trigger_url', 'result_url', 'slo_url'),
        notAlert: isTest ? 'It is a test of a Honeycomb recipient.' : undefined,
      },
    ];
  },
};
