import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { cleanText } from '../clean-text.ts';
import { type FieldsByName, fieldsByName, valuesOf } from '../fields-by-name.ts';
import { isRecord, pick, wordOf } from '../pick.ts';
import { commonStatusWords, readStatus } from '../status-words.ts';

const words = (list: string) => list.trim().split(/\s+/);

const titles =
  words(`title alerttitle eventtitle problemtitle messagetitle subject headline summary alertsummary alertname rulename eventname
  incidentname incidenttitle problemname alarmname checkname monitorname conditionname searchname triggername message alertmessage
  errormessage statemessage entitydisplayname humanreadable msg text alerttext body description alertdescription details error reason problem`);
const names = words('name displayname eventtypename sensor alert rule event trigger check monitor');
const services =
  words(`service servicename application app appname applicationname component host hostname servername server
  instance node nodename resource resourcename entity entityname target device devicename system machine
  pod container project projectname cluster source site url`);
const severities =
  words(`severity alertseverity severitylevel severityname sev priority alertpriority urgency level alertlevel
  loglevel criticality importance impact problemseverity`);
const statuses =
  words(`status alertstatus currentstatus newstatus eventstatus incidentstatus state alertstate currentstate newstate
  monitorstatus checkstatus problemstate transition alerttransition eventaction action eventtype alerttype messagetype event type kind`);
const starts =
  words(`startedat starttime startsat startat start startdate started firedat triggeredat occurredat occuredat
  openedat firstseen firstoccurrence firstoccurred detectedat beganat statestarttime triggertime triggeredtime detectedtime begintime createdat createdon created creationtime`);
const moments = words('timestamp eventtime eventtimestamp alerttime datetime date time ts clock when');
const identities =
  words(`fingerprint dedupkey dedupekey deduplicationkey aggregationkey groupkey alias incidentkey alertkey problemkey
  alertid alertuid entityid detectorid ruleid monitorid checkid triggerid problemid alarmid incidentid issueid`);
const stableNames = words('alertname rulename checkname monitorname alarmname conditionname searchname triggername');
const labelHolders = words('labels tags dimensions attributes metadata');

/** The best effort for every object that no known format claims. */
export const generic: AlertSource = {
  name: 'generic',
  shape: 'no known format, but fields that an alert would have (best effort)',
  recognises: isRecord,
  read: (payload) => {
    const fields = fieldsByName(payload);
    const severity = valuesOf(fields, severities).map(nameOf);
    const title = valuesOf(fields, titles).filter(isText);
    const status = statusOf(fields);
    const service = valuesOf(fields, services).map(nameOf);
    const name = valuesOf(fields, names).map(nameOf);
    const hasSeverity = severity.some((value) => cleanText(value) !== null);
    const isNamed = title.length > 0 || (name.some(isText) && status.isSaid);
    const looksLikeAlert = isNamed || hasSeverity || (status.isSaid && status.value === 'firing');
    const notAlert = pingReason(payload) ?? (looksLikeAlert ? undefined : nothingThere);
    const draft: AlertDraft = {
      status: notAlert === undefined ? status.value : null,
      title: [...title, ...name, ...service],
      service,
      severity,
      started: startsOf(fields, status.value),
      identity: identityOf(fields, title, service),
      labels: valuesOf(fields, labelHolders),
      links: linksOf(fields),
      notAlert,
      hasLocalTimes: true,
      warnings: contradictionsIn(fields),
    };
    return [draft];
  },
};

const nothingThere = 'Nothing in the payload looks like an alert: it has no title, message, severity or firing status.';

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Where a field holds an object, its name stands for it. */
function nameOf(value: unknown): unknown {
  return isRecord(value)
    ? (pick(value, 'name') ?? pick(value, 'displayName') ?? pick(value, 'summary') ?? pick(value, 'value'))
    : value;
}

/** A payload without any word about its status is firing, as nobody sends silence; an unknown word stays unknown. */
function statusOf(fields: FieldsByName): { value: AlertStatus | null; isSaid: boolean } {
  const candidates = valuesOf(fields, statuses).map(nameOf);
  for (const candidate of candidates) {
    const value = statusInWord(candidate);
    if (value !== null) return { value, isSaid: true };
  }
  const flag = statusInFlags(fields);
  if (flag !== null) return { value: flag, isSaid: true };
  const isUnknown = valuesOf(fields, ['status', 'state', 'alertstatus']).some(isText);
  return { value: isUnknown ? null : 'firing', isSaid: false };
}

