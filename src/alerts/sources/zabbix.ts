import type { AlertSource } from '../alert-source.ts';
import { isUnexpandedMacro } from '../clean-text.ts';
import { hasAnyKey, hasKeys, isRecord, pick, wordOf } from '../pick.ts';
import { stableTitle } from '../stable-title.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  problem: 'firing',
  '1': 'firing',
  ok: 'resolved',
  resolved: 'resolved',
  '0': 'resolved',
  acknowledged: 'acknowledged',
};

/** What a script calls subject has the state and the value in it, and a recovery has others. */
const stable = (name: unknown) => (typeof name === 'string' ? stableTitle(name) : name);

/** Its body is whatever the installation's script sends: these are the shapes and key names that scripts make. */
export const zabbix: AlertSource = {
  name: 'zabbix',
  shape: 'the trigger and item of Zabbix',
  recognises: (payload) =>
    hasKeys(payload, 'trigger', 'item') ||
    (hasKeys(payload, 'trigger') &&
      hasAnyKey(payload, 'hostname', 'host') &&
      hasAnyKey(payload, 'status', 'severity')) ||
    hasAnyKey(payload, 'event_nseverity', 'event_recovery_value', 'zabbix_url', 'trigger_nseverity') ||
    (hasKeys(payload, 'trigger_id') &&
      hasAnyKey(payload, 'trigger_severity', 'trigger_status', 'trigger_name', 'event_value')),
  read: (payload) => {
    const first = (...values: readonly unknown[]) =>
      values.find(
        (value) =>
          (typeof value === 'string' || typeof value === 'number') && value !== '' && !isUnexpandedMacro(value),
      );
    const flat = (key: string) => pick(payload, key);
    const trigger = flat('trigger');
    const name = first(
      pick(payload, 'event', 'name'),
      pick(trigger, 'name'),
      trigger,
      flat('trigger_name'),
      flat('event_name'),
      flat('title'),
      flat('alert_subject'),
      flat('subject'),
    );
    const host = first(
      pick(payload, 'host', 'name'),
      pick(payload, 'host', 'host'),
      flat('hostname'),
      flat('host'),
      flat('host_name'),
      flat('event_source'),
    );
    const isRecovered = first(flat('event_value')) !== undefined && String(flat('event_value')) === '0';
    const word = first(
      pick(payload, 'event', 'status'),
      flat('status'),
      pick(trigger, 'status'),
      flat('trigger_status'),
      flat('event_status'),
      flat('state'),
      flat('event_value'),
    );
    const status = isRecovered ? 'resolved' : readStatus(statusWords, word);
    return [
      {
        status,
        title: [name, isRecord(trigger) ? flat('title') : null],
        service: [host],
        severity: [
          pick(payload, 'event', 'severity'),
          flat('severity'),
          pick(trigger, 'severity'),
          flat('trigger_severity'),
          flat('event_severity'),
          flat('event_nseverity'),
        ],
        started: status === 'resolved' ? [] : [flat('timestamp'), flat('event_timestamp')],
        identity: [first(pick(trigger, 'id'), flat('trigger_id'), flat('triggerid')) ?? stable(name), host],
        hasLocalTimes: true,
        labels: [flat('tags'), flat('event_tags'), { item: pick(payload, 'item', 'key') ?? wordOf(flat('item')) }],
        links: [flat('link'), flat('url'), flat('zabbix_url')],
      },
    ];
  },
};
