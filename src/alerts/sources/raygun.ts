import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  active: 'firing',
  resolved: 'resolved',
  permanentlyignored: 'acknowledged',
  ignored: 'acknowledged',
};

export const raygun: AlertSource = {
  name: 'raygun',
  shape: 'the eventType and application of Raygun',
  recognises: (payload) =>
    hasKeys(payload, 'eventType') && isRecord(pick(payload, 'application')) && isRecord(pick(payload, 'error')),
  read: (payload) => {
    const error = pick(payload, 'error');
    const status = statusOf(payload);
    return [
      {
        status,
        title: [pick(error, 'message'), pick(payload, 'application', 'name')],
        service: [pick(payload, 'application', 'name')],
        started: [pick(error, 'firstOccurredOn')],
        identity: [pick(error, 'url') ?? pick(payload, 'application', 'url')],
        labels: [pick(error, 'instance', 'tags')],
        links: [pick(error, 'url'), pick(payload, 'application', 'url')],
        notAlert: status === null ? 'It is activity around an error of Raygun, such as a comment.' : undefined,
      },
    ];
  },
};

function statusOf(payload: unknown): AlertStatus | null {
  if (wordOf(pick(payload, 'event')) === 'error_notification') return 'firing';
  return wordOf(pick(payload, 'eventType')) === 'statuschanged'
    ? readStatus(statusWords, pick(payload, 'error', 'status'))
    : null;
}
