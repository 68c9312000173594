import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, pick, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** 3 announces a certificate that expires. */
const statusWords: StatusWords = { '1': 'firing', '2': 'resolved', '3': 'firing', down: 'firing', up: 'resolved' };

export const uptimerobot: AlertSource = {
  name: 'uptimerobot',
  shape: 'the alert type and monitor address of UptimeRobot',
  recognises: (payload) =>
    hasAnyKey(payload, 'alert_type', 'alertType') &&
    hasAnyKey(payload, 'monitor_url', 'monitorURL', 'monitor_friendly_name', 'monitorFriendlyName'),
  read: (payload) => {
    const either = (snake: string, camel: string) => pick(payload, snake) ?? pick(payload, camel);
    const status =
      readStatus(statusWords, either('alert_type', 'alertType')) ??
      readStatus(statusWords, either('alert_type_friendly_name', 'alertTypeFriendlyName'));
    const url = either('monitor_url', 'monitorURL');
    return [
      {
        status,
        title: [either('monitor_friendly_name', 'monitorFriendlyName'), either('alert_details', 'alertDetails')],
        service: [url],
        started: status === 'firing' ? [either('alert_datetime', 'alertDateTime')] : [],
        // A monitor that is up has its certificate no less expiring.
        identity: [
          url ?? either('monitor_id', 'monitorID'),
          wordOf(either('alert_type', 'alertType')) === '3' ? 'certificate' : null,
        ],
        links: [url],
      },
    ];
  },
};
