import type { AlertSource } from '../alert-source.ts';
import { hasKeys, pick, pickEach } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  'reporting error': 'firing',
  'not responding': 'firing',
  degraded: 'firing',
  'performance degraded': 'firing',
  available: 'resolved',
};

export const freshping: AlertSource = {
  name: 'freshping',
  shape: 'webhook_event_data with a check_state_name',
  recognises: (payload) => hasKeys(pick(payload, 'webhook_event_data'), 'check_state_name'),
  read: (payload) => {
    const check = pick(payload, 'webhook_event_data');
    const status = readStatus(statusWords, pick(check, 'check_state_name'));
    return [
      {
        status,
        title: pickEach(check, 'check_name', 'application_name', 'request_url'),
        service: [pick(check, 'request_url'), pick(check, 'application_name')],
        started: status === 'firing' ? [pick(check, 'request_start_time')] : [],
        identity: [pick(check, 'check_id')],
        labels: [{ application: pick(check, 'application_name'), organization: pick(payload, 'organization_name') }],
        links: [pick(check, 'request_url')],
      },
    ];
  },
};
