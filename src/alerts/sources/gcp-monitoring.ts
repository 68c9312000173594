import type { AlertSource } from '../alert-source.ts';
import { hasKeys, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = { open: 'firing', closed: 'resolved', acknowledged: 'acknowledged' };

export const gcpMonitoring: AlertSource = {
  name: 'gcp_monitoring',
  shape: 'an incident with an incident_id, as Google Cloud Monitoring sends it',
  recognises: (payload) =>
    hasKeys(pick(payload, 'incident'), 'incident_id') &&
    (hasKeys(payload, 'version') || hasKeys(pick(payload, 'incident'), 'policy_name')),
  read: (payload) => {
    const incident = pick(payload, 'incident');
    const severity = pick(incident, 'severity');
    return [
      {
        status: readStatus(statusWords, pick(incident, 'state')),
        title: pickEach(incident, 'summary', 'condition_name', 'policy_name'),
        service: [pick(incident, 'resource_display_name'), hostIn(pick(incident, 'resource_name'))],
        severity: [
          wordOf(severity) === 'no severity' ? null : severity,
          pick(incident, 'policy_user_labels', 'severity'),
          pick(incident, 'policy_user_labels', 'priority'),
        ],
        started: [pick(incident, 'started_at')],
        identity: [pick(incident, 'incident_id')],
        labels: [
          pick(incident, 'policy_user_labels'),
          pick(incident, 'resource', 'labels'),
          pick(incident, 'metric', 'labels'),
          pick(incident, 'metadata', 'user_labels'),
          { policy_name: pick(incident, 'policy_name'), condition_name: pick(incident, 'condition_name') },
        ],
        links: [pick(incident, 'url'), pick(incident, 'documentation', 'links')],
      },
    ];
  },
};

/** For an aggregated condition the name is a made-up list of labels, not a host. */
function hostIn(resourceName: unknown): unknown {
  return typeof resourceName === 'string' && resourceName.includes('labels {') ? undefined : resourceName;
}
