import { checkSource } from '../source-cases.ts';

const azure = (
  monitorCondition: string,
  essentials: object = {},
  alertContext: object | null = { conditionType: 'SingleResource' },
) => ({
  schemaId: 'azureMonitorCommonAlertSchema',
  data: {
    essentials: {
      alertId: '/subscriptions/0/providers/Microsoft.AlertsManagement/alerts/a1',
      alertRule: 'CPU over 90 %',
      severity: 'Sev1',
      signalType: 'Metric',
      monitorCondition,
      monitoringService: 'Platform',
      alertTargetIDs: ['/subscriptions/0/resourcegroups/data/providers/microsoft.compute/virtualmachines/etl-2'],
      configurationItems: ['etl-2'],
      originAlertId: '0_data_etl-2_cpu',
      firedDateTime: '2026-05-04T03:02:01.7654321Z',
      essentialsVersion: '1.0',
      ...essentials,
    },
    alertContext,
    customProperties: null,
  },
});
const cpu = ['CPU over 90 %', 'etl-2', 'Sev1', '2026-05-04T03:02:01Z'] as const;

checkSource({
  source: 'azure_monitor',
  firing: [azure('Fired'), ['firing', ...cpu]],
  recovery: [azure('Resolved', { resolvedDateTime: '2026-05-04T03:30:00Z', alertId: '/a2' }), ['resolved', ...cpu]],
  same: [
    ['an item that only its address names', azure('Fired', { configurationItems: [] }), ['firing', ...cpu]],
    ['a null context', azure('Fired', {}, null), ['firing', ...cpu]],
  ],
  others: [
    [
      'a classic metric alert',
      {
        status: 'Activated',
        context: {
          id: '/rules/q',
          name: 'Queue length',
          resourceName: 'orders-bus',
          resourceId: '/x/orders-bus',
          timestamp: '2026-05-04T03:02:01Z',
          portalLink: 'https://portal.example.org',
        },
        properties: null,
      },
      ['firing', 'Queue length', 'orders-bus', null, '2026-05-04T03:02:01Z'],
    ],
    [
      'an activity log alert',
      {
        schemaId: 'Microsoft.Insights/activityLogs',
        data: {
          status: 'Activated',
          context: {
            activityLog: {
              level: 'Error',
              operationName: 'Restart',
              correlationId: 'c1',
              eventTimestamp: '2026-05-04T03:02:01+00:00',
              resourceId: '/subscriptions/0/vm/etl-3',
              properties: { title: 'VM restarted' },
            },
          },
        },
      },
      ['firing', 'VM restarted', 'etl-3', 'Error', '2026-05-04T03:02:01Z'],
    ],
  ],
});

const google = (incident: object) => ({
  version: '1.2',
  incident: {
    incident_id: '0.opq1x2y3z',
    scoping_project_id: 'shop-prod',
    url: 'https://console.example.org/incidents/0.opq1x2y3z',
    severity: 'Critical',
    started_at: 1_767_323_045,
    ended_at: null,
    state: 'open',
    summary: 'p99 of checkout is above 2 s',
    policy_name: 'Checkout latency',
    condition_name: 'p99 > 2 s',
    resource_display_name: 'checkout',
    resource: { type: 'cloud_run_revision', labels: { service_name: 'checkout', project_id: 'shop-prod' } },
    metric: { type: 'run.googleapis.com/request_latencies', displayName: 'Latency', labels: {} },
    ...incident,
  },
});
const p99 = ['p99 of checkout is above 2 s', 'checkout', 'Critical', '2026-01-02T03:04:05Z'] as const;

checkSource({
  source: 'gcp_monitoring',
  firing: [google({}), ['firing', ...p99]],
  recovery: [google({ state: 'closed', ended_at: 1_767_324_045 }), ['resolved', ...p99]],
  same: [
    ['an incident that somebody took', google({ state: 'acknowledged' }), ['acknowledged', ...p99]],
    ['a policy without a severity', google({ severity: 'No Severity' }), ['firing', p99[0], 'checkout', null, p99[3]]],
    ['an empty summary', google({ summary: '' }), ['firing', 'p99 > 2 s', 'checkout', 'Critical', p99[3]]],
    ['a start in milliseconds', google({ started_at: 1_767_323_045_000 }), ['firing', ...p99]],
    [
      'a name made of labels',
      google({ resource_display_name: '', resource_name: 'labels {project_id=x}' }),
      ['firing', p99[0], null, 'Critical', p99[3]],
    ],
  ],
});

const event = (changes: object) => ({
  specversion: '1.0',
  id: 'a-1',
  type: 'org.example.alert.fired',
  source: '/scales/3',
  time: '2026-04-03T02:01:00Z',
  subject: 'scale-3',
  data: { title: 'Scale drifts', severity: 'major', service: 'weighing' },
  ...changes,
});
const drift = ['Scale drifts', 'weighing', 'major', '2026-04-03T02:01:00Z'] as const;

checkSource({
  source: 'cloudevents',
  firing: [event({}), ['firing', ...drift]],
  recovery: [
    event({ id: 'a-2', type: 'org.example.alert.resolved', time: '2026-04-03T02:31:00Z' }),
    ['resolved', 'Scale drifts', 'weighing', 'major', null],
  ],
  same: [
    [
      'data in base64',
      event({ data: undefined, data_base64: Buffer.from(JSON.stringify(event({}).data)).toString('base64') }),
      ['firing', ...drift],
    ],
    ['data as JSON in a text', event({ data: JSON.stringify(event({}).data) }), ['firing', ...drift]],
    ['a batch of one', [event({})], ['firing', ...drift]],
  ],
  others: [
    [
      'a problem in the words of another monitor',
      event({
        type: 'org.example.problem.open',
        subject: 'scale-5',
        data: { ProblemTitle: 'Scale is off', State: 'OPEN' },
      }),
      ['firing', 'Scale is off', '/scales/3', null, drift[3]],
    ],
    ['another subject', event({ subject: 'scale-4' }), ['firing', ...drift]],
    [
      'fields in other spellings',
      event({ data: { alertTitle: 'Scale drifts', Severity: 'major', hostName: 'weighing' } }),
      ['firing', ...drift],
    ],
  ],
  silent: [
    [
      'an event of everyday work',
      event({ type: 'org.example.parcel.opened', data: { parcel: 5 } }),
      'neither a status nor a severity',
    ],
    [
      'an event without data',
      event({ type: 'org.example.parcel.sent', data: null }),
      'neither a status nor a severity',
    ],
  ],
});
