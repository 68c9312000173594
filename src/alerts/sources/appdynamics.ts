import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, pick, pickEach, wordOf } from '../pick.ts';

export const appdynamics: AlertSource = {
  name: 'appdynamics',
  shape: 'the event_type and controller_url of AppDynamics',
  recognises: (payload) =>
    (hasKeys(payload, 'event_type') && hasAnyKey(payload, 'controller_url', 'health_rule_id', 'event_deep_link')) ||
    /^policy_/.test(wordOf(pick(payload, 'event_type') ?? pick(payload, 'eventType'))),
  read: (payload) => [
    {
      status: statusOf(wordOf(pick(payload, 'event_type') ?? pick(payload, 'eventType'))),
      title: pickEach(payload, 'event_name', 'health_rule_name', 'incident_name', 'summary', 'event_message'),
      service: pickEach(payload, 'app_name', 'application_name', 'tier_name', 'node_name'),
      severity: [pick(payload, 'severity')],
      started: [pick(payload, 'event_time')],
      identity: [pick(payload, 'incident_id') ?? pick(payload, 'health_rule_id')],
      labels: [
        {
          tier: pick(payload, 'tier_name'),
          policy: pick(payload, 'policy'),
          health_rule: pick(payload, 'health_rule_name'),
        },
      ],
      links: pickEach(payload, 'event_deep_link', 'controller_url'),
    },
  ],
};

function statusOf(type: string): AlertStatus | null {
  if (/close|cancel/.test(type)) return 'resolved';
  return /open|upgraded|downgraded|continues|error|slow|stall|deadlock|crash/.test(type) ? 'firing' : null;
}
