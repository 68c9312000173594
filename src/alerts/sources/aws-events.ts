import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { readCommonStatus } from '../common-status.ts';
import { hasKeys, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { innermost, type SnsMessage, snsMessages } from '../sns-messages.ts';
import { generic } from './generic.ts';

const failures =
  /^(?:fail|failed|failure|error|fault|timed_out|timeout|stopped_with_errors|expired|aborted|in_alarm|open|critical|unhealthy|partial)/;
const successes = /^(?:succeed|succeeded|success|successful|completed|closed|ok|resolved|healthy|pass|passed)/;

export const awsEvents: AlertSource = {
  name: 'aws_events',
  shape: 'detail-type and detail of EventBridge, or an SNS envelope',
  recognises: (payload) => isEvent(payload) || snsMessages(payload).length > 0,
  carries: (payload) =>
    isEvent(payload) ? [pick(payload, 'detail')] : snsMessages(payload).map((sns) => innermost(sns).message),
  read: (payload) => {
    const messages = snsMessages(payload).map(innermost);
    return messages.length === 0 ? [readEvent(payload)] : messages.map(readSns);
  },
};

function isEvent(value: unknown): boolean {
  return hasKeys(value, 'detail-type', 'detail');
}

/** What a team publishes itself has no format of AWS: it is read by best effort, the envelope filling its gaps. */
function readOwn(body: unknown, title: unknown, sentAt: unknown): AlertDraft {
  const [draft] = generic.read(body);
  if (draft === undefined) return { status: null, title: [title], identity: [] };
  const isOver = draft.status === 'resolved';
  return {
    ...draft,
    title: [...draft.title, title],
    started: [...(draft.started ?? []), ...(isOver ? [] : [sentAt])],
    notAlert: draft.notAlert && 'It is a notification through AWS that names no failure.',
  };
}

function readEvent(event: unknown): AlertDraft {
  const detail = pick(event, 'detail');
  const isOwn = /^(?!aws\.)./.test(wordOf(pick(event, 'source')));
  if (isOwn && isRecord(detail)) return readOwn(detail, pick(event, 'detail-type'), pick(event, 'time'));
  const finding = Array.isArray(pick(detail, 'findings')) ? pick(detail, 'findings', 0) : undefined;
  const resource = [
    ...pickEach(
      detail,
      'AutoScalingGroupName',
      'project-name',
      'pipeline',
      'SourceIdentifier',
      'instance-id',
      'jobName',
      'stateMachineArn',
    ),
    pick(detail, 'affectedEntities', 0, 'entityValue'),
    ...pickEach(detail, 'service', 'clusterArn'),
  ];
  const severity = [pick(detail, 'severity'), pick(detail, 'eventTypeCategory'), pick(finding, 'Severity', 'Label')];
  const status = statusOf(event, detail, finding);
  const lasting = pickEach(detail, 'AutoScalingGroupName', 'project-name', 'eventArn', 'pipeline', 'id', 'SourceArn');
  return {
    status,
    title: [
      pick(detail, 'title'),
      pick(finding, 'Title'),
      ...pickEach(detail, 'eventTypeCode', 'project-name', 'pipeline'),
      pick(event, 'detail-type'),
    ],
    service: resource,
    severity,
    started: [
      ...pickEach(detail, 'StartTime', 'startTime', 'start-time'),
      pick(detail, 'additional-information', 'build-start-time'),
      pick(detail, 'service', 'eventFirstSeen'),
      pick(finding, 'FirstObservedAt'),
      pick(event, 'time'),
    ],
    identity: [
      pick(event, 'source'),
      pick(finding, 'Id') ?? lasting.find((value) => value !== undefined) ?? pick(event, 'resources', 0),
      pick(event, 'detail-type'),
    ],
    labels: [
      { region: pick(event, 'region'), account: pick(event, 'account'), 'detail-type': pick(event, 'detail-type') },
    ],
    notAlert: whyNot(status, detail, event),
  };
}

function statusOf(event: unknown, detail: unknown, finding: unknown): AlertStatus | null {
  const words = pickEach(
    detail,
    'StatusCode',
    'statusCode',
    'build-status',
    'state',
    'status',
    'build-phase',
    'lastStatus',
  );
  for (const word of words) {
    const status = wordStatus(wordOf(word));
    if (status !== null) return status;
  }
  const category = wordOf(pick(detail, 'eventTypeCategory'));
  if (category !== '') return category === 'issue' || category === 'investigation' ? 'firing' : null;
  const isFinding = finding !== undefined || /finding/i.test(String(pick(event, 'detail-type')));
  const isFailure = /\b(?:fail\w*|unsuccessful|error|interruption)\b/i.test(String(pick(event, 'detail-type')));
  return isFinding || isFailure ? 'firing' : null;
}

function whyNot(status: AlertStatus | null, detail: unknown, event: unknown): string | undefined {
  if (status === 'firing') return undefined;
  const isHealth = pick(detail, 'eventTypeCategory') !== undefined;
  if (status === 'resolved')
    return isHealth ? undefined : `The AWS event "${wordOf(pick(event, 'detail-type'))}" reports a success.`;
  return 'It is an AWS event that tells of a change or a plan, not of a failure.';
}

function readSns({ envelope, message }: SnsMessage): AlertDraft {
  if (isEvent(message)) return readEvent(message);
  if (isRecord(message)) return readOwn(message, pick(envelope, 'Subject'), pick(envelope, 'Timestamp'));
  const attribute = (name: string) => pick(envelope, 'MessageAttributes', name, 'Value');
  const subject = pick(envelope, 'Subject');
  const word = wordOf(attribute('State') ?? pick(message, 'status') ?? pick(message, 'state'));
  const severity = pickEach(message, 'severity', 'priority', 'level');
  const isSevere = severity.some((value) => wordOf(value) !== '');
  const status = wordStatus(word) ?? (isSevere ? 'firing' : null);
  return {
    status,
    title: [
      subject,
      ...pickEach(message, 'title', 'summary', 'message', 'name'),
      typeof message === 'string' ? message : null,
    ],
    service: pickEach(message, 'service', 'host', 'hostname', 'resource'),
    severity,
    started: [attribute('StartTime'), pick(envelope, 'Timestamp')],
    identity: [pick(envelope, 'TopicArn'), attribute('Id') ?? subject],
    notAlert:
      status === null || (status === 'resolved' && !isRecord(message))
        ? 'It is a notification from an SNS topic that names no failure.'
        : undefined,
  };
}

/** What only began or waits has not failed: `STARTED` opens nothing here, though it does at monitors. */
const underWay = /^(?:start|in[ _]progress|creat|new|pending|queued|submitted|activ)/;

function wordStatus(word: string): AlertStatus | null {
  if (underWay.test(word)) return null;
  if (failures.test(word)) return 'firing';
  return successes.test(word) ? 'resolved' : readCommonStatus(word);
}
