import type { AlertSource } from '../alert-source.ts';
import { readCommonStatus } from '../common-status.ts';
import { hasKeys, pick } from '../pick.ts';

/** One free word is both its status and its severity. */
export const riemann: AlertSource = {
  name: 'riemann',
  shape: 'host, service, state and metric',
  recognises: (payload) =>
    hasKeys(payload, 'host', 'service', 'state') && (hasKeys(payload, 'metric') || hasKeys(payload, 'ttl')),
  read: (payload) => {
    const status = pick(payload, 'state') === 'expired' ? 'firing' : readCommonStatus(pick(payload, 'state'));
    return [
      {
        status,
        title: [pick(payload, 'description'), pick(payload, 'service')],
        service: [pick(payload, 'host')],
        severity: [pick(payload, 'state')],
        started: status === 'resolved' ? [] : [pick(payload, 'time')],
        identity: [pick(payload, 'host'), pick(payload, 'service')],
        labels: [pick(payload, 'tags'), pick(payload, 'attributes'), { service: pick(payload, 'service') }],
      },
    ];
  },
};
