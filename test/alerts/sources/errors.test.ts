import { checkSource } from '../source-cases.ts';

const issue = (action: string, changes: object = {}) => ({
  action,
  installation: { uuid: 'u1' },
  data: {
    issue: {
      id: '771',
      title: 'TypeError: price is null',
      culprit: 'cart.total',
      level: 'error',
      status: 'unresolved',
      firstSeen: '2026-01-09T08:07:06.543210Z',
      project: { slug: 'cart-web', name: 'Cart' },
      permalink: null,
      ...changes,
    },
  },
  actor: { type: 'application', name: 'Sentry' },
});
const price = ['TypeError: price is null', 'cart-web', 'error', '2026-01-09T08:07:06Z'] as const;
const triggered = (event: object) => ({
  action: 'triggered',
  installation: { uuid: 'u1' },
  data: {
    triggered_rule: 'Many errors',
    event: {
      title: 'TypeError: price is null',
      level: 'error',
      datetime: '2026-01-09T08:07:06.543Z',
      issue_id: '771',
      url: 'https://sentry.example.org/api/0/projects/example/cart-web/events/e1/',
      ...event,
    },
  },
});
const metric = (action: string) => ({
  action,
  installation: { uuid: 'u1' },
  data: {
    metric_alert: {
      id: 5,
      title: 'Crash rate',
      projects: ['cart-web'],
      alert_rule: { name: 'Crash free sessions' },
      date_started: '2026-01-09T08:07:06Z',
    },
    description_title: 'Crash',
    web_url: 'https://sentry.example.org/5',
  },
});

checkSource({
  source: 'sentry',
  firing: [issue('created'), ['firing', ...price]],
  recovery: [issue('resolved', { status: 'resolved' }), ['resolved', ...price]],
  same: [
    ['an issue that somebody took', issue('assigned'), ['acknowledged', ...price]],
    ['an issue that was archived', issue('archived'), ['acknowledged', ...price]],
    ['an issue that came back', issue('unresolved'), ['firing', ...price]],
    ['an alert about one of its events', triggered({}), ['firing', ...price]],
    [
      'an event that only links to its issue',
      triggered({ issue_id: undefined, issue_url: 'https://sentry.example.org/api/0/issues/771/' }),
      ['firing', ...price],
    ],
  ],
  others: [
    [
      'a metric alert',
      metric('critical'),
      ['firing', 'Crash free sessions', 'cart-web', 'critical', '2026-01-09T08:07:06Z'],
    ],
  ],
  silent: [
    [
      'an installed application',
      { action: 'created', installation: { uuid: 'u1' }, data: { installation: { status: 'installed' } } },
      'something else than an issue',
    ],
  ],
});

checkSource({
  source: 'sentry',
  firing: [metric('critical'), ['firing', 'Crash free sessions', 'cart-web', 'critical', '2026-01-09T08:07:06Z']],
  recovery: [metric('resolved'), ['resolved', 'Crash free sessions', 'cart-web', null, '2026-01-09T08:07:06Z']],
  same: [
    ['a warning', metric('warning'), ['firing', 'Crash free sessions', 'cart-web', 'warning', '2026-01-09T08:07:06Z']],
  ],
});

const roll = (event_name: string, item: object = {}) => ({
  event_name,
  data: {
    item: {
      id: 2718,
      counter: 4,
      title: 'KeyError: sku',
      environment: 'production',
      level: 40,
      first_occurrence_timestamp: 1_767_946_026,
      last_occurrence: { level: 'error', server: { host: 'pick-2' }, language: 'python', timestamp: 1_767_946_100 },
      ...item,
    },
  },
});
const sku = ['KeyError: sku', 'production', '40', '2026-01-09T08:07:06Z'] as const;

checkSource({
  source: 'rollbar',
  firing: [roll('new_item'), ['firing', ...sku]],
  recovery: [roll('resolved_item'), ['resolved', ...sku]],
  same: [
    ['an item that came back', roll('reactivated_item'), ['firing', ...sku]],
    ['an item that comes fast', roll('item_velocity'), ['firing', ...sku]],
    [
      'an item without an environment',
      roll('exp_repeat_item', { environment: null, level: null }),
      ['firing', 'KeyError: sku', 'pick-2', 'error', sku[3]],
    ],
  ],
  silent: [
    ['a test', { event_name: 'test', data: { message: 'This is a test payload' } }, 'about no item'],
    ['a deployment', { event_name: 'deploy', data: { deploy: { id: 1, environment: 'production' } } }, 'about no item'],
  ],
});

const ray = (event: string, eventType: string, error: object = {}) => ({
  event,
  eventType,
  error: {
    url: 'https://raygun.example.org/e/9',
    message: 'Null reference in Basket',
    firstOccurredOn: '2026-01-09T08:07:06Z',
    lastOccurredOn: '2026-01-09T09:00:00Z',
    totalOccurrences: 3,
    ...error,
  },
  application: { name: 'Basket', url: 'https://raygun.example.org/a/1' },
});
const basket = ['Null reference in Basket', 'Basket', null, '2026-01-09T08:07:06Z'] as const;

checkSource({
  source: 'raygun',
  firing: [ray('error_notification', 'NewErrorOccurred'), ['firing', ...basket]],
  recovery: [ray('error_activity', 'StatusChanged', { status: 'Resolved' }), ['resolved', ...basket]],
  same: [
    ['an error that returned', ray('error_notification', 'ErrorReoccurred'), ['firing', ...basket]],
    [
      'an error that is ignored for good',
      ray('error_activity', 'StatusChanged', { status: 'PermanentlyIgnored' }),
      ['acknowledged', ...basket],
    ],
  ],
  silent: [['a comment', ray('error_activity', 'CommentAdded'), 'activity around']],
});

const bit = (problem: object = {}) => ({
  problem: {
    _id: '54a',
    app_name: 'ledger',
    environment: 'live',
    error_class: 'Timeout',
    message: 'Timeout: no answer',
    where: 'books#close',
    first_notice_at: '2026-01-09T08:07:06.000Z',
    last_notice_at: '2026-01-09T09:00:00Z',
    resolved: false,
    url: 'https://errbit.example.org/54a',
    ...problem,
  },
});

checkSource({
  source: 'errbit',
  firing: [bit(), ['firing', 'Timeout: no answer', 'ledger', null, '2026-01-09T08:07:06Z']],
  recovery: [bit({ resolved: true }), ['resolved', 'Timeout: no answer', 'ledger', null, '2026-01-09T08:07:06Z']],
  same: [
    [
      'a problem without a message',
      bit({ message: null, first_notice_at: null, created_at: '2026-01-09T08:07:06Z' }),
      ['firing', 'Timeout', 'ledger', null, '2026-01-09T08:07:06Z'],
    ],
  ],
});
