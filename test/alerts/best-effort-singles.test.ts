import { describe, expect, it } from 'vitest';
import { readAlert } from '../../src/alerts/read-alert.ts';
import { type Row, readShort } from './source-cases.ts';

const at = '2026-08-07T06:05:04Z';
const inBase64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const stuck = { title: 'Queue is stuck', service: 'mailer', severity: 'major', started_at: at };
const stuckRow: Row = ['firing', 'Queue is stuck', 'mailer', 'major', at];

describe('alerts of scripts and of things that were never meant to be alerts', () => {
  it.each<readonly [string, unknown, Row]>([
    [
      'a script of Icinga',
      {
        host: 'web-8',
        service: 'http',
        state: 'CRITICAL',
        output: 'HTTP CRITICAL',
        type: 'PROBLEM',
        timestamp: 1_786_082_704,
      },
      ['firing', 'HTTP CRITICAL', 'http', 'CRITICAL', at],
    ],
    ['one line of text', { text: 'backup.sh exited with 1' }, ['firing', 'backup.sh exited with 1', null, null, null]],
    [
      'short names',
      { host: 'vault-3', check: 'disk', level: 2, msg: '/ is at 97 %', ts: '1786082704.512' },
      ['firing', '/ is at 97 %', 'vault-3', '2', at],
    ],
    [
      'a job that failed',
      {
        error: 'Traceback: …',
        job: 'nightly',
        exit_code: 1,
        started: '2026-08-07T08:05:04+02:00',
        hostname: 'batch-1',
      },
      ['firing', 'nightly', 'batch-1', null, at],
    ],
    [
      'a message for Slack',
      {
        channel: '#ops',
        attachments: [
          {
            color: 'danger',
            title: '[FIRING] Slow API',
            text: 'p99 is 3 s',
            fields: [
              { title: 'Severity', value: 'critical', short: true },
              { title: 'Service', value: 'api', short: true },
            ],
            ts: 1_786_082_704,
          },
        ],
      },
      ['firing', '[FIRING] Slow API', 'api', 'critical', at],
    ],
    [
      'a card for Teams',
      {
        '@type': 'MessageCard',
        summary: 'Disk is full',
        sections: [
          {
            facts: [
              { name: 'Severity', value: 'Critical' },
              { name: 'Host', value: 'vault-3' },
            ],
          },
        ],
      },
      ['firing', 'Disk is full', 'vault-3', 'Critical', null],
    ],
    [
      'an embed for Discord',
      { content: '', embeds: [{ title: 'Shop is down', description: 'timeout', timestamp: at }] },
      ['firing', 'Shop is down', null, null, at],
    ],
    [
      'a line of Falco',
      {
        output: 'Shell in container',
        priority: 'Warning',
        rule: 'Terminal shell',
        time: `${at.slice(0, -1)}.123456789Z`,
        hostname: 'node-4',
        source: 'syscall',
      },
      ['firing', 'Terminal shell', 'node-4', 'Warning', at],
    ],
    [
      'a rule of Wazuh',
      {
        timestamp: '2026-08-07T06:05:04.123+0000',
        rule: { level: 12, description: 'Many failed sign-ins', id: '5712' },
        agent: { id: '003', name: 'web-8' },
      },
      ['firing', 'Many failed sign-ins', 'web-8', '12', at],
    ],
    [
      'an event of Kubernetes',
      {
        kind: 'Event',
        metadata: { name: 'x.1', namespace: 'shop' },
        involvedObject: { kind: 'Pod', name: 'basket-1' },
        reason: 'BackOff',
        message: 'Back-off restarting',
        type: 'Warning',
        firstTimestamp: at,
        source: { component: 'kubelet' },
      },
      ['firing', 'Back-off restarting', 'basket-1', 'Warning', at],
    ],
    [
      'an event of Flux',
      {
        involvedObject: { kind: 'Kustomization', name: 'shop' },
        severity: 'error',
        timestamp: at,
        message: 'build failed',
        reason: 'BuildFailed',
      },
      ['firing', 'build failed', 'shop', 'error', at],
    ],
    [
      'a pipeline of GitLab, without the words of the commit',
      {
        object_kind: 'pipeline',
        object_attributes: { id: 31, ref: 'main', status: 'failed', created_at: '2026-08-07 06:05:04 UTC' },
        project: { name: 'shop' },
        user: { name: 'Ana' },
        commit: { title: 'Fix it', message: 'Fix it', timestamp: '2026-08-01T00:00:00Z' },
      },
      ['firing', 'shop', 'shop', null, at],
    ],
    [
      'a build of Jenkins',
      { name: 'deploy', build: { number: 18, phase: 'COMPLETED', status: 'FAILURE', timestamp: 1_786_082_704_123 } },
      ['firing', 'deploy', null, null, at],
    ],
    [
      'a ticket of ServiceNow',
      {
        short_description: 'Payments cannot be reached',
        impact: '1',
        state: 'New',
        cmdb_ci: 'payments',
        opened_at: at,
      },
      ['firing', 'Payments cannot be reached', 'payments', '1', at],
    ],
    [
      'an issue of Jira',
      {
        webhookEvent: 'jira:issue_created',
        issue: {
          id: '4',
          fields: {
            summary: 'Payments fail',
            priority: { name: 'Highest' },
            status: { name: 'Open' },
            created: '2026-08-07T06:05:04.000+0000',
            project: { name: 'Operations' },
          },
        },
      },
      ['firing', 'Payments fail', 'Operations', 'Highest', at],
    ],
    [
      'a message nested five deep',
      {
        envelope: {
          body: {
            notification: {
              alert: { title: 'Deep trouble', severity: 'sev1', service: { name: 'deep' }, status: { value: 'open' } },
            },
          },
        },
      },
      ['firing', 'Deep trouble', 'deep', 'sev1', null],
    ],
    [
      'words in other scripts',
      { title: '決済が停止しました 🚨', service: 'платежи', severity: 'CRITICAL' },
      ['firing', '決済が停止しました 🚨', 'платежи', 'CRITICAL', null],
    ],
    [
      'a function that gave up',
      { timestamp: at, requestContext: { condition: 'RetriesExhausted' }, responsePayload: { errorMessage: 'boom' } },
      ['firing', 'boom', null, null, at],
    ],
  ])('%s', (_, payload, row) => {
    expect(readShort(payload)).toEqual({ source: 'generic', is_alert: true, rows: [row] });
  });
});

