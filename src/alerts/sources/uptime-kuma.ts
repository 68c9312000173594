import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, pick } from '../pick.ts';

/** 0 is down, 1 up, 2 pending, 3 maintenance. */
const statusNumbers: readonly (AlertStatus | null)[] = ['firing', 'resolved', null, null];

export const uptimeKuma: AlertSource = {
  name: 'uptime_kuma',
  shape: 'a heartbeat',
  recognises: (payload) =>
    hasKeys(payload, 'heartbeat') &&
    (hasAnyKey(payload, 'monitor', 'msg') || hasKeys(pick(payload, 'heartbeat'), 'status')),
  read: (payload) => {
    const heartbeat = pick(payload, 'heartbeat');
    const message = pick(payload, 'msg');
    const isBare = !isRecord(heartbeat);
    const isTest = isBare && (typeof message !== 'string' || /(?:^|\s)testing\s*$/i.test(message.slice(-100)));
    // Without a heartbeat but not a test: a warning about a certificate.
    const status = isBare
      ? isTest
        ? null
        : 'firing'
      : (statusNumbers[Number(pick(heartbeat, 'status') ?? Number.NaN)] ?? null);
    const id = pick(payload, 'monitor', 'id') ?? pick(heartbeat, 'monitorID') ?? pick(heartbeat, 'monitor_id');
    return [
      {
        status,
        title: [pick(payload, 'msg'), pick(heartbeat, 'msg'), pick(payload, 'monitor', 'name')],
        service: [pick(payload, 'monitor', 'name'), pick(payload, 'monitor', 'hostname')],
        started: status === 'firing' ? [startOf(heartbeat)] : [],
        identity: isBare ? [id, typeof message === 'string' ? message.slice(0, 500).replace(/\d+/g, '#') : null] : [id],
        labels: [pick(payload, 'monitor', 'tags'), { type: pick(payload, 'monitor', 'type') }],
        links: [pick(payload, 'monitor', 'url')],
        notAlert: whyNot(heartbeat, status, isTest),
      },
    ];
  },
};

/** `time` is UTC without saying so; the local time only means something together with its offset. */
function startOf(heartbeat: unknown): unknown {
  const time = pick(heartbeat, 'time');
  if (typeof time === 'string') return /(?:Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`;
  const offset = pick(heartbeat, 'timezoneOffset');
  const local = pick(heartbeat, 'localDateTime');
  return typeof local === 'string' && typeof offset === 'string' ? `${local}${offset}` : undefined;
}

function whyNot(heartbeat: unknown, status: AlertStatus | null, isTest: boolean): string | undefined {
  if (isTest) return 'It is a test notification of Uptime Kuma: it has no heartbeat.';
  const isMaintenance = status === null && Number(pick(heartbeat, 'status')) === 3;
  return isMaintenance ? 'The monitor went into planned maintenance.' : undefined;
}
