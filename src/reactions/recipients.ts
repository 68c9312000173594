import type { Incident } from '../incident/incident.ts';
import type { Severity } from '../incident/severity.ts';
import type { Audience, MessageKind } from '../notify/notifier.ts';
import type { Recipient } from '../oncall/channels.ts';
import { resolveTargets, type Unreached } from '../oncall/target.ts';
import { messageKey, noChannel, type OwedMessage, type OwedNotice } from './owed-message.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** What one reaction owes: messages to those who can be told, notices about those who can't. */
export interface Telling {
  readonly messages: readonly OwedMessage[];
  readonly notices: readonly OwedNotice[];
  readonly unreached: readonly Unreached[];
}

/** What a message is, whoever gets it. */
export interface Occasion {
  readonly reaction: string;
  readonly kind: MessageKind;
  readonly audience: Audience;
  readonly re: number;
}

/**
 * Turns targets into messages. A page goes out by every way a person has at once; news go by their first one, and
 * whether the others are needed shows when it fails.
 */
export function tell(
  occasion: Occasion,
  targets: readonly string[],
  severity: Severity,
  now: string,
  policy: TellingPolicy,
): Telling {
  const { recipients, unreached } = resolveTargets(targets, severity, now, policy.directory);
  const chosen = occasion.kind === 'page' ? recipients : onePerPerson(recipients);
  return {
    messages: chosen.map((recipient) => toMessage(occasion, recipient)),
    notices: unreached.map((missed) => toNotice(occasion, missed)),
    unreached,
  };
}

/** The first attempt at a message. */
export function toMessage({ reaction, kind, audience, re }: Occasion, recipient: Recipient): OwedMessage {
  const { channel, via, person } = recipient;
  // Personal addresses are looked up when they are used, so that the record holds none.
  const to = person ?? recipient.to;
  return {
    key: messageKey(reaction, channel, via, to),
    to,
    channel,
    via,
    person,
    kind,
    audience,
    re,
    attempt: 1,
    maybe_repeated: false,
  };
}

/** One line for each address, from several tellings; the first to name an address has it. */
export function joinTellings(tellings: readonly Telling[]): Telling {
  const messages = new Map<string, OwedMessage>();
  const notices = new Map<string, OwedNotice>();
  for (const telling of tellings) {
    for (const message of telling.messages) if (!messages.has(message.key)) messages.set(message.key, message);
    for (const notice of telling.notices) notices.set(notice.key, notice);
  }
  return {
    messages: [...messages.values()],
    notices: [...notices.values()],
    unreached: tellings.flatMap(({ unreached }) => unreached),
  };
}

/** Notices that are not on record yet. */
export function onlyNew(notices: readonly OwedNotice[], { notifications }: Incident): readonly OwedNotice[] {
  const known = new Set(notifications.map(({ key }) => key));
  return notices.filter(({ key }) => !known.has(key));
}

function onePerPerson(recipients: readonly Recipient[]): readonly Recipient[] {
  const seen = new Set<string>();
  return recipients.filter(({ person }) => {
    if (person === null) return true;
    const first = !seen.has(person);
    seen.add(person);
    return first;
  });
}

function toNotice({ reaction, re }: Occasion, { target, person, reason }: Unreached): OwedNotice {
  const to = person ?? target;
  return {
    type: 'notification.suppressed',
    key: messageKey(`${reaction}-unreached`, noChannel, null, to),
    to,
    channel: noChannel,
    reason,
    re,
    attempt: 0,
  };
}