function contradictionsIn(fields: FieldsByName): readonly string[] {
  const [status, state] = ['status', 'state'].map((name) =>
    valuesOf(fields, [name])
      .map(statusInWord)
      .find((value) => value !== null),
  );
  const isContradiction = status !== undefined && state !== undefined && status !== state;
  return isContradiction
    ? [`The payload's status says ${status}, its state says ${state}: the status was believed.`]
    : [];
}

/** `incident.resolved` and `ALERT_OPENED` say it in their last part. */
function statusInWord(candidate: unknown): AlertStatus | null {
  if (typeof candidate !== 'string') return null;
  const whole = readStatus(commonStatusWords, candidate);
  const word = wordOf(candidate);
  if (whole !== null || word.length > 60) return whole;
  const parts = word.split(/[^\p{L}]+/u).filter((part) => part !== '');
  if (parts.includes('not') || parts.length > 4) return null;
  return readStatus(commonStatusWords, parts.at(-1)) ?? readStatus(commonStatusWords, parts[0]);
}

function statusInFlags(fields: FieldsByName): AlertStatus | null {
  const isSet = (flags: string) => valuesOf(fields, words(flags)).includes(true);
  const isCleared = (flags: string) => valuesOf(fields, words(flags)).includes(false);
  if (isSet('resolved isresolved recovered isrecovered cleared isclosed closed ok healthy isup')) return 'resolved';
  if (isSet('acknowledged isacknowledged acked')) return 'acknowledged';
  if (isSet('firing isfiring triggered active isactive alerting down isdown')) return 'firing';
  if (isCleared('firing isfiring triggered active isactive alerting down isdown')) return 'resolved';
  return isCleared('resolved isresolved recovered cleared isclosed closed ok healthy isup') ? 'firing' : null;
}

/** On a recovery, an unnamed moment is that of the recovery, not of the start. */
function startsOf(fields: FieldsByName, status: AlertStatus | null): readonly unknown[] {
  const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return valuesOf(fields, status === 'resolved' ? starts : [...starts, ...moments]).filter(isScalar);
}

function identityOf(fields: FieldsByName, title: readonly unknown[], service: readonly unknown[]): readonly unknown[] {
  const [explicit] = valuesOf(fields, identities).filter((value) => isText(value) || typeof value === 'number');
  if (explicit !== undefined) return [explicit];
  const [host] = service.filter(isText);
  const [name] = valuesOf(fields, stableNames).filter(isText);
  if (name !== undefined) return [name, host];
  const [first] = title.filter(isText);
  return first === undefined ? [] : [withoutStatusPrefix(first), host];
}

/** `[FIRING:1] Disk full` and `RESOLVED: Disk full` are about the same disk. */
function withoutStatusPrefix(title: string): string {
  const prefix = /^\s*\[?([a-z]{2,12})(?::\d{1,5})?(?:\]|:|\s-)\s*/i.exec(title);
  const isStatus = prefix !== null && readStatus(commonStatusWords, prefix[1]) !== null;
  return (isStatus ? title.slice(prefix[0].length) : title).trim().slice(0, 500);
}

function linksOf(fields: FieldsByName): readonly unknown[] {
  return [...fields].filter(([name]) => /ur[il]s?$|links?$|href$/.test(name)).flatMap(([, values]) => values);
}

/** Set-up calls that webhooks make before or instead of alerts. */
function pingReason(payload: unknown): string | undefined {
  const kind = wordOf(
    pick(payload, 'type') ?? pick(payload, 'event') ?? pick(payload, 'event_type') ?? pick(payload, 'action'),
  );
  if (/^(?:ping|pong|url_verification|verification|handshake|heartbeat|healthcheck|health_check)$/.test(kind)) {
    return `It is a "${kind}" call of a webhook, not an alert.`;
  }
  if (pick(payload, 'test') === true || pick(payload, 'is_test') === true)
    return 'The payload says of itself that it is a test.';
  const hasChallenge = isText(pick(payload, 'challenge')) && Object.keys(isRecord(payload) ? payload : {}).length <= 3;
  return hasChallenge ? 'It is a handshake that asks for its challenge back, not an alert.' : undefined;
}
