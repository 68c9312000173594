import type { AlertStatus } from '../../incident/alert.ts';
import type { AlertSource } from '../alert-source.ts';
import { fieldsByName, nameOf, valuesOf } from '../fields-by-name.ts';
import { hasAnyKey, hasKeys, pick, wordOf } from '../pick.ts';

/** The body is a template of the user's own: the variables of an event, in any spelling, flat or under `latestEvent`. */
export const appdynamics: AlertSource = {
  name: 'appdynamics',
  shape: 'the event_type and controller_url of AppDynamics',
  recognises: (payload) =>
    (hasKeys(payload, 'event_type') && hasAnyKey(payload, 'controller_url', 'health_rule_id', 'event_deep_link')) ||
    /^policy_/.test(typeOf(payload)),
  read: (payload) => {
    const fields = fieldsByName(payload);
    const of = (...names: readonly string[]) => valuesOf(fields, names).map(nameOf);
    const status = statusOf(typeOf(payload));
    return [
      {
        status,
        title: of(
          'eventname',
          'healthrulename',
          'healthrule',
          'incidentname',
          'summary',
          'eventmessage',
          'summarymessage',
          'displayname',
        ),
        service: of('appname', 'applicationname', 'application', 'tiername', 'tier', 'nodename', 'node'),
        severity: of('severity'),
        // The time of the event is a start only while the policy is violated.
        started: status === 'resolved' ? [] : of('eventtime'),
        identity: [of('incidentid', 'healthruleid').find((id) => id !== null && id !== undefined && id !== '')],
        labels: [{ tier: of('tiername')[0], policy: of('policy')[0], health_rule: of('healthrulename')[0] }],
        links: of('eventdeeplink', 'deeplink', 'controllerurl'),
      },
    ];
  },
};

function typeOf(payload: unknown): string {
  const [own, nested] = [payload, pick(payload, 'latestEvent')].map((event) =>
    wordOf(pick(event, 'event_type') ?? pick(event, 'eventType')),
  );
  return own || nested || '';
}

function statusOf(type: string): AlertStatus | null {
  if (/close|cancel/.test(type)) return 'resolved';
  return /open|upgraded|downgraded|continues|error|slow|stall|deadlock|crash/.test(type) ? 'firing' : null;
}
