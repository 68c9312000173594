import { checkSource } from '../source-cases.ts';

const dog = {
  id: '7700',
  title: '[P2] [Triggered on {host:api-4}] 5xx above 3 %',
  body: '%%% The share of 5xx is too high. %%%',
  alert_id: '5501',
  alert_transition: 'Triggered',
  alert_type: 'error',
  alert_priority: 'P2',
  aggreg_key: 'f0e1',
  date: '1767946026000',
  last_updated: '1767946030000',
  link: 'https://datadog.example.org/e/7700',
  tags: 'env:prod,service:api,host:api-4',
  hostname: 'api-4',
};
const share = ['[P2] [Triggered on {host:api-4}] 5xx above 3 %', 'api', 'P2', '2026-01-09T08:07:06Z'] as const;
const calm = '[P2] [Recovered on {host:api-4}] 5xx above 3 %';

checkSource({
  source: 'datadog',
  firing: [dog, ['firing', ...share]],
  recovery: [
    { ...dog, title: calm, alert_transition: 'Recovered', alert_type: 'success' },
    ['resolved', calm, 'api', 'P2', null],
  ],
  same: [
    ['an alert told again', { ...dog, alert_transition: 'Renotify' }, ['firing', ...share]],
    [
      'missing data',
      { ...dog, alert_transition: 'No Data', tags: null },
      ['firing', share[0], 'api-4', 'P2', share[3]],
    ],
    ['a date that is a number', { ...dog, date: 1_767_946_026_000 }, ['firing', ...share]],
  ],
  others: [
    [
      'a variable nobody filled in',
      { ...dog, aggreg_key: 'f0e2', alert_priority: '$ALERT_PRIORITY' },
      ['firing', share[0], 'api', null, share[3]],
    ],
  ],
});

const { aggreg_key: _, ...bare } = dog;
checkSource({
  source: 'datadog',
  firing: [bare, ['firing', ...share]],
  recovery: [{ ...bare, title: calm, alert_transition: 'Recovered' }, ['resolved', calm, 'api', 'P2', null]],
});

const relic = (state: string, changes: object = {}) => ({
  id: '3e1f',
  issueUrl: 'https://newrelic.example.org/issues/3e1f',
  title: 'Apdex of search is below 0.7',
  priority: 'CRITICAL',
  impactedEntities: ['search'],
  totalIncidents: 1,
  state,
  trigger: 'STATE_CHANGE',
  createdAt: 1_767_946_026_789,
  updatedAt: 1_767_946_100_000,
  alertPolicyNames: ['Search'],
  alertConditionNames: ['Apdex'],
  ...changes,
});
const apdex = ['Apdex of search is below 0.7', 'search', 'CRITICAL', '2026-01-09T08:07:06Z'] as const;

checkSource({
  source: 'newrelic',
  firing: [relic('ACTIVATED'), ['firing', ...apdex]],
  recovery: [relic('CLOSED', { closedAt: 1_767_947_000_000 }), ['resolved', ...apdex]],
  same: [
    ['an issue that was just created', relic('CREATED'), ['firing', ...apdex]],
    ['an acknowledgement', relic('ACKNOWLEDGED'), ['acknowledged', ...apdex]],
    [
      'nothing impacted',
      relic('ACTIVATED', { impactedEntities: [] }),
      ['firing', apdex[0], 'Search', 'CRITICAL', apdex[3]],
    ],
  ],
  others: [
    [
      'a message of an older version',
      {
        current_state: 'open',
        incident_id: 880,
        condition_name: 'Memory',
        policy_name: 'Hosts',
        account_name: 'Example',
        severity: 'WARNING',
        timestamp: 1_767_946_026_789,
        targets: [{ name: 'box-3', labels: {} }],
      },
      ['firing', 'Memory', 'box-3', 'WARNING', '2026-01-09T08:07:06Z'],
    ],
  ],
  silent: [['a test', { current_state: 'test', incident_id: 0, condition_name: 'Test' }, 'test']],
});

const bee = (status: string, changes: object = {}) => ({
  version: 'v0.1.0',
  id: 'trg1',
  name: 'Slow uploads',
  status,
  summary: 'Triggered: Slow uploads',
  description: '',
  dataset: 'uploads',
  trigger_url: 'https://honeycomb.example.org/t',
  result_url: 'https://honeycomb.example.org/r',
  result_groups: [{ Group: { 'service.name': 'uploader' }, Result: 9 }],
  triggered_at: '2026-01-09T08:07:06Z',
  ...changes,
});

checkSource({
  source: 'honeycomb',
  firing: [bee('TRIGGERED'), ['firing', 'Slow uploads', 'uploads', null, '2026-01-09T08:07:06Z']],
  recovery: [bee('OK', { result_groups: [] }), ['resolved', 'Slow uploads', 'uploads', null, null]],
  same: [
    [
      'a trigger over many datasets',
      bee('TRIGGERED', { dataset: '' }),
      ['firing', 'Slow uploads', 'uploader', null, '2026-01-09T08:07:06Z'],
    ],
  ],
  silent: [['a test', bee('TRIGGERED', { is_test: true }), 'test']],
});

