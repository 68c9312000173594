import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, listOf, pick, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** Someone took an assigned issue, and decided about an archived one; neither makes it go away. */
const statusWords: StatusWords = {
  created: 'firing',
  unresolved: 'firing',
  triggered: 'firing',
  critical: 'firing',
  warning: 'firing',
  open: 'firing',
  resolved: 'resolved',
  assigned: 'acknowledged',
  archived: 'acknowledged',
  ignored: 'acknowledged',
};

export const sentry: AlertSource = {
  name: 'sentry',
  shape: "the installation, action and data of Sentry's webhooks, or the project and culprit of its old plugin",
  recognises: (payload) =>
    (hasKeys(payload, 'action', 'data') &&
      (hasAnyKey(payload, 'installation') || hasAnyKey(pick(payload, 'data'), 'issue_alert', 'metric_alert'))) ||
    (hasKeys(payload, 'event', 'culprit') && hasAnyKey(payload, 'project_slug', 'project')),
  read: (payload) => [isRecord(pick(payload, 'data')) ? readHook(payload) : readPlugin(payload)],
};

function readHook(payload: unknown): AlertDraft {
  const data = pick(payload, 'data');
  const action = pick(payload, 'action');
  const metric = pick(data, 'metric_alert');
  if (isRecord(metric)) return readMetricAlert(data, metric, action);
  const issue = pick(data, 'issue');
  const event = pick(data, 'event') ?? pick(data, 'error');
  const thing = isRecord(issue) ? issue : event;
  return {
    status: isRecord(thing) ? readStatus(statusWords, action) : null,
    title: [pick(thing, 'title'), pick(thing, 'message'), pick(data, 'triggered_rule'), pick(thing, 'culprit')],
    service: [
      pick(issue, 'project', 'slug'),
      slugIn(pick(event, 'url')),
      tagOf(event, 'server_name'),
      pick(event, 'project'),
    ],
    severity: [pick(thing, 'level')],
    started: [pick(issue, 'firstSeen'), pick(event, 'datetime'), pick(event, 'timestamp')],
    identity: [pick(issue, 'id') ?? pick(event, 'issue_id') ?? idIn(pick(event, 'issue_url'))],
    labels: [pick(thing, 'tags'), { environment: pick(event, 'environment'), platform: pick(thing, 'platform') }],
    links: [pick(issue, 'permalink'), pick(issue, 'web_url'), pick(event, 'web_url')],
    notAlert: isRecord(thing)
      ? undefined
      : `It is a Sentry webhook about something else than an issue: ${wordOf(action)}.`,
  };
}

function readMetricAlert(data: unknown, metric: unknown, action: unknown): AlertDraft {
  const word = wordOf(action);
  return {
    status: readStatus(statusWords, action),
    title: [pick(metric, 'alert_rule', 'name'), pick(metric, 'title'), pick(data, 'description_title')],
    service: [pick(metric, 'projects', 0)],
    severity: [word === 'critical' || word === 'warning' ? action : null],
    started: [pick(metric, 'date_started')],
    identity: [pick(metric, 'id')],
    labels: [{ environment: pick(metric, 'alert_rule', 'environment') }],
    links: [pick(data, 'web_url')],
  };
}

function readPlugin(payload: unknown): AlertDraft {
  const event = pick(payload, 'event');
  return {
    status: 'firing',
    title: [pick(payload, 'message'), pick(event, 'title'), pick(payload, 'culprit')],
    service: [pick(payload, 'project_slug'), pick(payload, 'project'), pick(payload, 'project_name')],
    severity: [pick(payload, 'level')],
    started: [pick(event, 'timestamp'), pick(event, 'received'), pick(event, 'datetime')],
    identity: [pick(payload, 'id')],
    labels: [pick(event, 'tags')],
    links: [pick(payload, 'url')],
  };
}

/** The slug of the project stands nowhere but in the event's address. */
function slugIn(url: unknown): unknown {
  return typeof url === 'string' ? /\/projects\/[^/]+\/([^/]+)\//.exec(url.slice(0, 2_000))?.[1] : undefined;
}

function idIn(url: unknown): unknown {
  return typeof url === 'string' ? (/\/issues\/([^/]+)\/?$/.exec(url.slice(0, 2_000))?.[1] ?? url) : undefined;
}

function tagOf(event: unknown, name: string): unknown {
  const pair = listOf(pick(event, 'tags')).find((tag) => pick(tag, 0) === name || pick(tag, 'key') === name);
  return pick(pair, 1) ?? pick(pair, 'value');
}
