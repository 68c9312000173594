import type { Severity } from '../incident/severity.ts';

export const channels = ['slack', 'email', 'webhook', 'command'] as const;

/** How a message reaches someone. */
export type Channel = (typeof channels)[number];

export const messageKinds = [
  'page',
  'declared',
  'severity-changed',
  'update',
  'reminder',
  'mitigated',
  'resolved',
  'reopened',
  'post-mortem',
  'meeting',
  'meeting-cancelled',
] as const;

/** What a message is about, which decides its template. */
export type MessageKind = (typeof messageKinds)[number];

export const audiences = ['responders', 'internal', 'customers'] as const;

/** For whom it is written: responders work on it, internal people wait for news, customers are outside. */
export type Audience = (typeof audiences)[number];

/** One message to one recipient by one channel; every text in it is sanitised and untrusted. */
export interface Message {
  /** The same for every attempt at the same message. */
  readonly key: string;
  readonly channel: Channel;
  /** The address on that channel: a Slack id or `#channel`, a mail address, a phone number for a command. */
  readonly to: string;
  /** The name of the configured webhook or command; null for the others. */
  readonly via: string | null;
  readonly kind: MessageKind;
  readonly audience: Audience;
  readonly language: 'en' | 'th';
  /** True when an earlier attempt may have got through, so that the text says so. */
  readonly maybe_repeated: boolean;
  readonly incident: {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly status: string;
    readonly service: string | null;
    readonly commander: string | null;
    readonly started_at: string | null;
    readonly declared_at: string | null;
    readonly links: readonly string[];
  };
  /** What this message adds: the update's text, why it escalates, how it was resolved. */
  readonly text: string;
  /** When the next news is promised, UTC ISO-8601; null when nothing is promised. */
  readonly next_update_at: string | null;
  /** A calendar invitation (iCalendar text) for messages about a meeting. */
  readonly calendar: string | null;
  /** What to type, e.g. `incident ack INC-…`. */
  readonly next: readonly string[];
}

/** Why a message did not get through: a closed list, so that the record can be read by programs. */
export type DeliveryFault =
  | 'network-closed'
  | 'not-configured'
  | 'secret-missing'
  | 'unreachable'
  | 'timed-out'
  | 'rate-limited'
  | 'refused-by-server'
  | 'recipient-unknown'
  | 'recipient-archived'
  | 'not-permitted'
  | 'too-long'
  | 'answer-unreadable'
  | 'command-failed';

/** How one attempt went. Delivering never throws: a dead channel is an outcome. */
export type Delivery =
  | {
      readonly ok: true;
      /** What later messages refer to (a Slack `channel/ts`, a Message-ID); null when the channel has nothing such. */
      readonly reference: string | null;
    }
  | {
      readonly ok: false;
      readonly reason: DeliveryFault;
      /** One sentence, redacted, at most 300 characters. */
      readonly detail: string;
      readonly retry: boolean;
      /** Seconds the server asked to wait; null when it did not say. */
      readonly retry_after: number | null;
    };

/** Delivers one message and says how it went; somebody else decides whether to try again. */
export interface Notifier {
  /**
   * `references` are those of earlier messages about the incident to the same recipient, oldest first. `signal` calls off
   * what has not been begun; what has may still get through.
   */
  deliver(message: Message, references: readonly string[], signal?: AbortSignal): Promise<Delivery>;
  /** Lets go of connections that were kept open for several messages. */
  close(): Promise<void>;
}
