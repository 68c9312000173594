import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { cleanText } from '../clean-text.ts';
import { type FieldsByName, fieldsByName, isText, nameOf, valuesOf } from '../fields-by-name.ts';
import { identityIn, problemIdIn } from '../generic-identity.ts';
import { contradictionsIn, isStatus, statusIn } from '../generic-status.ts';
import {
  labelHolders,
  moments,
  names,
  proses,
  services,
  severities,
  severityLikeStatuses,
  starts,
  statuses,
  titles,
} from '../generic-words.ts';
import { isRecord, pick, wordOf } from '../pick.ts';
import { unwrapped } from '../unwrapped.ts';

/** The best effort for every object that no known format claims. */
export const generic: AlertSource = {
  name: 'generic',
  shape: 'no known format, but fields that an alert would have (best effort)',
  recognises: isRecord,
  read: (payload) => {
    const fields = fieldsByName(payload);
    const texts = valuesOf(fields, titles).filter(isText);
    const title = texts.filter((text) => !isStatus(text));
    const status = statusIn(fields, texts);
    const said = valuesOf(fields, statuses).filter((value) => severityLikeStatuses.includes(wordOf(value)));
    const severity = [...valuesOf(fields, severities).map(nameOf), ...(status.value === 'firing' ? said : [])];
    const service = valuesOf(fields, services).map(nameOf);
    const own = [payload, ...unwrapped(payload)].map((holder) => pick(holder, 'name') ?? pick(holder, 'Name'));
    const name = [...own, ...valuesOf(fields, names).map(nameOf)].filter((value) => !isStatus(value));
    const bare = valuesOf(fields, ['name', 'event', 'metricname', 'metric']).filter((value) => !isStatus(value));
    const prose = [...valuesOf(fields, proses), ...bare].filter(isText);
    const identity = identityIn(fields, [title, name, prose, texts], service);
    const hasSeverity = severity.some((value) => cleanText(value) !== null);
    const isNamed =
      texts.length > 0 ||
      valuesOf(fields, proses).some(isText) ||
      ([...name, ...prose, ...service].some(isText) && status.isSaid);
    const isKnownProblem = status.isSaid && problemIdIn(fields) !== undefined;
    const looksLikeAlert = isNamed || hasSeverity || isKnownProblem || (status.isSaid && status.value === 'firing');
    const notAlert =
      pingReason(payload, texts, status.isSaid && status.value === 'firing') ??
      status.notAlert ??
      (looksLikeAlert ? undefined : nothingThere);
    return [
      {
        status: notAlert === undefined ? status.value : null,
        title: [...title, ...name, ...prose, ...service, ...texts, ...valuesOf(fields, titles)],
        service,
        severity,
        started: startsOf(fields, status.value),
        identity,
        labels: valuesOf(fields, labelHolders),
        links: linksOf(fields),
        notAlert,
        hasLocalTimes: true,
        warnings: contradictionsIn(fields),
      },
    ];
  },
};

const nothingThere = 'Nothing in the payload looks like an alert: it has no title, message, severity or firing status.';

/** On a recovery, an unnamed moment is that of the recovery, not of the start. */
function startsOf(fields: FieldsByName, status: AlertStatus | null): readonly unknown[] {
  const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return valuesOf(fields, status === 'resolved' ? starts : [...starts, ...moments]).filter(isScalar);
}

function linksOf(fields: FieldsByName): readonly unknown[] {
  return [...fields].filter(([name]) => /ur[il]s?$|links?$|href$/.test(name)).flatMap(([, values]) => values);
}

/** Set-up calls that webhooks make before or instead of alerts; a check of the kind "ping" that fails is none. */
function pingReason(payload: unknown, texts: readonly string[], isFiring: boolean): string | undefined {
  const kind = wordOf(
    pick(payload, 'type') ?? pick(payload, 'event') ?? pick(payload, 'event_type') ?? pick(payload, 'action'),
  );
  const isPing =
    /^(?:ping|pong|url_verification|verification|handshake|heartbeat|healthcheck|health_check)$/.test(kind) &&
    !isFiring;
  if (isPing) return `It is a "${kind}" call of a webhook, not an alert.`;
  const test = pick(payload, 'test') ?? pick(payload, 'is_test') ?? pick(payload, 'isTest');
  const isTest = test === true || wordOf(test) === 'true' || texts.slice(0, 2).some((text) => testCall.test(text));
  if (isTest) return 'The payload says of itself that it is a test.';
  const hasChallenge = isText(pick(payload, 'challenge')) && Object.keys(isRecord(payload) ? payload : {}).length <= 3;
  return hasChallenge ? 'It is a handshake that asks for its challenge back, not an alert.' : undefined;
}

/** What the test buttons of many senders post; a person who tries the program out writes of an alert or incident. */
const testCall =
  /^\W{0,9}this is (?:a|an|just a|only a) test (?:notification|message|webhook|event|payload|request)\b/i;
