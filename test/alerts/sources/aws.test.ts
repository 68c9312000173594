import { checkSource } from '../source-cases.ts';

const alarm = {
  AlarmName: 'invoices-dlq-depth',
  AlarmDescription: 'Messages nobody could read',
  AWSAccountId: '110022003300',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed: 1 datapoint [12.0] was greater than 0.0.',
  StateChangeTime: '2026-07-06T05:04:03.210+0000',
  Region: 'Europe (Stockholm)',
  AlarmArn: 'arn:aws:cloudwatch:eu-north-1:110022003300:alarm:invoices-dlq-depth',
  OldStateValue: 'OK',
  Trigger: {
    MetricName: 'Depth',
    Namespace: 'AWS/SQS',
    Dimensions: [{ value: 'invoices-dlq', name: 'QueueName' }],
    Threshold: 0,
  },
};
const sns = (message: unknown, changes: object = {}) => ({
  Type: 'Notification',
  MessageId: '5d1c',
  TopicArn: 'arn:aws:sns:eu-north-1:110022003300:pages',
  Subject: 'ALARM: "invoices-dlq-depth" in Europe (Stockholm)',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-07-06T05:04:04.000Z',
  SignatureVersion: '1',
  ...changes,
});
const bridge = (value: string, changes: object = {}) => ({
  version: '0',
  id: '7a',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '110022003300',
  time: '2026-07-06T05:04:05Z',
  region: 'eu-north-1',
  resources: [alarm.AlarmArn],
  detail: {
    alarmName: 'invoices-dlq-depth',
    state: { value, reason: 'x', timestamp: '2026-07-06T05:04:03.210+0000' },
    previousState: { value: 'OK' },
    configuration: {
      metrics: [{ id: 'm1', metricStat: { metric: { name: 'Depth', dimensions: { QueueName: 'invoices-dlq' } } } }],
    },
  },
  ...changes,
});
const depth = ['invoices-dlq-depth', 'invoices-dlq', null, '2026-07-06T05:04:03Z'] as const;

checkSource({
  source: 'aws_cloudwatch',
  firing: [sns(alarm), ['firing', ...depth]],
  recovery: [sns({ ...alarm, NewStateValue: 'OK', OldStateValue: 'ALARM' }), ['resolved', ...depth]],
  same: [
    ['the bare message', alarm, ['firing', ...depth]],
    ['the event of EventBridge', bridge('ALARM'), ['firing', ...depth]],
    ['its recovery from EventBridge', bridge('OK'), ['resolved', ...depth]],
    ['what a function is handed', { Records: [{ EventSource: 'aws:sns', Sns: sns(alarm) }] }, ['firing', ...depth]],
    [
      'what a queue holds',
      { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(sns(alarm)) }] },
      ['firing', ...depth],
    ],
    ['a topic that feeds another', sns(sns(alarm)), ['firing', ...depth]],
    ['an alarm without data', sns({ ...alarm, NewStateValue: 'INSUFFICIENT_DATA' }), [null, ...depth]],
    [
      'an alarm without a trigger',
      { ...alarm, Trigger: null },
      ['firing', 'invoices-dlq-depth', null, null, '2026-07-06T05:04:03Z'],
    ],
    [
      'a dimension that only says what was counted before one that names something',
      {
        ...alarm,
        Trigger: {
          Dimensions: [
            { name: 'StorageType', value: 'StandardStorage' },
            { name: 'BucketName', value: 'invoices-raw' },
          ],
        },
      },
      ['firing', 'invoices-dlq-depth', 'invoices-raw', null, '2026-07-06T05:04:03Z'],
    ],
    [
      'the dimensions of a metric expression',
      {
        ...alarm,
        Trigger: {
          Metrics: [
            { Id: 'e1', Expression: 'a/b' },
            { MetricStat: { Metric: { Dimensions: [{ name: 'ServiceName', value: 'invoices' }] } } },
          ],
        },
      },
      ['firing', 'invoices-dlq-depth', 'invoices', null, '2026-07-06T05:04:03Z'],
    ],
  ],
  others: [
    [
      'the same name in another region',
      { ...alarm, AlarmArn: undefined, Region: 'Europe (Paris)' },
      ['firing', ...depth],
    ],
    [
      'a plain text that names its state',
      sns('Depth is 12', { Message: 'Depth is 12' }),
      ['firing', 'ALARM: "invoices-dlq-depth" in Europe (Stockholm)', null, null, '2026-07-06T05:04:04Z'],
    ],
  ],
  silent: [
    [
      'the handshake of a subscription',
      sns('You have chosen to subscribe', {
        Type: 'SubscriptionConfirmation',
        Subject: undefined,
        SubscribeURL: 'https://sns.example.org',
      }),
      'handshake',
    ],
    [
      'an alarm whose configuration changed',
      bridge('ALARM', { 'detail-type': 'CloudWatch Alarm Configuration Change' }),
      'configuration',
    ],
    ['a plain text', sns('Lunch is ready', { Subject: 'Lunch' }), 'names no alarm'],
  ],
});

