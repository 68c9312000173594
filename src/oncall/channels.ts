import type { Severity } from '../incident/severity.ts';
import type { NotificationsConfig, PersonConfig } from './oncall-config.ts';

/** One way to tell one recipient. `via` names the configured command or webhook; `to` is the address it is given. */
export interface Recipient {
  readonly person: string | null;
  readonly channel: 'slack' | 'email' | 'webhook' | 'command';
  readonly to: string;
  readonly via: string | null;
}

/** True when nothing at all is configured, so that nothing is owed to anyone. */
export function hasNoChannel(notifications: NotificationsConfig | undefined): boolean {
  return configuredChannels(notifications).length === 0;
}

/** Every configured channel as targets and people name it: `slack`, `email`, `webhook:status-board`, `command:pager`. */
export function configuredChannels(notifications: NotificationsConfig | undefined): string[] {
  if (notifications === undefined) return [];
  return [
    ...(notifications.slack === undefined ? [] : ['slack']),
    ...(notifications.email === undefined ? [] : ['email']),
    ...Object.keys(notifications.webhook ?? {}).map((name) => `webhook:${name}`),
    ...Object.keys(notifications.command ?? {}).map((name) => `command:${name}`),
  ];
}

/**
 * How a person can be told about an incident of this severity: by every configured channel they have an address for
 * (a command is given the phone number), unless their `channels` choose among them. A severity their `channels` don't
 * mention is not a reason to stay silent.
 */
export function channelsOf(
  id: string,
  person: PersonConfig,
  severity: Severity,
  notifications: NotificationsConfig | undefined,
): Recipient[] {
  const configured = configuredChannels(notifications);
  const chosen = ownValue(person.channels, severity) ?? ownValue(person.channels, 'default');
  const names = chosen ?? configured.filter((name) => !name.startsWith('webhook:'));
  return names
    .filter((name) => configured.includes(name))
    .map((name) => recipientBy(name, id, person))
    .filter((recipient) => recipient !== null);
}

function recipientBy(name: string, id: string, person: PersonConfig): Recipient | null {
  const [kind, via = ''] = splitOnce(name, ':');
  switch (kind) {
    case 'slack':
      return person.slack === undefined ? null : { person: id, channel: 'slack', to: person.slack, via: null };
    case 'email':
      return person.email === undefined ? null : { person: id, channel: 'email', to: person.email, via: null };
    case 'command':
      return person.phone === undefined ? null : { person: id, channel: 'command', to: person.phone, via };
    case 'webhook':
      return { person: id, channel: 'webhook', to: via, via };
    default:
      return null;
  }
}

/** The two parts around the first separator; the second is absent if there is none. */
export function splitOnce(text: string, separator: string): [string] | [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The value under a key that the object itself has, so that `constructor` is nobody's name. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
