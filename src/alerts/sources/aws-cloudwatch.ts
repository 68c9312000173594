import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, listOf, pick, pickEach, wordOf } from '../pick.ts';
import { innermost, type SnsMessage, snsMessages } from '../sns-messages.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = { alarm: 'firing', ok: 'resolved' };

/** Dimensions that name what is ill, before those that only say where or how it was counted. */
const tellingDimensions = [
  'ServiceName',
  'InstanceId',
  'DBInstanceIdentifier',
  'DBClusterIdentifier',
  'FunctionName',
  'LoadBalancer',
  'LoadBalancerName',
  'QueueName',
  'TableName',
  'AutoScalingGroupName',
  'CacheClusterId',
  'DomainName',
  'ClusterName',
];

export const awsCloudwatch: AlertSource = {
  name: 'aws_cloudwatch',
  shape: 'an alarm of CloudWatch, bare, in an SNS envelope or from EventBridge',
  recognises: (payload) =>
    isAlarm(payload) ||
    isFromEventBridge(payload) ||
    snsMessages(payload)
      .map(innermost)
      .some((sns) => isAlarm(sns.message) || isFromEventBridge(sns.message) || isPlain(sns)),
  carries: (payload) => snsMessages(payload).map((sns) => innermost(sns).message),
  read: (payload) => {
    const messages = snsMessages(payload).map(innermost);
    return messages.length === 0 ? [readMessage(payload)] : messages.map((sns) => readSns(sns));
  },
};

function isAlarm(message: unknown): boolean {
  return hasKeys(message, 'AlarmName', 'NewStateValue');
}

function isFromEventBridge(payload: unknown): boolean {
  return pick(payload, 'source') === 'aws.cloudwatch' && isRecord(pick(payload, 'detail'));
}

/** AWS Backup also writes plain sentences, but says the state of its job in the attributes. */
function isPlain({ envelope, message }: SnsMessage): boolean {
  return typeof message === 'string' && pick(envelope, 'MessageAttributes', 'State') === undefined;
}

function readSns({ envelope, message }: SnsMessage): AlertDraft {
  if (isRecord(message)) return readMessage(message);
  const subject = pick(envelope, 'Subject');
  const state = /^\W*(ALARM|OK)\b/.exec(typeof subject === 'string' ? subject : '')?.[1];
  const isHandshake = /confirmation$/i.test(wordOf(pick(envelope, 'Type')));
  const plain = isHandshake
    ? 'It is the handshake of an SNS subscription, not an alert.'
    : 'It is a plain text from an SNS topic that names no alarm.';
  return {
    status: readStatus(statusWords, state),
    title: [subject],
    started: [pick(envelope, 'Timestamp')],
    identity: [pick(envelope, 'TopicArn'), state === undefined ? null : withoutState(subject)],
    notAlert: state === undefined ? plain : undefined,
  };
}

function withoutState(subject: unknown): unknown {
  return typeof subject === 'string' ? subject.replace(/^\W*(?:ALARM|OK)\W*/, '') : subject;
}

function readMessage(message: unknown): AlertDraft {
  return isAlarm(message) ? readAlarm(message) : readEventBridge(message);
}

function readAlarm(alarm: unknown): AlertDraft {
  const trigger = pick(alarm, 'Trigger');
  const metrics = listOf(pick(trigger, 'Metrics')).map((metric) => pick(metric, 'MetricStat', 'Metric', 'Dimensions'));
  const dimensions = [pick(trigger, 'Dimensions'), ...metrics];
  const arn = pick(alarm, 'AlarmArn');
  return {
    status: readStatus(statusWords, pick(alarm, 'NewStateValue')),
    title: [pick(alarm, 'AlarmName')],
    service: dimensions.flatMap(telling),
    started: [pick(alarm, 'StateChangeTime')],
    identity: typeof arn === 'string' ? [arn] : pickEach(alarm, 'AWSAccountId', 'Region', 'AlarmName'),
    labels: [...dimensions, { region: pick(alarm, 'Region'), account: pick(alarm, 'AWSAccountId') }],
  };
}

function readEventBridge(event: unknown): AlertDraft {
  const detail = pick(event, 'detail');
  const metrics = listOf(pick(detail, 'configuration', 'metrics'));
  const dimensions = metrics.map((metric) => pick(metric, 'metricStat', 'metric', 'dimensions'));
  const isChange = wordOf(pick(event, 'detail-type')).includes('configuration');
  const [arn] = listOf(pick(event, 'resources'));
  const name = pick(detail, 'alarmName');
  return {
    status: isChange ? null : readStatus(statusWords, pick(detail, 'state', 'value')),
    title: [name],
    service: dimensions.flatMap(telling),
    started: [pick(detail, 'state', 'timestamp'), pick(event, 'time')],
    identity: typeof arn === 'string' ? [arn] : [pick(event, 'account'), pick(event, 'region'), name],
    labels: [...dimensions, { region: pick(event, 'region'), account: pick(event, 'account') }],
    notAlert: isChange ? 'The configuration of an alarm was changed; its state was not.' : undefined,
  };
}

/** Dimensions come as an object, or as a list of names and values in either case. */
function telling(dimensions: unknown): readonly unknown[] {
  const pairs: readonly (readonly [unknown, unknown])[] = isRecord(dimensions)
    ? Object.entries(dimensions)
    : listOf(dimensions).map((item) => [
        pick(item, 'name') ?? pick(item, 'Name'),
        pick(item, 'value') ?? pick(item, 'Value'),
      ]);
  const known = tellingDimensions.flatMap((name) => pairs.filter(([key]) => key === name));
  // `BucketName` says what it is about, where `StorageType` beside it only says what was counted.
  const named = pairs.filter(([key]) => typeof key === 'string' && /(?:Name|Identifier|Id|Arn)$/.test(key));
  return [...known, ...named, ...pairs].map(([, value]) => value);
}
