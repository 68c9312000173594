import { checkSource, type Row } from './source-cases.ts';

const at = '2026-08-07T06:05:04Z';
const epoch = 1_786_082_704;

interface Sender {
  readonly from: string;
  readonly firing: object;
  readonly row: Row;
  readonly recovery?: object;
  readonly after?: Row;
}

/** Monitors without a reader of their own: the shapes their documents describe, and what people on call need of them. */
const senders: readonly Sender[] = [
  {
    from: 'Netdata',
    firing: {
      host: 'vault-3',
      chart: 'disk_space._',
      alarm: 'disk_space_usage',
      status: 'CRITICAL',
      old_status: 'WARNING',
      value: '97.2%',
      when: epoch,
      info: 'space on /',
    },
    row: ['firing', 'disk_space_usage', 'vault-3', 'CRITICAL', at],
    recovery: {
      host: 'vault-3',
      chart: 'disk_space._',
      alarm: 'disk_space_usage',
      status: 'CLEAR',
      old_status: 'CRITICAL',
      value: '41%',
      when: epoch + 60,
    },
    after: ['resolved', 'disk_space_usage', 'vault-3', null, null],
  },
  {
    from: 'Sensu',
    firing: {
      client: { name: 'web-8', address: '192.0.2.8' },
      check: { name: 'check_http', output: 'HTTP 500', status: 2, issued: epoch },
      action: 'create',
    },
    row: ['firing', 'check_http', 'web-8', null, null],
    recovery: {
      client: { name: 'web-8' },
      check: { name: 'check_http', output: 'HTTP 200', status: 0 },
      action: 'resolve',
    },
    after: ['resolved', 'check_http', 'web-8', null, null],
  },
  {
    from: 'Sensu Go',
    firing: {
      entity: { metadata: { name: 'web-9' } },
      check: { metadata: { name: 'check-cpu' }, output: 'CPU 99 %', status: 2, state: 'failing' },
      timestamp: epoch,
    },
    row: ['firing', 'check-cpu', 'web-9', null, at],
    recovery: {
      entity: { metadata: { name: 'web-9' } },
      check: { metadata: { name: 'check-cpu' }, output: 'CPU 4 %', status: 0, state: 'passing' },
      timestamp: epoch + 9,
    },
    after: ['resolved', 'check-cpu', 'web-9', null, null],
  },
  {
    from: 'Dynatrace',
    firing: {
      State: 'OPEN',
      ProblemID: 'P-81',
      ProblemTitle: 'Failure rate increase',
      ProblemSeverity: 'ERROR',
      ImpactedEntity: 'Service basket',
      ProblemURL: 'https://d.example.org',
    },
    row: ['firing', 'Failure rate increase', 'Service basket', 'ERROR', null],
    recovery: {
      State: 'RESOLVED',
      ProblemID: 'P-81',
      ProblemTitle: 'Failure rate increase',
      ProblemSeverity: 'ERROR',
      ImpactedEntity: 'Service basket',
    },
    after: ['resolved', 'Failure rate increase', 'Service basket', 'ERROR', null],
  },
  {
    from: 'Splunk On-Call',
    firing: {
      message_type: 'CRITICAL',
      entity_id: 'disk/vault-3',
      entity_display_name: 'Disk of vault-3 is nearly full',
      state_message: '97 %',
      state_start_time: epoch,
    },
    row: ['firing', 'Disk of vault-3 is nearly full', null, 'CRITICAL', at],
    recovery: {
      message_type: 'RECOVERY',
      entity_id: 'disk/vault-3',
      entity_display_name: 'Disk of vault-3 is nearly full',
    },
    after: ['resolved', 'Disk of vault-3 is nearly full', null, null, null],
  },
  {
    from: 'Cloudflare',
    firing: {
      name: 'Origin errors',
      text: 'Many 5xx from the origin',
      data: { severity: 'WARNING' },
      ts: epoch,
      alert_type: 'http_alert_origin_error',
      alert_event: 'ALERT_STATE_EVENT_START',
    },
    row: ['firing', 'Many 5xx from the origin', null, 'WARNING', at],
    recovery: {
      name: 'Origin errors',
      text: 'Many 5xx from the origin',
      data: { severity: 'WARNING' },
      ts: epoch,
      alert_type: 'http_alert_origin_error',
      alert_event: 'ALERT_STATE_EVENT_END',
    },
    after: ['resolved', 'Many 5xx from the origin', null, 'WARNING', null],
  },
  {
    from: 'Sumo Logic',
    firing: {
      AlertName: 'Many 500s',
      TriggerType: 'Critical',
      Description: 'Too many',
      TriggerTime: '08/27/2026 06:05:04 AM UTC',
    },
    row: ['firing', 'Many 500s', null, 'Critical', '2026-08-27T06:05:04Z'],
    recovery: { AlertName: 'Many 500s', TriggerType: 'ResolvedCritical', Description: 'Too many' },
    after: ['resolved', 'Many 500s', null, null, null],
  },
  {
    from: 'Mackerel',
    firing: {
      orgName: 'example',
      event: 'alert',
      host: { id: 'h1', name: 'web-8', status: 'working' },
      alert: { id: 'a1', status: 'critical', openedAt: epoch, isOpen: true, monitorName: 'CPU' },
    },
    row: ['firing', 'CPU', 'web-8', 'critical', at],
    recovery: {
      orgName: 'example',
      event: 'alert',
      host: { id: 'h1', name: 'web-8', status: 'working' },
      alert: { id: 'a1', status: 'ok', openedAt: epoch, isOpen: false, monitorName: 'CPU' },
    },
    after: ['resolved', 'CPU', 'web-8', null, at],
  },
  {
    from: 'Instana',
    firing: {
      issue: {
        id: 'i1',
        type: 'incident',
        state: 'OPEN',
        start: epoch * 1000,
        severity: 10,
        text: 'Calls dropped',
        entity: 'service',
        entityLabel: 'basket',
      },
    },
    row: ['firing', 'Calls dropped', 'basket', '10', at],
    recovery: { issue: { id: 'i1', state: 'CLOSED', end: epoch * 1000 + 5 } },
    after: ['resolved', 'Untitled alert from generic', null, null, null],
  },
  {
    from: 'Uptime.com',
    firing: {
      data: {
        service: { id: 2, name: 'Shop' },
        alert: { id: 9, created_at: at, state: 'CRITICAL', output: 'timeout', is_up: false },
      },
      event: 'alert_raised',
    },
    row: ['firing', 'timeout', 'Shop', 'CRITICAL', at],
    recovery: {
      data: {
        service: { id: 2, name: 'Shop' },
        alert: { id: 9, created_at: at, state: 'OK', output: '200', is_up: true },
      },
      event: 'alert_cleared',
    },
    after: ['resolved', '200', 'Shop', null, at],
  },
  {
    from: 'Checkly',
    firing: {
      ALERT_TITLE: 'Check "Sign-in" has failed',
      ALERT_TYPE: 'ALERT_FAILURE',
      CHECK_NAME: 'Sign-in',
      CHECK_ID: 'c1',
      STARTED_AT: at,
    },
    row: ['firing', 'Check "Sign-in" has failed', null, null, at],
    recovery: {
      ALERT_TITLE: 'Check "Sign-in" has recovered',
      ALERT_TYPE: 'ALERT_RECOVERY',
      CHECK_NAME: 'Sign-in',
      CHECK_ID: 'c1',
    },
    after: ['resolved', 'Check "Sign-in" has recovered', null, null, null],
  },
  {
    from: 'PRTG',
    firing: {
      device: 'switch-1',
      sensor: 'Ping',
      status: 'Down',
      message: 'Request timed out',
      priority: '*****',
      datetime: '8/27/2026 6:05:04 AM',
    },
    row: ['firing', 'Request timed out', 'switch-1', '*****', null],
    recovery: { device: 'switch-1', sensor: 'Ping', status: 'Up', message: '4 ms', priority: '*****' },
    after: ['resolved', '4 ms', 'switch-1', '*****', null],
  },
  {
    from: 'Wavefront',
    firing: {
      alertId: '179',
      name: 'High latency',
      severity: 'SEVERE',
      reason: 'ALERT_OPENED',
      startedTime: epoch * 1000,
    },
    row: ['firing', 'High latency', null, 'SEVERE', at],
    recovery: { alertId: '179', name: 'High latency', severity: 'SEVERE', reason: 'ALERT_RESOLVED' },
    after: ['resolved', 'High latency', null, 'SEVERE', null],
  },
  {
    from: 'NodePing',
    firing: { label: 'Shop', event: 'down', target: 'https://shop.example.org', checktype: 'HTTP', t: epoch },
    row: ['firing', 'Shop', 'https://shop.example.org', null, null],
    recovery: { label: 'Shop', event: 'up', target: 'https://shop.example.org', checktype: 'HTTP', t: epoch + 9 },
    after: ['resolved', 'Shop', 'https://shop.example.org', null, null],
  },
  {
    from: 'Oh Dear',
    firing: { type: 'uptimeCheckFailedNotification', site: { url: 'https://shop.example.org' } },
    row: ['firing', 'https://shop.example.org', 'https://shop.example.org', null, null],
    recovery: { type: 'uptimeCheckRecoveredNotification', site: { url: 'https://shop.example.org' } },
    after: ['resolved', 'https://shop.example.org', 'https://shop.example.org', null, null],
  },
  {
    from: 'LibreNMS',
    firing: {
      title: 'Alert for device edge-4: Devices up/down',
      hostname: 'edge-4',
      status: '0',
      state: '1',
      severity: 'critical',
      alert_id: '26',
    },
    row: ['firing', 'Alert for device edge-4: Devices up/down', 'edge-4', 'critical', null],
    recovery: {
      title: 'Device edge-4 recovered from Devices up/down',
      hostname: 'edge-4',
      status: '1',
      state: '0',
      severity: 'ok',
      alert_id: '26',
    },
    after: ['resolved', 'Device edge-4 recovered from Devices up/down', 'edge-4', 'ok', null],
  },
  {
    from: 'Runscope',
    firing: { test_name: 'Sign-in', test_id: 't9', result: 'fail', started_at: epoch, test_run_id: 'r1' },
    row: ['firing', 'Sign-in', 'Sign-in', null, at],
    recovery: { test_name: 'Sign-in', test_id: 't9', result: 'pass', started_at: epoch, test_run_id: 'r2' },
    after: ['resolved', 'Sign-in', 'Sign-in', null, at],
  },
  {
    from: 'Gatus',
    firing: { text: 'An alert for **core/api** has been triggered due to having failed 3 time(s) in a row' },
    row: [
      'firing',
      'An alert for **core/api** has been triggered due to having failed 3 time(s) in a row',
      null,
      null,
      null,
    ],
    recovery: { text: 'An alert for **core/api** has been resolved after passing 2 time(s) in a row' },
    after: [
      'resolved',
      'An alert for **core/api** has been resolved after passing 2 time(s) in a row',
      null,
      null,
      null,
    ],
  },
  {
    from: 'Hund',
    firing: { client: { name: 'Example' }, component: { name: 'Redis', status: { state: 'degraded' } } },
    row: ['firing', 'Redis', 'Redis', null, null],
    recovery: { client: { name: 'Example' }, component: { name: 'Redis', status: { state: 'restored' } } },
    after: ['resolved', 'Redis', 'Redis', null, null],
  },
];

for (const { from, firing, row, recovery, after } of senders) {
  checkSource({
    source: 'generic',
    from,
    firing: [firing, row],
    ...(recovery === undefined || after === undefined ? {} : { recovery: [recovery, after] }),
  });
}
