import type { AlertSource } from '../alert-source.ts';
import { hasKeys, pick } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  down: 'firing',
  failing: 'firing',
  failed: 'firing',
  up: 'resolved',
  success: 'resolved',
  successful: 'resolved',
};

export const pingdom: AlertSource = {
  name: 'pingdom',
  shape: 'check_id, current_state and previous_state',
  recognises: (payload) =>
    hasKeys(payload, 'check_id', 'current_state') &&
    (hasKeys(payload, 'previous_state') || hasKeys(payload, 'check_name')),
  read: (payload) => {
    const status = readStatus(statusWords, pick(payload, 'current_state'));
    return [
      {
        status,
        title: [pick(payload, 'check_name'), pick(payload, 'long_description'), pick(payload, 'description')],
        service: [
          pick(payload, 'check_params', 'hostname'),
          pick(payload, 'check_params', 'url'),
          pick(payload, 'check_params', 'full_url'),
        ],
        severity: [pick(payload, 'importance_level')],
        started: status === 'firing' ? [pick(payload, 'state_changed_timestamp')] : [],
        identity: [pick(payload, 'check_id')],
        labels: [pick(payload, 'tags'), { check_type: pick(payload, 'check_type') }],
        links: [pick(payload, 'check_params', 'full_url')],
      },
    ];
  },
};
