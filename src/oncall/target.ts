import type { Severity } from '../incident/severity.ts';
import { channelsOf, configuredChannels, ownValue, type Recipient, splitOnce } from './channels.ts';
import type { NotificationsConfig, PersonConfig } from './oncall-config.ts';

/** Whom a policy names: whoever is on call, one person, or an address. */
interface Target {
  readonly kind: 'oncall' | 'person' | 'slack' | 'email' | 'webhook' | 'command';
  readonly name: string;
}

/** Everything that is needed to turn a target into addresses. */
export interface Directory {
  readonly people: Readonly<Record<string, PersonConfig>>;
  readonly notifications: NotificationsConfig | undefined;
  /** The people on call in a schedule at a time; null if there is no such schedule. */
  readonly onCall: (schedule: string, at: string) => readonly string[] | null;
}

/** Somebody or something a target meant that can't be told, and why. */
export interface Unreached {
  readonly target: string;
  readonly person: string | null;
  readonly reason:
    | 'malformed-target'
    | 'unknown-schedule'
    | 'nobody-on-call'
    | 'unknown-person'
    | 'no-channel'
    | 'channel-not-configured';
}

/** Who is told, each address once, and who can't be. */
export interface Resolution {
  readonly recipients: readonly Recipient[];
  readonly unreached: readonly Unreached[];
}

const kinds = ['oncall', 'person', 'slack', 'email', 'webhook', 'command'] as const;

/** Reads `oncall:primary`, `person:cy`, `slack:#leads`, `email:leads@example.com`, `webhook:…`, `command:…`; null otherwise. */
export function parseTarget(text: string): Target | null {
  const [word, name = ''] = splitOnce(text.trim(), ':');
  const kind = kinds.find((known) => known === word);
  if (kind === undefined || name.trim() === '') return null;
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(name)) return null;
  return { kind, name: name.trim() };
}

/** Turns the targets of one step into the addresses they mean at `at`, for an incident of this severity. */
export function resolveTargets(
  targets: readonly string[],
  severity: Severity,
  at: string,
  directory: Directory,
): Resolution {
  const recipients = new Map<string, Recipient>();
  const unreached: Unreached[] = [];
  for (const text of targets) {
    const found = resolveTarget(text, severity, at, directory);
    for (const recipient of found.recipients) {
      const address = JSON.stringify([recipient.channel, recipient.via, recipient.to]);
      if (!recipients.has(address)) recipients.set(address, recipient);
    }
    unreached.push(...found.unreached);
  }
  return { recipients: [...recipients.values()], unreached };
}

function resolveTarget(text: string, severity: Severity, at: string, directory: Directory): Resolution {
  const refuse = (reason: Unreached['reason']): Resolution => ({
    recipients: [],
    unreached: [{ target: text, person: null, reason }],
  });
  const target = parseTarget(text);
  if (target === null) return refuse('malformed-target');
  if (target.kind === 'person') return resolvePeople(text, [target.name], severity, directory);
  if (target.kind === 'oncall') {
    const people = directory.onCall(target.name, at);
    if (people === null) return refuse('unknown-schedule');
    return people.length === 0 ? refuse('nobody-on-call') : resolvePeople(text, people, severity, directory);
  }
  const named = target.kind === 'webhook' || target.kind === 'command';
  const channel = named ? `${target.kind}:${target.name}` : target.kind;
  if (!configuredChannels(directory.notifications).includes(channel)) return refuse('channel-not-configured');
  const via = named ? target.name : null;
  return { recipients: [{ person: null, channel: target.kind, to: target.name, via }], unreached: [] };
}

function resolvePeople(
  target: string,
  people: readonly string[],
  severity: Severity,
  directory: Directory,
): Resolution {
  const recipients: Recipient[] = [];
  const unreached: Unreached[] = [];
  for (const id of people) {
    const person = ownValue(directory.people, id);
    const channels = person === undefined ? [] : channelsOf(id, person, severity, directory.notifications);
    recipients.push(...channels);
    if (person === undefined) unreached.push({ target, person: id, reason: 'unknown-person' });
    else if (channels.length === 0) unreached.push({ target, person: id, reason: 'no-channel' });
  }
  return { recipients, unreached };
}
