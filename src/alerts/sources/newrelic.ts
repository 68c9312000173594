import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  created: 'firing',
  activated: 'firing',
  open: 'firing',
  opened: 'firing',
  acknowledged: 'acknowledged',
  closed: 'resolved',
  deactivated: 'resolved',
};

export const newrelic: AlertSource = {
  name: 'newrelic',
  shape: 'the state of a New Relic issue or incident',
  recognises: (payload) =>
    hasKeys(payload, 'issueUrl', 'state') ||
    (hasKeys(payload, 'id', 'state') && hasAnyKey(payload, 'createdAt', 'alertPolicyNames', 'alertConditionNames')) ||
    (hasKeys(payload, 'current_state') && hasAnyKey(payload, 'incident_id', 'condition_id', 'condition_name')) ||
    hasKeys(payload, 'state', 'issueId'),
  read: (payload) => {
    const isLegacy = hasKeys(payload, 'current_state');
    const incidentId = pick(payload, 'incident_id');
    const word = pick(payload, isLegacy ? 'current_state' : 'state');
    const isTest = wordOf(word) === 'test' || (isLegacy && String(incidentId) === '0');
    const status = isTest ? null : readStatus(statusWords, word);
    return [
      {
        status,
        title: [
          ...pickEach(payload, 'title', 'condition_name'),
          pick(payload, 'alertConditionNames', 0),
          pick(payload, 'details'),
        ],
        service: [
          pick(payload, 'impactedEntities', 0),
          pick(payload, 'targets', 0, 'name'),
          ...pickEach(payload, 'account_name', 'policy_name'),
          pick(payload, 'alertPolicyNames', 0),
        ],
        severity: pickEach(payload, 'priority', 'severity'),
        // A legacy message carries the moment of its event, which is the start only while the incident opens.
        started:
          isLegacy && (status === 'resolved' || status === 'acknowledged')
            ? []
            : pickEach(payload, 'createdAt', 'activatedAt', 'timestamp'),
        identity: [isLegacy ? incidentId : (pick(payload, 'id') ?? pick(payload, 'issueId'))],
        labels: [
          pick(payload, 'labels'),
          pick(payload, 'targets', 0, 'labels'),
          { policy: pick(payload, 'policy_name') ?? pick(payload, 'alertPolicyNames', 0) },
        ],
        links: pickEach(payload, 'issueUrl', 'incident_url', 'runbook_url', 'violation_chart_url', 'policy_url'),
        notAlert: isTest ? 'It is a test notification of New Relic.' : undefined,
      },
    ];
  },
};