describe('an alert that no format knows, inside an envelope', () => {
  it.each<readonly [string, string, unknown]>([
    ['a push of Pub/Sub', 'generic', { subscription: 's', message: { messageId: '1', data: inBase64(stuck) } }],
    ['a pull of Pub/Sub', 'generic', { receivedMessages: [{ ackId: 'a', message: { data: inBase64(stuck) } }] }],
    ['a queue', 'generic', { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(stuck) }] }],
    ['a stream of Kinesis', 'generic', { Records: [{ kinesis: { data: inBase64(stuck) } }] }],
    [
      'a topic',
      'aws_events',
      { Type: 'Notification', MessageId: 'm', TopicArn: 'arn:t', Message: JSON.stringify(stuck) },
    ],
    ['EventBridge', 'aws_events', { 'detail-type': 'Queue', source: 'example.queue', detail: stuck }],
    [
      'a CloudEvent',
      'cloudevents',
      { specversion: '1.0', id: '1', type: 'org.example.alert.fired', source: '/q', data: stuck },
    ],
    ['a gateway', 'generic', { httpMethod: 'POST', headers: { host: 'x' }, body: JSON.stringify(stuck) }],
    ['two envelopes', 'generic', { data: { payload: JSON.stringify(stuck) } }],
  ])('%s', (_, source, payload) => {
    expect(readShort(payload)).toEqual({ source, is_alert: true, rows: [stuckRow] });
  });

  it('keeps every record of a queue, not only the first', () => {
    const records = ['a', 'b', 'c'].map((host) => ({ body: JSON.stringify({ title: 'Disk is full', host }) }));
    expect(readAlert({ Records: records }).alerts.map(({ service }) => service)).toEqual(['a', 'b', 'c']);
  });

  it('opens nothing for a queue that holds no alert, even one that is read for what it is not', () => {
    const push = {
      'detail-type': 'CodeBuild Build State Change',
      source: 'aws.codebuild',
      detail: { 'build-status': 'SUCCEEDED' },
    };
    expect(readAlert({ Records: [{ body: JSON.stringify(push) }] }).is_alert).toBe(false);
    expect(readAlert({ Records: [{ body: '{"hello":"world"}' }, { body: 'not JSON' }] }).is_alert).toBe(false);
  });

  it('never takes JSON for a title', () => {
    const handshake = JSON.stringify({ type: 'url_verification', challenge: 'c', token: 't' });
    expect(readAlert({ body: handshake }).is_alert).toBe(false);
  });
});
