import { describe, expect, it } from 'vitest';
import { checkSource, fingerprintsOf } from '../source-cases.ts';

const trigger = {
  routing_key: 'r0ut1ng',
  dedup_key: 'sku-sync',
  event_action: 'trigger',
  payload: {
    summary: 'SKU sync is stuck',
    source: 'sync-1',
    severity: 'error',
    timestamp: '2026-02-01T00:10:20.300+0200',
    component: 'sync',
    custom_details: { lag: 40 },
  },
  links: [{ href: 'https://dash.example.org/sku', text: 'Dashboard' }],
};
const stuck = ['SKU sync is stuck', 'sync-1', 'error', '2026-01-31T22:10:20Z'] as const;
const hook = (type: string, data: object = {}, resource = 'incident') => ({
  event: {
    id: '01F',
    event_type: type,
    resource_type: resource,
    occurred_at: '2026-02-01T01:02:03.456Z',
    agent: { type: 'user_reference', summary: 'Someone' },
    data: {
      id: 'PQ1',
      type: 'incident',
      number: 12,
      status: 'triggered',
      title: 'Carts are empty',
      service: { id: 'S1', summary: 'Carts' },
      priority: null,
      urgency: 'high',
      created_at: '2026-02-01T01:02:00Z',
      html_url: 'https://pagerduty.example.org/incidents/PQ1',
      ...data,
    },
  },
});
const carts = ['Carts are empty', 'Carts', 'high', '2026-02-01T01:02:00Z'] as const;
const message = (event: string, status: string) => ({
  messages: [
    {
      event,
      log_entries: [],
      incident: {
        id: 'PQ2',
        status,
        title: 'Mail is late',
        service: { name: 'Mail' },
        urgency: 'low',
        created_at: '2026-02-01T01:02:00Z',
      },
    },
  ],
});
const late = ['Mail is late', 'Mail', 'low', '2026-02-01T01:02:00Z'] as const;

checkSource({
  source: 'pagerduty',
  firing: [trigger, ['firing', ...stuck]],
  recovery: [
    { routing_key: 'r0ut1ng', dedup_key: 'sku-sync', event_action: 'resolve' },
    ['resolved', 'Untitled alert from pagerduty', null, null, null],
  ],
  same: [
    [
      'an acknowledgement',
      { ...trigger, event_action: 'acknowledge' },
      ['acknowledged', 'SKU sync is stuck', 'sync-1', 'error', null],
    ],
    [
      'optional fields that are null',
      {
        ...trigger,
        links: null,
        images: null,
        client: null,
        payload: { ...trigger.payload, component: null, custom_details: null },
      },
      ['firing', ...stuck],
    ],
  ],
  others: [
    ['an event without a key', { ...trigger, dedup_key: '' }, ['firing', ...stuck]],
    [
      'an event of version 1',
      {
        service_key: 'k',
        event_type: 'trigger',
        incident_key: 'i',
        description: 'Till is offline',
        client: 'tills',
        details: {},
      },
      ['firing', 'Till is offline', 'tills', null, null],
    ],
    ['a webhook', hook('incident.triggered'), ['firing', ...carts]],
    [
      'a webhook of an incident with a priority',
      hook('incident.acknowledged', { id: 'PQ9', status: 'acknowledged', priority: { summary: 'P2' } }),
      ['acknowledged', 'Carts are empty', 'Carts', 'P2', carts[3]],
    ],
    ['a webhook of an older version', message('incident.trigger', 'triggered'), ['firing', ...late]],
  ],
  silent: [
    ['a change event', { routing_key: 'r', payload: { summary: 'Deployed 4.2', source: 'ci' } }, 'change event'],
    [
      'a note',
      hook('incident.annotated', { type: 'incident_note', content: 'Looking', status: undefined }),
      'no change',
    ],
    [
      'a test of the webhook',
      hook('pagey.ping', { type: 'ping', message: 'Hello', status: undefined }, 'pagey'),
      'no change',
    ],
    [
      'a changed service',
      hook('service.updated', { type: 'service', status: undefined, summary: 'Carts' }, 'service'),
      'no change',
    ],
  ],
});

