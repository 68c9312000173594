import type { Delivery, Message } from './notifier.ts';

/** The channels that are set up; the shape of `notifications` in the configuration. */
export interface ChannelSettings {
  readonly slack?: SlackSettings | undefined;
  readonly email?: EmailSettings | undefined;
  readonly webhook: Readonly<Record<string, WebhookSettings>>;
  /** Argument lists by name. */
  readonly command: Readonly<Record<string, readonly string[]>>;
}

export interface SlackSettings {
  /** `env:NAME`. */
  readonly token: string;
  readonly api_url: string;
}

export interface EmailSettings {
  /** `env:NAME` of an address such as `smtps://user:password@smtp.example.com`. */
  readonly smtp: string;
  readonly from: string;
}

export interface WebhookSettings {
  /** An address, or `env:NAME` of one. */
  readonly url: string;
  /** `env:NAME` of what requests are signed with; null where they are not signed. */
  readonly secret: string | null;
}

/** Looks up what an `env:NAME` stands for. */
export type SecretLookup = (
  reference: string,
) => { readonly ok: true; readonly value: string } | { readonly ok: false; readonly name: string };

/** What every channel is given. */
export interface Surroundings {
  readonly resolveSecret: SecretLookup;
  readonly mayConnect: (host: string) => boolean;
  /**
   * The text of a message template by its name, e.g. `messages/update.en.hbs`: the project's own, unless the program's is
   * asked for. Throws when there is none.
   */
  readonly loadTemplate: (name: string, whose?: 'program') => string;
  /** Takes secrets and personal data out of what servers and programs said. */
  readonly redact: (text: string) => string;
  readonly programVersion: string;
  /** The time, UTC ISO-8601. */
  readonly now: () => string;
  /** Milliseconds that one attempt may take. */
  readonly patience: number;
}

/** One channel, opened: delivers and lets go. */
export interface OpenChannel {
  deliver(message: Message, references: readonly string[]): Promise<Delivery>;
  close(): Promise<void>;
}