const libra = {
  alert: { id: 61, name: 'jobs.queue.depth', runbook_url: 'https://runbooks.example.org/q', version: 2 },
  account: 'ops@example.org',
  trigger_time: 1_767_946_026,
  conditions: [{ id: 1, type: 'above', threshold: 9 }],
  violations: { 'worker-1': [{ metric: 'jobs.depth', value: 12, recorded_at: 1_767_946_026, condition_violated: 1 }] },
};

checkSource({
  source: 'librato',
  firing: [libra, ['firing', 'jobs.queue.depth', 'worker-1', null, '2026-01-09T08:07:06Z']],
  recovery: [
    { alert: libra.alert, account: libra.account, trigger_time: 1_767_946_626, clear: 'normal' },
    ['resolved', 'jobs.queue.depth', null, null, null],
  ],
});

const policy = {
  event_type: 'POLICY_OPEN_CRITICAL',
  event_name: 'Slow payments',
  app_name: 'Payments',
  tier_name: 'Gateway',
  severity: 'ERROR',
  event_time: '2026-01-09T08:07:06Z',
  incident_id: '440',
  health_rule_name: 'Payments answer late',
  controller_url: 'https://appd.example.org',
};

checkSource({
  source: 'appdynamics',
  firing: [policy, ['firing', 'Slow payments', 'Payments', 'ERROR', '2026-01-09T08:07:06Z']],
  recovery: [
    { ...policy, event_type: 'POLICY_CLOSE_CRITICAL', severity: 'INFO' },
    ['resolved', 'Slow payments', 'Payments', 'INFO', null],
  ],
  same: [
    [
      'a problem that goes on',
      { ...policy, event_type: 'POLICY_CONTINUES_CRITICAL' },
      ['firing', 'Slow payments', 'Payments', 'ERROR', '2026-01-09T08:07:06Z'],
    ],
    [
      'a name nobody filled in',
      { ...policy, event_name: ['$', '{latestEvent.displayName}'].join('') },
      ['firing', 'Payments answer late', 'Payments', 'ERROR', '2026-01-09T08:07:06Z'],
    ],
  ],
});

const latest = (eventType: string) => ({
  latestEvent: {
    eventType,
    displayName: 'Health rule violated',
    severity: 'ERROR',
    healthRule: { id: 7, name: 'Slow checkout' },
    application: { id: 2, name: 'Shop' },
    eventTime: 1_767_946_026_000,
    deepLink: 'https://appd.example.org/7',
  },
  incidentId: 81,
});

checkSource({
  source: 'appdynamics',
  from: 'appdynamics, in the spelling of its variables',
  firing: [latest('POLICY_OPEN_CRITICAL'), ['firing', 'Slow checkout', 'Shop', 'ERROR', '2026-01-09T08:07:06Z']],
  recovery: [latest('POLICY_CLOSE_CRITICAL'), ['resolved', 'Slow checkout', 'Shop', 'ERROR', null]],
});

const gray = {
  event_definition_id: 'gd1',
  event_definition_type: 'aggregation-v1',
  event_definition_title: 'Many failed sign-ins',
  event_definition_description: '',
  job_definition_id: 'j',
  event: {
    id: '01G',
    timestamp: '2026-01-09T08:07:06.001Z',
    message: 'Many failed sign-ins',
    source: 'gray-1',
    key: 'gate-2',
    priority: 3,
    fields: {},
    group_by_fields: { gate: 'gate-2' },
  },
  backlog: [],
};

checkSource({
  source: 'graylog',
  firing: [gray, ['firing', 'Many failed sign-ins', 'gate-2', '3', '2026-01-09T08:07:06Z']],
  same: [
    [
      'a later event of the same key',
      { ...gray, event: { ...gray.event, id: '01H' } },
      ['firing', 'Many failed sign-ins', 'gate-2', '3', '2026-01-09T08:07:06Z'],
    ],
  ],
  others: [
    [
      'an event without a key',
      { ...gray, event: { ...gray.event, key: null } },
      ['firing', 'Many failed sign-ins', 'gray-1', '3', '2026-01-09T08:07:06Z'],
    ],
  ],
});

const search = {
  sid: 'rt_scheduler__ops__search__RMD5abc_at_1767946020_77',
  search_name: 'Card errors',
  app: 'search',
  owner: 'ops',
  results_link: 'https://splunk.example.org/s',
  result: { host: 'pos-9', source: '/var/log/pos', severity: 'high', _time: '1767946026' },
};

checkSource({
  source: 'splunk',
  firing: [search, ['firing', 'Card errors', 'pos-9', 'high', '2026-01-09T08:07:06Z']],
  same: [
    [
      'a later run',
      { ...search, sid: 'rt_scheduler__ops__search__RMD5abc_at_1767946320_78' },
      ['firing', 'Card errors', 'pos-9', 'high', '2026-01-09T08:07:06Z'],
    ],
  ],
  others: [
    ['another host', { ...search, result: { host: 'pos-8' } }, ['firing', 'Card errors', 'pos-8', null, null]],
    ['no result', { ...search, result: null }, ['firing', 'Card errors', null, null, null]],
  ],
});
