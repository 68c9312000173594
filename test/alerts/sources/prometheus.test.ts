import { describe, expect, it } from 'vitest';
import { checkSource, readShort } from '../source-cases.ts';

const lag = {
  status: 'firing',
  labels: { alertname: 'ReplicationLag', severity: 'page', service: 'ledger-db', instance: '10.4.0.7:9187' },
  annotations: { summary: 'Replica is 90 s behind', runbook_url: 'https://runbooks.example.org/lag' },
  startsAt: '2026-09-08T07:06:05.432Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.org/graph?g0.expr=lag',
  fingerprint: '9f8e7d6c5b4a3021',
};
const full = {
  ...lag,
  labels: { alertname: 'DiskFull', severity: 'ticket', job: 'node', instance: '10.4.0.8:9100' },
  annotations: { description: 'Only 2 % are free on /var' },
  fingerprint: '1203a4b5c6d7e8f9',
};
const group = (status: string, alerts: readonly unknown[], changes: object = {}) => ({
  version: '4',
  groupKey: '{}/{team="data"}:{}',
  truncatedAlerts: 0,
  status,
  receiver: 'data-team',
  groupLabels: { alertname: 'ReplicationLag' },
  commonLabels: { alertname: 'ReplicationLag', service: 'ledger-db' },
  commonAnnotations: { summary: 'Replica is behind' },
  externalURL: 'https://alertmanager.example.org',
  alerts,
  ...changes,
});
const resolved = { ...lag, status: 'resolved', endsAt: '2026-09-08T07:20:00Z' };
const lagRow = ['Replica is 90 s behind', 'ledger-db', 'page', '2026-09-08T07:06:05Z'] as const;
const unnamed = { ...lag, fingerprint: undefined, labels: { alertname: 'ReplicationLag', pod: 'ledger-0' } };

checkSource({
  source: 'alertmanager',
  firing: [group('firing', [lag]), ['firing', ...lagRow]],
  recovery: [group('resolved', [resolved]), ['resolved', ...lagRow]],
  same: [
    ['an alert that ended while its group still fires', group('firing', [resolved]), ['resolved', ...lagRow]],
    ['an alert without a status of its own', group('resolved', [{ ...lag, status: null }]), ['resolved', ...lagRow]],
    ['an alert that fired and resolved in one group', group('firing', [lag, resolved]), ['resolved', ...lagRow]],
    ['a list without its group, as Prometheus posts it', [{ ...lag, status: undefined }], ['firing', ...lagRow]],
    ['a single alert', lag, ['firing', ...lagRow]],
    [
      'several alerts in one payload',
      group('firing', [resolved, full]),
      ['resolved', ...lagRow],
      ['firing', 'DiskFull', 'node', 'ticket', '2026-09-08T07:06:05Z'],
    ],
    [
      'a start with an offset',
      group('firing', [{ ...lag, startsAt: '2026-09-08T09:06:05.432109876+02:00' }]),
      ['firing', ...lagRow],
    ],
    [
      'labels that are null',
      group('firing', [{ ...lag, labels: null, annotations: null }], { title: null }),
      ['firing', 'Untitled alert from alertmanager', 'ledger-db', null, '2026-09-08T07:06:05Z'],
    ],
  ],
  others: [
    [
      'an alert that was never given a fingerprint, in a group that knows the service',
      group('firing', [unnamed]),
      ['firing', 'Replica is 90 s behind', 'ledger-db', null, '2026-09-08T07:06:05Z'],
    ],
    [
      'an alert that only a place is known of',
      group('firing', [{ ...unnamed, labels: { ...unnamed.labels, pod: 'ledger-1' } }], { commonLabels: {} }),
      ['firing', 'Replica is 90 s behind', 'ledger-1', null, '2026-09-08T07:06:05Z'],
    ],
    ['a group that lists nothing', group('firing', []), ['firing', 'Replica is behind', 'ledger-db', null, null]],
    [
      'words in other scripts',
      group('firing', [{ ...lag, fingerprint: 'f00', annotations: { summary: '磁盘已满 – déjà 97 % 🔥' } }]),
      ['firing', '磁盘已满 – déjà 97 % 🔥', 'ledger-db', 'page', '2026-09-08T07:06:05Z'],
    ],
  ],
});

const panel = {
  ...lag,
  silenceURL: 'https://grafana.example.org/s',
  dashboardURL: '',
  panelURL: '',
  values: { B: 22 },
  valueString: '[ var=B ]',
};
const grafanaGroup = (status: string, alerts: readonly unknown[], changes: object = {}) =>
  group(status, alerts, {
    orgId: 1,
    title: `[${status.toUpperCase()}:1] data`,
    state: 'alerting',
    message: '**x**',
    ...changes,
  });

