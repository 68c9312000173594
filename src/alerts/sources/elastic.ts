import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { readCommonStatus } from '../common-status.ts';
import { hasAnyKey, hasKeys, isRecord, parseNested, pick, pickEach, wordOf } from '../pick.ts';

/** Kibana's body is the user's own, ElastAlert posts what matched, Watcher its context: only key names tell them. */
export const elastic: AlertSource = {
  name: 'elastic',
  shape: 'the variables of a rule of Kibana, ElastAlert or Watcher',
  recognises: (payload) => isKibana(payload) || isElastAlert(payload) || isWatcher(payload),
  read: (payload) => [isKibana(payload) ? readKibana(payload) : readMatch(payload)],
};

function isKibana(payload: unknown): boolean {
  return (
    hasAnyKey(
      payload,
      'kibanaBaseUrl',
      'kibana_base_url',
      'alertActionGroup',
      'alertInstanceId',
      'alert_action_group',
    ) ||
    hasAnyKey(partOf(payload, 'alert'), 'actionGroup', 'actionGroupName') ||
    (isRecord(pick(payload, 'rule')) &&
      hasAnyKey(pick(payload, 'rule'), 'spaceId', 'params') &&
      hasAnyKey(payload, 'context', 'alert', 'date')) ||
    (hasAnyKey(payload, 'rule_id', 'ruleId', 'alertId') &&
      hasAnyKey(payload, 'actionGroup', 'action_group', 'spaceId', 'space_id'))
  );
}

/** Templates put a whole variable into a text, and some call it `rule_info`. */
function partOf(payload: unknown, name: string): unknown {
  return parseNested(pick(payload, name)) ?? parseNested(pick(payload, `${name}_info`));
}

function isElastAlert(payload: unknown): boolean {
  const isNamed = hasAnyKey(payload, 'rule_name', 'rule', 'alert_subject', 'alert_text');
  return (
    hasKeys(payload, 'num_hits', 'num_matches') ||
    (isNamed && hasAnyKey(payload, '@timestamp', 'num_hits', 'matches', 'match_body'))
  );
}

function isWatcher(payload: unknown): boolean {
  return (
    hasKeys(payload, 'watch_id') &&
    hasAnyKey(payload, 'payload', 'trigger', 'metadata', 'execution_time', 'ctx', 'message')
  );
}

function readKibana(payload: unknown): AlertDraft {
  const rule = partOf(payload, 'rule');
  const alert = partOf(payload, 'alert');
  const context = partOf(payload, 'context');
  const group = [
    ...pickEach(alert, 'actionGroup', 'actionGroupName'),
    ...pickEach(
      payload,
      'alertActionGroup',
      'alert_action_group',
      'actionGroup',
      'action_group',
      'alertActionGroupName',
    ),
  ].find((value) => wordOf(value) !== '');
  const status = statusOf(group, payload);
  return {
    status,
    title: [
      ...pickEach(payload, 'title', 'subject'),
      pick(rule, 'name'),
      ...pickEach(payload, 'ruleName', 'rule_name', 'alertName', 'alert_name', 'name', 'message'),
      ...pickEach(context, 'title', 'message', 'reason'),
    ],
    service: [
      ...pickEach(payload, 'service', 'host'),
      pick(payload, 'host', 'name'),
      ...pickEach(context, 'serviceName', 'host', 'group'),
    ],
    severity: [pick(payload, 'severity'), pick(context, 'severity'), pick(rule, 'params', 'severity')],
    started:
      status === 'resolved' ? [] : [...pickEach(payload, 'date', '@timestamp', 'timestamp'), pick(context, 'date')],
    identity: [
      pick(rule, 'id') ?? pickEach(payload, 'rule_id', 'ruleId', 'alertId', 'alert_id').find((id) => id !== undefined),
      pick(alert, 'id') ?? pick(payload, 'alertInstanceId') ?? pick(context, 'group'),
    ],
    labels: [pick(rule, 'tags'), pick(payload, 'tags'), pick(payload, 'labels')],
    links: [
      pick(rule, 'url'),
      ...pickEach(context, 'link', 'alertDetailsUrl', 'viewInAppUrl', 'results_link'),
      ...pickEach(payload, 'url', 'kibanaBaseUrl'),
    ],
  };
}

/** Any action group but `recovered` means that the rule's condition is met. */
function statusOf(group: unknown, payload: unknown): AlertStatus | null {
  const word = wordOf(group);
  if (word !== '') return word.includes('recover') || word === 'ok' ? 'resolved' : 'firing';
  const said = pick(payload, 'status') ?? pick(payload, 'state');
  return typeof said === 'string' ? readCommonStatus(said) : 'firing';
}

function readMatch(payload: unknown): AlertDraft {
  const rule = pick(payload, 'rule');
  const match = pick(payload, 'matches', 0) ?? pick(payload, 'match_body') ?? payload;
  const name = [
    ...pickEach(payload, 'rule_name', 'rule'),
    pick(rule, 'name'),
    ...pickEach(payload, 'watch_id', 'alert_subject', 'name'),
  ].find((value) => typeof value === 'string' && value !== '');
  const host = [
    pick(match, 'host', 'name'),
    pick(match, 'host'),
    pick(match, 'hostname'),
    pick(match, 'agent', 'hostname'),
    pick(match, 'beat', 'hostname'),
  ];
  return {
    // What matched has been found, whatever word else stands for a status: a watch only says `executed`.
    status: statusOf(undefined, payload) ?? 'firing',
    title: [...pickEach(payload, 'alert_subject', 'title'), name, ...pickEach(payload, 'alert_text', 'message')],
    service: [pick(match, 'service', 'name'), pick(match, 'service'), ...host],
    severity: [...pickEach(payload, 'severity', 'priority'), pick(payload, 'metadata', 'severity')],
    started: [pick(match, '@timestamp'), pick(payload, '@timestamp'), pick(payload, 'execution_time')],
    identity: [name, host.find((value) => typeof value === 'string')],
    labels: [pick(match, 'labels')],
    links: pickEach(payload, 'kibana_discover_url', 'kibana_link', 'url'),
  };
}
