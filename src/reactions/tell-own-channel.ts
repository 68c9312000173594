import type { Incident } from '../incident/incident.ts';
import { entriesOf } from './entries.ts';
import type { Occasion, Telling } from './recipients.ts';
import { toMessage } from './recipients.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** News for the incident's own channel; what was known when it was opened stands in its summary. */
export function tellOwnChannel(
  occasion: Omit<Occasion, 'audience'>,
  incident: Incident,
  { config }: TellingPolicy,
): Telling {
  const { chat, status } = incident;
  const opened = entriesOf(incident, 'channel.opened').at(-1)?.seq ?? 0;
  // A channel that is about to be archived takes no more messages.
  const open = chat !== null && status !== 'closed' && config.notifications.slack !== undefined;
  if (!open || occasion.re <= opened) return { messages: [], notices: [], unreached: [] };
  const recipient = { person: null, channel: 'slack', to: chat.channel, via: null } as const;
  return { messages: [toMessage({ ...occasion, audience: 'responders' }, recipient)], notices: [], unreached: [] };
}