const own = (detail: object, changes: object = {}) => ({
  version: '0',
  id: '8b',
  'detail-type': 'Ledger check',
  source: 'example.ledger',
  time: '2026-07-06T05:00:00Z',
  detail: {
    alert_id: 'ledger-7',
    service: 'ledger',
    severity: 'high',
    message: 'Books do not balance',
    status: 'firing',
    ...detail,
  },
  ...changes,
});
const books = ['Books do not balance', 'ledger', 'high'] as const;

checkSource({
  source: 'aws_events',
  firing: [own({}), ['firing', ...books, '2026-07-06T05:00:00Z']],
  recovery: [own({ status: 'resolved' }), ['resolved', ...books, null]],
  same: [
    [
      'its own start before that of the envelope',
      own({ started_at: 1_783_310_400 }),
      ['firing', ...books, '2026-07-06T04:00:00Z'],
    ],
    ['the same message through a topic', sns(own({}).detail), ['firing', ...books, '2026-07-06T05:04:04Z']],
    ['the end of it through a topic', sns({ ...own({}).detail, status: 'resolved' }), ['resolved', ...books, null]],
  ],
  others: [
    [
      'a failed pipeline',
      {
        'detail-type': 'CodePipeline Pipeline Execution State Change',
        source: 'aws.codepipeline',
        region: 'eu-north-1',
        time: '2026-07-06T05:04:03Z',
        detail: { pipeline: 'ledger-deploy', state: 'FAILED', 'execution-id': 'e1', version: 3 },
      },
      ['firing', 'ledger-deploy', 'ledger-deploy', null, '2026-07-06T05:04:03Z'],
    ],
    [
      'a finding of Security Hub',
      {
        'detail-type': 'Security Hub Findings - Imported',
        source: 'aws.securityhub',
        time: '2026-07-06T05:04:03Z',
        detail: {
          findings: [
            {
              Id: 'f1',
              Title: 'Bucket is public',
              Severity: { Label: 'CRITICAL' },
              FirstObservedAt: '2026-07-06T01:02:03Z',
            },
          ],
        },
      },
      ['firing', 'Bucket is public', null, 'CRITICAL', '2026-07-06T01:02:03Z'],
    ],
    [
      'a message without a subject',
      sns({ title: 'Quota reached', service: 'uploads', severity: 'warning' }, { Subject: undefined }),
      ['firing', 'Quota reached', 'uploads', 'warning', '2026-07-06T05:04:04Z'],
    ],
  ],
  silent: [
    [
      'a pipeline that started',
      {
        'detail-type': 'CodePipeline Pipeline Execution State Change',
        source: 'aws.codepipeline',
        detail: { pipeline: 'x', state: 'STARTED' },
      },
      'AWS event',
    ],
    [
      'a build that went well',
      {
        'detail-type': 'CodeBuild Build State Change',
        source: 'aws.codebuild',
        detail: { 'project-name': 'x', 'build-status': 'SUCCEEDED' },
      },
      'success',
    ],
  ],
});
