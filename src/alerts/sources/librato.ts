import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, listOf, pick, pickEach } from '../pick.ts';

export const librato: AlertSource = {
  name: 'librato',
  shape: 'the alert, account and trigger_time of Librato',
  recognises: (payload) =>
    isRecord(pick(payload, 'alert')) &&
    hasKeys(payload, 'trigger_time') &&
    hasAnyKey(payload, 'violations', 'conditions', 'clear', 'measurement', 'measurements', 'metric'),
  read: (payload) => {
    const isCleared = hasKeys(payload, 'clear');
    const violations = pick(payload, 'violations');
    const [place] = isRecord(violations) ? Object.keys(violations) : [];
    const [violation] = listOf(isRecord(violations) && place !== undefined ? violations[place] : undefined);
    return [
      {
        status: isCleared ? 'resolved' : 'firing',
        title: [pick(payload, 'alert', 'name'), pick(payload, 'metric', 'name'), pick(violation, 'metric')],
        service: [place, pick(payload, 'measurement', 'source'), pick(payload, 'measurements', 0, 'source')],
        started: isCleared ? [] : [pick(payload, 'trigger_time')],
        identity: [pick(payload, 'alert', 'id') ?? pick(payload, 'incident_key')],
        labels: [{ metric: pick(violation, 'metric') }],
        links: [pick(payload, 'alert', 'runbook_url'), ...pickEach(payload, 'alert_url', 'url')],
      },
    ];
  },
};
