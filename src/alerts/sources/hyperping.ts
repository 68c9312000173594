import type { AlertSource } from '../alert-source.ts';
import { hasKeys, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = { 'check.down': 'firing', 'check.up': 'resolved' };

export const hyperping: AlertSource = {
  name: 'hyperping',
  shape: 'an event about a check with a monitorUuid',
  recognises: (payload) =>
    wordOf(pick(payload, 'event')).startsWith('check.') && hasKeys(pick(payload, 'check'), 'monitorUuid'),
  read: (payload) => {
    const check = pick(payload, 'check');
    const status = readStatus(statusWords, pick(payload, 'event'));
    return [
      {
        status,
        title: pickEach(check, 'url', 'name'),
        service: pickEach(check, 'url', 'name'),
        started: status === 'firing' ? [pick(check, 'date')] : [],
        identity: [pick(check, 'monitorUuid')],
        links: pickEach(check, 'url'),
      },
    ];
  },
};
