import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, parseNested, pick, pickEach } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  info: 'firing',
  warning: 'firing',
  warn: 'firing',
  critical: 'firing',
  crit: 'firing',
  ok: 'resolved',
};

export const kapacitor: AlertSource = {
  name: 'kapacitor',
  shape: 'the id, message and level of Kapacitor, or the check of InfluxDB',
  recognises: (payload) =>
    (hasKeys(payload, 'id', 'message', 'level') &&
      hasAnyKey(payload, 'previousLevel', 'recoverable', 'data', 'details')) ||
    isShort(payload) ||
    hasKeys(payload, '_check_name', '_level'),
  read: (payload) => {
    const tags = pick(payload, 'data', 'series', 0, 'tags');
    const level = pick(payload, 'level') ?? pick(payload, '_level');
    const status = level === undefined ? 'firing' : readStatus(statusWords, level);
    return [
      {
        status,
        title: [...pickEach(payload, 'message', '_message', '_check_name'), pick(payload, 'id')],
        service: [...pickEach(tags, 'service', 'host', 'hostname'), pick(payload, 'host')],
        severity: [level],
        started: status === 'firing' ? pickEach(payload, 'time', '_time', '_status_timestamp') : [],
        identity: [pick(payload, 'id') ?? pick(payload, '_check_id'), pick(payload, 'host')],
        labels: [tags],
      },
    ];
  },
};

const ownKeys = new Set('id message details time duration level data previousLevel recoverable'.split(' '));

/** Without its level only the company of its keys tells it, and data that is no JSON of another sender's. */
function isShort(payload: unknown): boolean {
  if (!hasKeys(payload, 'id', 'message', 'data')) return false;
  const data = pick(payload, 'data');
  const isOwn = typeof data === 'string' ? parseNested(data) === undefined : hasKeys(data, 'series');
  return isOwn && Object.keys(Object(payload)).every((key) => ownKeys.has(key));
}
