import type { AlertSource } from '../alert-source.ts';
import { hasKeys, pick } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = { down: 'firing', up: 'resolved' };

export const statuscake: AlertSource = {
  name: 'statuscake',
  shape: 'Status, StatusCode and URL',
  recognises: (payload) =>
    hasKeys(payload, 'Status', 'StatusCode') && (hasKeys(payload, 'URL') || hasKeys(payload, 'Name')),
  read: (payload) => [
    {
      status: readStatus(statusWords, pick(payload, 'Status')),
      title: [pick(payload, 'Name'), pick(payload, 'URL')],
      service: [pick(payload, 'URL'), pick(payload, 'IP')],
      identity: [pick(payload, 'URL')],
      labels: [pick(payload, 'Tags')],
      links: [pick(payload, 'URL')],
    },
  ],
};
