import type { AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  new_item: 'firing',
  exp_repeat_item: 'firing',
  repeat_item: 'firing',
  reactivated_item: 'firing',
  reopened_item: 'firing',
  item_velocity: 'firing',
  occurrence: 'firing',
  resolved_item: 'resolved',
};

export const rollbar: AlertSource = {
  name: 'rollbar',
  shape: 'the event_name and item of Rollbar',
  recognises: (payload) => hasKeys(payload, 'event_name', 'data') && isRecord(pick(payload, 'data')),
  read: (payload) => {
    const event = wordOf(pick(payload, 'event_name'));
    const item = pick(payload, 'data', 'item');
    const occurrence = pick(item, 'last_occurrence') ?? pick(payload, 'data', 'occurrence');
    return [
      {
        status: readStatus(statusWords, event),
        title: [pick(item, 'title'), pick(payload, 'data', 'message')],
        service: [pick(item, 'environment'), pick(occurrence, 'server', 'host')],
        severity: [pick(item, 'level'), pick(occurrence, 'level')],
        started: [
          pick(item, 'last_activated_timestamp'),
          pick(item, 'first_occurrence_timestamp'),
          pick(occurrence, 'timestamp'),
        ],
        identity: [pick(item, 'id')],
        labels: [
          {
            environment: pick(item, 'environment'),
            host: pick(occurrence, 'server', 'host'),
            language: pick(occurrence, 'language'),
          },
        ],
        links: [pick(item, 'url'), pick(payload, 'data', 'url')],
        notAlert: isRecord(item) ? undefined : `It is a "${event}" event of Rollbar, which is about no item.`,
      },
    ];
  },
};
