import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, pick, pickEach } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** A pending rule is about to fire: the nearest of the three. A paused one says nothing. */
const statusWords: StatusWords = {
  alerting: 'firing',
  alert: 'firing',
  no_data: 'firing',
  pending: 'firing',
  ok: 'resolved',
};
const serviceTags = ['service', 'job', 'instance', 'host', 'pod'];

export const grafanaLegacy: AlertSource = {
  name: 'grafana_legacy',
  shape: 'ruleName and state',
  recognises: (payload) =>
    hasKeys(payload, 'ruleName', 'state') && hasAnyKey(payload, 'ruleId', 'ruleUrl', 'evalMatches'),
  read: (payload) => {
    const tags = pick(payload, 'tags');
    const matched = pick(payload, 'evalMatches', 0, 'tags');
    const status = readStatus(statusWords, pick(payload, 'state'));
    return [
      {
        status,
        title: pickEach(payload, 'ruleName', 'title'),
        service: [...pickEach(tags, ...serviceTags), ...pickEach(matched, ...serviceTags)],
        severity: [...pickEach(tags, 'severity', 'priority'), ...pickEach(matched, 'severity')],
        // Rule ids count up from 1 in every installation, and test rules all have 0: only with the name are they telling.
        identity: pickEach(payload, 'ruleId', 'ruleName'),
        labels: [tags, matched],
        links: pickEach(payload, 'ruleUrl', 'imageUrl'),
        notAlert:
          pick(payload, 'state') === 'paused'
            ? 'The rule was paused, which says nothing about its problem.'
            : undefined,
      },
    ];
  },
};
