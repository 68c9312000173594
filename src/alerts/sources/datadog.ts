import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { collectLabels } from '../collect-labels.ts';
import { hasAnyKey, pick, pickEach } from '../pick.ts';
import { stableTitle } from '../stable-title.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  triggered: 'firing',
  're-triggered': 'firing',
  warn: 'firing',
  're-warn': 'firing',
  'no data': 'firing',
  're-no data': 'firing',
  renotify: 'firing',
  alert: 'firing',
  error: 'firing',
  warning: 'firing',
  recovered: 'resolved',
  ok: 'resolved',
  success: 'resolved',
};
const titles = ['title', 'event_title', 'alert_title', 'monitor_name', 'name'];
const transitions = ['transition', 'alert_transition', 'alert_status', 'alert_state', 'status', 'alert_type'];

/** The body is a template of the user's own, so the usual names of its variables are all there is to go by. */
export const datadog: AlertSource = {
  name: 'datadog',
  shape: 'a title and a body with the variables of a Datadog monitor',
  recognises: (payload) => {
    if (!hasAnyKey(payload, ...titles)) return false;
    const hasText = hasAnyKey(payload, 'body', 'event_msg', 'text_only_msg', 'alert_query');
    const isMonitor = hasAnyKey(
      payload,
      'alert_transition',
      'alert_priority',
      'alert_metric',
      'aggreg_key',
      'alert_cycle_key',
      'alert_scope',
    );
    return (
      isMonitor ||
      (hasText && hasAnyKey(payload, 'last_updated', 'transition', 'alert_id', 'alert_status', 'alert_type'))
    );
  },
  read: (payload) => {
    const title = pickEach(payload, ...titles).find((value) => typeof value === 'string');
    const status = statusOf(payload, title);
    const tags = collectLabels([pick(payload, 'tags')]);
    const aggregate = pickEach(payload, 'aggregate', 'aggreg_key', 'aggregation_key', 'alert_cycle_key').find(
      (key) => key !== undefined && key !== '',
    );
    const moments = pickEach(payload, 'date', 'alert_date', 'date_posix', 'last_updated', 'timestamp');
    return [
      {
        status,
        title: pickEach(payload, ...titles),
        service: [pick(payload, 'service'), tags['service'], ...pickEach(payload, 'hostname', 'host'), tags['host']],
        severity: pickEach(payload, 'alert_priority', 'priority', 'severity'),
        // The date is that of the transition: a start only when the monitor fires.
        started: status === 'resolved' ? [] : moments,
        identity:
          aggregate === undefined
            ? [pick(payload, 'alert_id'), pick(payload, 'alert_scope'), problemIn(title)]
            : [aggregate],
        labels: [pick(payload, 'tags'), pick(payload, 'labels')],
        links: pickEach(payload, 'link', 'url', 'snapshot', 'alert_url', 'logs_sample_url'),
      },
    ];
  },
};

const bracket = /\[(Re-)?(Triggered|Warn|Recovered|No data|Renotify|Alert|OK)(?: on (\{[^}]{0,400}\}))?\]/i;

function statusOf(payload: unknown, title: unknown): AlertStatus | null {
  for (const word of pickEach(payload, ...transitions)) {
    const status = readStatus(statusWords, word);
    if (status !== null) return status;
  }
  return typeof title === 'string' ? readStatus(statusWords, bracket.exec(title.slice(0, 500))?.[2]) : null;
}

/** The title without what changes from one transition to the next. */
function problemIn(title: unknown): unknown {
  if (typeof title !== 'string') return undefined;
  return stableTitle(
    title
      .slice(0, 500)
      .replace(/^\s*\[P[1-5]\]/, '')
      .replace(bracket, '$3'),
  );
}