checkSource({
  source: 'grafana',
  firing: [grafanaGroup('firing', [panel]), ['firing', ...lagRow]],
  recovery: [grafanaGroup('resolved', [{ ...panel, status: 'resolved' }], { state: 'ok' }), ['resolved', ...lagRow]],
  same: [
    [
      'values that are null, as when data is missing',
      grafanaGroup('firing', [{ ...panel, values: null }]),
      ['firing', ...lagRow],
    ],
    [
      'an older version without an organisation',
      grafanaGroup('firing', [panel], { orgId: undefined }),
      ['firing', ...lagRow],
    ],
  ],
  others: [
    [
      'the alert that no data makes',
      grafanaGroup('firing', [
        { ...panel, fingerprint: 'aa1', labels: { alertname: 'DatasourceNoData', rulename: 'Lag' }, annotations: {} },
      ]),
      ['firing', 'DatasourceNoData', 'ledger-db', null, '2026-09-08T07:06:05Z'],
    ],
    ['a group without alerts', grafanaGroup('firing', []), ['firing', 'Replica is behind', 'ledger-db', null, null]],
  ],
});

const rule = {
  dashboardId: 4,
  evalMatches: [{ value: 231, metric: 'p95', tags: { host: 'edge-3' } }],
  message: 'Edge answers late',
  orgId: 1,
  panelId: 9,
  ruleId: 41,
  ruleName: 'Edge latency',
  ruleUrl: 'https://grafana.example.org/d/edge',
  state: 'alerting',
  tags: { severity: 'critical' },
  title: '[Alerting] Edge latency',
};
const ruleRow = ['Edge latency', 'edge-3', 'critical', null] as const;

checkSource({
  source: 'grafana_legacy',
  firing: [rule, ['firing', ...ruleRow]],
  recovery: [
    { ...rule, state: 'ok', evalMatches: [], title: '[OK] Edge latency' },
    ['resolved', 'Edge latency', null, 'critical', null],
  ],
  same: [
    ['no data', { ...rule, state: 'no_data', evalMatches: null }, ['firing', 'Edge latency', null, 'critical', null]],
    ['a rule about to fire', { ...rule, state: 'pending' }, ['firing', ...ruleRow]],
    [
      'tags that win over what matched',
      { ...rule, tags: { service: 'edge' } },
      ['firing', 'Edge latency', 'edge', null, null],
    ],
  ],
  others: [['another rule', { ...rule, ruleId: 42 }, ['firing', ...ruleRow]]],
  silent: [['a rule that was paused', { ...rule, state: 'paused' }, 'paused']],
});

const point = {
  id: 'cpu:host=calc-5',
  message: 'cpu:host=calc-5 is CRITICAL',
  details: '',
  time: '2026-06-05T04:03:02.000000001Z',
  duration: 60000000000,
  level: 'CRITICAL',
  previousLevel: 'OK',
  recoverable: true,
  data: { series: [{ name: 'cpu', tags: { host: 'calc-5' }, columns: ['time', 'usage'], values: [['x', 99]] }] },
};

checkSource({
  source: 'kapacitor',
  firing: [point, ['firing', 'cpu:host=calc-5 is CRITICAL', 'calc-5', 'CRITICAL', '2026-06-05T04:03:02Z']],
  recovery: [
    { ...point, level: 'OK', previousLevel: 'CRITICAL', message: 'cpu:host=calc-5 is OK' },
    ['resolved', 'cpu:host=calc-5 is OK', 'calc-5', 'OK', null],
  ],
  same: [
    [
      'a warning',
      { ...point, level: 'WARNING' },
      ['firing', 'cpu:host=calc-5 is CRITICAL', 'calc-5', 'WARNING', '2026-06-05T04:03:02Z'],
    ],
    [
      'no data',
      { ...point, data: null },
      ['firing', 'cpu:host=calc-5 is CRITICAL', null, 'CRITICAL', '2026-06-05T04:03:02Z'],
    ],
  ],
  others: [
    [
      'a check of InfluxDB 2',
      {
        _check_id: '0a',
        _check_name: 'CPU',
        _level: 'crit',
        _message: 'CPU is at 99',
        _time: '2026-06-05T04:03:02Z',
        host: 'calc-6',
      },
      ['firing', 'CPU is at 99', 'calc-6', 'crit', '2026-06-05T04:03:02Z'],
    ],
  ],
});

describe('a message of Kapacitor without its level', () => {
  it('is told by the company of its keys', () => {
    const bare = { id: 'cpu:host=calc-7', message: 'CPU of calc-7', data: '{usage: 99}' };
    expect(readShort(bare)).toMatchObject({
      source: 'kapacitor',
      rows: [['firing', 'CPU of calc-7', null, null, null]],
    });
    expect(readShort({ ...bare, severity: 'low' })).toMatchObject({ source: 'generic' });
    expect(readShort({ ...bare, data: '{"usage": 99}' })).toMatchObject({ source: 'generic' });
  });
});
