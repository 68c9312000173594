import { checkSource } from '../source-cases.ts';

const nagios = {
  NOTIFICATIONTYPE: 'PROBLEM',
  HOSTNAME: 'mail-1',
  HOSTADDRESS: '192.0.2.40',
  HOSTSTATE: 'UP',
  SERVICEDESC: 'SMTP',
  SERVICESTATE: 'CRITICAL',
  SERVICEOUTPUT: 'CRITICAL - no banner',
  LASTSERVICESTATECHANGE: '1767946026',
  SHORTDATETIME: '09-01-2026 08:07:06',
};

checkSource({
  source: 'nagios',
  firing: [nagios, ['firing', 'SMTP', 'mail-1', 'CRITICAL', '2026-01-09T08:07:06Z']],
  recovery: [
    { ...nagios, NOTIFICATIONTYPE: 'RECOVERY', SERVICESTATE: 'OK', SERVICEOUTPUT: '220 ready' },
    ['resolved', 'SMTP', 'mail-1', 'OK', null],
  ],
  same: [
    [
      'an acknowledgement',
      { ...nagios, NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT' },
      ['acknowledged', 'SMTP', 'mail-1', 'CRITICAL', null],
    ],
    [
      'a warning in small letters',
      Object.fromEntries(
        Object.entries({ ...nagios, SERVICESTATE: 'WARNING' }).map(([key, value]) => [key.toLowerCase(), value]),
      ),
      ['firing', 'SMTP', 'mail-1', 'WARNING', '2026-01-09T08:07:06Z'],
    ],
  ],
  others: [
    [
      'a host that is down',
      { NOTIFICATIONTYPE: 'PROBLEM', HOSTNAME: 'mail-1', HOSTSTATE: 'DOWN', HOSTOUTPUT: '100 % packet loss' },
      ['firing', '100 % packet loss', 'mail-1', 'DOWN', null],
    ],
  ],
  silent: [
    ['the start of a downtime', { ...nagios, NOTIFICATIONTYPE: 'DOWNTIMESTART' }, 'changes nothing'],
    ['the end of flapping', { ...nagios, NOTIFICATIONTYPE: 'FLAPPINGSTOP' }, 'changes nothing'],
  ],
});

const check = {
  WHAT: 'SERVICE',
  OMD_SITE: 'north',
  NOTIFICATIONTYPE: 'PROBLEM',
  HOSTNAME: 'lift-1',
  SERVICEDESC: 'Motor',
  SERVICESTATE: 'CRIT',
  SERVICEOUTPUT: 'Too hot',
  LASTSERVICESTATECHANGE: '1767946026',
};

checkSource({
  source: 'checkmk',
  firing: [check, ['firing', 'Motor', 'lift-1', 'CRIT', '2026-01-09T08:07:06Z']],
  recovery: [
    { ...check, NOTIFICATIONTYPE: 'RECOVERY', SERVICESTATE: 'OK' },
    ['resolved', 'Motor', 'lift-1', 'OK', null],
  ],
  same: [
    [
      'the environment of a script',
      Object.fromEntries(Object.entries(check).map(([key, value]) => [`NOTIFY_${key}`, value])),
      ['firing', 'Motor', 'lift-1', 'CRIT', '2026-01-09T08:07:06Z'],
    ],
  ],
});

const zab = {
  trigger_id: '3301',
  trigger_name: 'No ping from press-2',
  event_name: 'No ping from press-2 since 5 min',
  event_value: '1',
  event_severity: 'High',
  hostname: 'press-2',
  event_tags: '[{"tag":"hall","value":"b"}]',
  timestamp: '2026-01-09T08:07:06Z',
  zabbix_url: 'https://zabbix.example.org',
};

checkSource({
  source: 'zabbix',
  firing: [zab, ['firing', 'No ping from press-2', 'press-2', 'High', '2026-01-09T08:07:06Z']],
  recovery: [{ ...zab, event_value: '0' }, ['resolved', 'No ping from press-2', 'press-2', 'High', null]],
  same: [
    [
      'macros nobody filled in',
      { ...zab, trigger_name: '{TRIGGER.NAME}', event_severity: '{EVENT.SEVERITY}' },
      ['firing', 'No ping from press-2 since 5 min', 'press-2', null, '2026-01-09T08:07:06Z'],
    ],
    [
      'a time in nobody knows which zone',
      { ...zab, timestamp: '2026.01.09 08:07:06' },
      ['firing', 'No ping from press-2', 'press-2', 'High', null],
    ],
  ],
});

const mail = (alert_subject: string, event_value: string) => ({
  host: 'press-3',
  alert_subject,
  event_value,
  zabbix_url: 'https://zabbix.example.org',
});

checkSource({
  source: 'zabbix',
  from: 'zabbix, where only the subject names the problem',
  firing: [mail('Problem: ink is at 4.5 %', '1'), ['firing', 'Problem: ink is at 4.5 %', 'press-3', null, null]],
  recovery: [
    mail('Resolved in 5m 12s: ink is at 80 %', '0'),
    ['resolved', 'Resolved in 5m 12s: ink is at 80 %', 'press-3', null, null],
  ],
  others: [
    [
      'another problem',
      mail('Problem: paper is at 4.5 %', '1'),
      ['firing', 'Problem: paper is at 4.5 %', 'press-3', null, null],
    ],
  ],
});

const stream = {
  host: 'kiln-1',
  service: 'heat',
  state: 'critical',
  description: 'Kiln is above 1300',
  metric: 1310.5,
  tags: ['kiln'],
  time: 1_767_946_026.25,
  ttl: 60,
};

checkSource({
  source: 'riemann',
  firing: [stream, ['firing', 'Kiln is above 1300', 'kiln-1', 'critical', '2026-01-09T08:07:06Z']],
  recovery: [{ ...stream, state: 'ok' }, ['resolved', 'Kiln is above 1300', 'kiln-1', 'ok', null]],
  same: [
    [
      'an event that expired, as nobody reports any more',
      { ...stream, state: 'expired', description: null, metric: null },
      ['firing', 'heat', 'kiln-1', 'expired', '2026-01-09T08:07:06Z'],
    ],
  ],
});

const kibana = (actionGroup: string) => ({
  rule: { id: 'r-8', name: 'Logs stopped', tags: ['logs'], spaceId: 'default', params: {} },
  alert: { id: 'shipper-3', actionGroup, actionGroupName: actionGroup },
  context: { message: 'x', host: 'shipper-3' },
  date: '2026-01-09T08:07:06.000Z',
});

checkSource({
  source: 'elastic',
  firing: [kibana('threshold met'), ['firing', 'Logs stopped', 'shipper-3', null, '2026-01-09T08:07:06Z']],
  recovery: [kibana('recovered'), ['resolved', 'Logs stopped', 'shipper-3', null, null]],
  same: [
    [
      'whole variables in texts',
      Object.fromEntries(
        ['rule', 'alert', 'context'].map((part) => [
          `${part}_info`,
          JSON.stringify(Reflect.get(kibana('threshold met'), part)),
        ]),
      ),
      ['firing', 'Logs stopped', 'shipper-3', null, null],
    ],
  ],
  others: [
    [
      'a match of ElastAlert',
      {
        rule_name: 'Denied',
        num_hits: 4,
        num_matches: 1,
        '@timestamp': '2026-01-09T08:07:06Z',
        host: { name: 'gate-1' },
        severity: 'high',
      },
      ['firing', 'Denied', 'gate-1', 'high', '2026-01-09T08:07:06Z'],
    ],
    [
      'a watch',
      {
        watch_id: 'cluster-red',
        status: 'executed',
        metadata: { severity: 'major' },
        payload: {},
        execution_time: '2026-01-09T08:07:06Z',
      },
      ['firing', 'cluster-red', null, 'major', '2026-01-09T08:07:06Z'],
    ],
  ],
});

const breach = {
  source: 'production_monitor',
  spec_id: 'spec-31',
  metric: 'error_rate',
  value: 4.5,
  slo: 1,
  severity: 'critical',
  timestamp: '2026-01-09T08:07:06Z',
};

checkSource({
  source: 'smartspec_production_monitor',
  firing: [breach, ['firing', 'error_rate', 'spec-31', 'critical', '2026-01-09T08:07:06Z']],
  recovery: [
    { ...breach, status: 'healthy', value: 0 },
    ['resolved', 'error_rate', 'spec-31', 'critical', '2026-01-09T08:07:06Z'],
  ],
  same: [
    [
      'no source, but the figures',
      { ...breach, source: null },
      ['firing', 'error_rate', 'spec-31', 'critical', '2026-01-09T08:07:06Z'],
    ],
    [
      'a time in microseconds',
      { ...breach, timestamp: 1_767_946_026_000_000 },
      ['firing', 'error_rate', 'spec-31', 'critical', '2026-01-09T08:07:06Z'],
    ],
  ],
  others: [
    [
      'another measure',
      { ...breach, metric: 'p95', severity: null },
      ['firing', 'p95', 'spec-31', null, '2026-01-09T08:07:06Z'],
    ],
  ],
});
