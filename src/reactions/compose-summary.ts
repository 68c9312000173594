import type { Incident } from '../incident/incident.ts';
import type { Message } from '../notify/notifier.ts';
import { composeMessage } from './compose-message.ts';
import { entriesOf } from './entries.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** Where the incident stands, for the top of its own channel: the latest update, or else why it is this severe. */
export function composeSummary(
  incident: Incident,
  channel: string,
  language: 'en' | 'th',
  now: string,
  policy: TellingPolicy,
): Message | null {
  const re = entriesOf(incident, 'update.posted').at(-1)?.seq ?? 0;
  const place = { channel: 'slack', to: channel, via: null, person: null } as const;
  const kind = { kind: 'update', audience: 'responders', maybe_repeated: false } as const;
  const message = composeMessage(
    { key: 'summary', ...place, ...kind, re, attempt: 1 },
    incident,
    language,
    now,
    policy,
  );
  return message === null || message.text !== '' ? message : { ...message, text: incident.severity_because };
}
