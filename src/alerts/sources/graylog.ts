import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, pickEach } from '../pick.ts';

export const graylog: AlertSource = {
  name: 'graylog',
  shape: 'the check_result and stream, or the event definition, of Graylog',
  recognises: (payload) =>
    (isRecord(pick(payload, 'check_result')) && hasKeys(payload, 'stream')) ||
    (hasKeys(payload, 'event_definition_id') && isRecord(pick(payload, 'event'))),
  read: (payload) => [isRecord(pick(payload, 'check_result')) ? readCheck(payload) : readEvent(payload)],
};

function readCheck(payload: unknown): AlertDraft {
  const result = pick(payload, 'check_result');
  const triggered = pick(result, 'triggered');
  return {
    status: typeof triggered === 'boolean' ? (triggered ? 'firing' : 'resolved') : null,
    title: [pick(result, 'result_description'), pick(payload, 'stream', 'title')],
    service: [pick(payload, 'stream', 'title'), pick(result, 'matching_messages', 0, 'source')],
    started: triggered === false ? [] : [pick(result, 'triggered_at')],
    identity: [pick(result, 'triggered_condition', 'id')],
    links: [pick(payload, 'stream_url')],
  };
}

/** Since version 3.1 an event definition only ever reports that it matched. */
function readEvent(payload: unknown): AlertDraft {
  const event = pick(payload, 'event');
  return {
    status: 'firing',
    title: [pick(payload, 'event_definition_title'), pick(event, 'message')],
    service: [pick(event, 'key'), pick(event, 'source')],
    severity: [pick(event, 'priority')],
    started: pickEach(event, 'timestamp', 'timestamp_processing'),
    identity: [pick(payload, 'event_definition_id'), pick(event, 'key')],
    labels: [pick(event, 'group_by_fields'), pick(event, 'fields')],
  };
}