checkSource({
  source: 'pagerduty',
  firing: [hook('incident.triggered'), ['firing', ...carts]],
  recovery: [hook('incident.resolved', { status: 'resolved' }), ['resolved', ...carts]],
  same: [
    ['an acknowledgement', hook('incident.acknowledged', { status: 'acknowledged' }), ['acknowledged', ...carts]],
    ['an incident that nobody took', hook('incident.escalated'), ['firing', ...carts]],
    ['one that was opened again', hook('incident.reopened'), ['firing', ...carts]],
    ['one that was taken and let go', hook('incident.unacknowledged'), ['firing', ...carts]],
  ],
});

checkSource({
  source: 'pagerduty',
  firing: [message('incident.trigger', 'triggered'), ['firing', ...late]],
  recovery: [message('incident.resolve', 'resolved'), ['resolved', ...late]],
  same: [
    [
      'several messages about one incident',
      {
        messages: [
          ...message('incident.trigger', 'triggered').messages,
          ...message('incident.resolve', 'resolved').messages,
        ],
      },
      ['resolved', ...late],
    ],
    [
      'a message whose incident says no status',
      { messages: [{ ...message('incident.acknowledge', '').messages[0] }] },
      ['acknowledged', ...late],
    ],
  ],
});

const genie = (action: string, alert: object = {}) => ({
  action,
  source: { name: '', type: 'system' },
  alert: {
    alertId: '70413a06',
    message: 'Freezer is warm',
    alias: 'freezer-2',
    entity: 'freezer-2',
    priority: 'P2',
    tags: ['store', 'cold'],
    details: { runbook_url: 'https://runbooks.example.org/freezer' },
    createdAt: 1_772_330_645_123,
    updatedAt: 1_772_330_645_123_000_000,
    username: 'Alert API',
    tinyId: '28',
    ...alert,
  },
  integrationName: 'Webhook',
  integrationId: '37c8f316',
});
const warm = ['Freezer is warm', 'freezer-2', 'P2', '2026-03-01T02:04:05Z'] as const;

checkSource({
  source: 'opsgenie',
  firing: [genie('Create'), ['firing', ...warm]],
  recovery: [genie('Close'), ['resolved', ...warm]],
  same: [
    ['an acknowledgement', genie('Acknowledge'), ['acknowledged', ...warm]],
    ['an acknowledgement taken back', genie('UnAcknowledge'), ['firing', ...warm]],
    ['an escalation, as nobody reacted', genie('EscalateNext'), ['firing', ...warm]],
    ['an alert that was deleted', genie('Delete'), ['resolved', ...warm]],
    [
      'empty texts',
      genie('Create', { entity: '', priority: null }),
      ['firing', 'Freezer is warm', null, null, warm[3]],
    ],
  ],
  others: [['another alert', genie('Create', { alertId: '70413a07' }), ['firing', ...warm]]],
  silent: [
    ['a note', genie('AddNote'), 'changes nothing'],
    ['a new tag', genie('AddTags'), 'changes nothing'],
    ['a snooze', genie('Snooze'), 'changes nothing'],
  ],
});

describe('an event of PagerDuty without a key', () => {
  it('is about the same problem although its summary has another value', () => {
    const summary = (text: string) => ({
      ...trigger,
      dedup_key: undefined,
      payload: { ...trigger.payload, summary: text },
    });
    const [own] = fingerprintsOf(summary('Queue is at 91 %'));
    expect(fingerprintsOf(summary('Queue is at 97.5 %'))).toEqual([own]);
    expect(fingerprintsOf(summary('Cache is at 91 %'))).not.toContain(own);
  });
});
