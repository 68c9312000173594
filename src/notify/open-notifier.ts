import type { ChannelSettings, OpenChannel, Surroundings } from './channel-settings.ts';
import { failed, hideSecrets } from './delivery-fault.ts';
import type { Channel, Delivery, Message, Notifier } from './notifier.ts';

export interface NotifierOptions extends Omit<Surroundings, 'patience'> {
  readonly config: ChannelSettings;
  /** Milliseconds that one attempt may take; ten seconds unless told otherwise. */
  readonly patience?: number;
  /** Where commands run. */
  readonly projectRoot?: string;
  /** What commands find in their environment; those that the configuration names as secrets are left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const usualPatience = 10_000;
const usualPath = '/usr/local/bin:/usr/bin:/bin';

/** Opens the way to every configured channel; each one is loaded when the first message for it is delivered. */
export function openNotifier(options: NotifierOptions): Notifier {
  const { config, resolveSecret } = options;
  const references = secretReferences(config);
  const secrets = references.flatMap((reference) => {
    const secret = resolveSecret(reference);
    return secret.ok ? partsOf(secret.value) : [];
  });
  const hide = hideSecrets(secrets, (text) => text);
  const surroundings: Surroundings = {
    resolveSecret,
    mayConnect: options.mayConnect,
    loadTemplate: options.loadTemplate,
    redact: hideSecrets(secrets, options.redact),
    programVersion: options.programVersion,
    now: options.now,
    patience: options.patience ?? usualPatience,
  };
  const open = {
    slack: async () => {
      const { slack } = config;
      return slack === undefined ? null : (await import('./slack.ts')).openSlack(slack, surroundings);
    },
    email: async () => {
      const { email } = config;
      return email === undefined ? null : (await import('./email.ts')).openEmail(email, surroundings);
    },
    webhook: async () => (await import('./webhook.ts')).openWebhooks(config.webhook, surroundings),
    command: async () => {
      const environment = environmentFor(options.environment ?? { PATH: usualPath }, references);
      const place = { cwd: options.projectRoot, environment };
      return (await import('./command.ts')).openCommands(config.command, surroundings, place);
    },
  } satisfies Record<Channel, () => Promise<OpenChannel | null>>;
  const opened = new Map<Channel, Promise<OpenChannel | null>>();

  const deliver = async (message: Message, earlier: readonly string[]): Promise<Delivery> => {
    try {
      const channel = opened.get(message.channel) ?? open[message.channel]();
      opened.set(message.channel, channel);
      const ready = await channel;
      if (ready === null) return notConfigured(message.channel);
      return await ready.deliver(withoutSecrets(message, hide), earlier);
    } catch (error) {
      // A fault of the program itself must not keep the other channels from being tried.
      const name = error instanceof Error ? error.name : 'an unknown error';
      return failed('unreachable', `The message could not be handed to ${message.channel} (${name}).`, { retry: true });
    }
  };
  return {
    deliver,
    close: async () => {
      const channels = await Promise.allSettled(opened.values());
      opened.clear();
      await Promise.allSettled(channels.map((one) => (one.status === 'fulfilled' ? one.value?.close() : undefined)));
    },
  };
}

function notConfigured(channel: Channel): Delivery {
  return failed('not-configured', `notifications.${channel} is not configured.`, { retry: false });
}

function secretReferences({ slack, email, webhook }: ChannelSettings): readonly string[] {
  const hooks = Object.values(webhook).flatMap(({ url, secret }) => [url, secret ?? '']);
  return [slack?.token ?? '', email?.smtp ?? '', ...hooks].filter((reference) => reference.startsWith('env:'));
}

/** The secret whole, and the password that an address holds. */
function partsOf(secret: string): readonly string[] {
  if (!URL.canParse(secret)) return [secret];
  const { password } = new URL(secret);
  return [secret, password, safelyDecoded(password)].filter((part) => part !== '');
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function environmentFor(
  all: Readonly<Record<string, string | undefined>>,
  references: readonly string[],
): Readonly<Record<string, string>> {
  const secret = new Set(references.map((reference) => reference.slice('env:'.length)));
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined || secret.has(name) ? [] : [[name, value]])),
  );
}

/** What is sent has been sanitised already; the notifier's own secrets are the ones it can recognise for certain. */
function withoutSecrets(message: Message, hide: (text: string) => string): Message {
  const { incident } = message;
  return {
    ...message,
    text: hide(message.text),
    incident: { ...incident, title: hide(incident.title), links: incident.links.map(hide) },
    next: message.next.map(hide),
    calendar: message.calendar === null ? null : hide(message.calendar),
  };
}
