import type { AlertSource } from '../alert-source.ts';
import { fieldsByName, valuesOf } from '../fields-by-name.ts';
import { isRecord, pick } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  down: 'firing',
  trouble: 'firing',
  critical: 'firing',
  up: 'resolved',
  clear: 'resolved',
  'configuration error': 'firing',
};

/** The same names come in capitals from the default template and in small letters from forms. */
export const site24x7: AlertSource = {
  name: 'site24x7',
  shape: 'the MONITORNAME and STATUS of Site24x7',
  recognises: (payload) => {
    const has = (...keys: readonly string[]) =>
      keys.some(
        (key) => isRecord(payload) && (Object.hasOwn(payload, key) || Object.hasOwn(payload, key.toLowerCase())),
      );
    return (
      has('MONITORNAME', 'MONITOR_NAME') &&
      has('STATUS') &&
      has('MONITORURL', 'INCIDENT_REASON', 'INCIDENT_TIME', 'MONITORTYPE', 'MONITOR_ID', 'INCIDENT_TIME_ISO')
    );
  },
  read: (payload) => {
    const fields = fieldsByName(payload);
    const status = readStatus(statusWords, valuesOf(fields, ['status'])[0]);
    const links = valuesOf(fields, ['monitordashboardlink', 'monitorurl', 'rcalink', 'permalink']);
    return [
      {
        status,
        title: valuesOf(fields, ['monitorname', 'incidentreason']),
        service: valuesOf(fields, ['monitorurl', 'hostname', 'ipaddress', 'monitorname']),
        severity: valuesOf(fields, ['severity']),
        started:
          status === 'firing' ? valuesOf(fields, ['incidenttimeiso', 'outagetimeunixformat', 'incidenttime']) : [],
        identity: [valuesOf(fields, ['monitorid', 'monitorname'])[0]],
        labels: [
          pick(payload, 'TAGS'),
          { group: valuesOf(fields, ['monitorgroupname'])[0], type: valuesOf(fields, ['monitortype'])[0] },
        ],
        links,
      },
    ];
  },
};
