import type { OpenChannel } from './channel-settings.ts';
import { failed, hideSecrets } from './delivery-fault.ts';
import type { IncidentChannels } from './incident-channels.ts';
import { openLanes } from './lanes.ts';
import type { Channel, Delivery, Message, Notifier } from './notifier.ts';
import { openRatePauses } from './rate-pauses.ts';
import { configuredSecrets, makeSurroundings, type NotifierOptions, secretReferences } from './surroundings.ts';

const usualPath = '/usr/local/bin:/usr/bin:/bin';

/** Opens the way to every configured channel; each one is loaded when the first message for it is delivered. */
export function openNotifier(options: NotifierOptions): Notifier {
  const { config } = options;
  const hide = hideSecrets(configuredSecrets(options), (text) => text);
  const surroundings = makeSurroundings(options);
  const pauses = openRatePauses();
  const lanes = openLanes();
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
      const environment = environmentFor(options.environment ?? { PATH: usualPath }, secretReferences(config));
      const place = { cwd: options.projectRoot, environment };
      return (await import('./command.ts')).openCommands(config.command, surroundings, place);
    },
  } satisfies Record<Channel, () => Promise<OpenChannel | null>>;
  const opened = new Map<Channel, Promise<OpenChannel | null>>();

  const deliver: Notifier['deliver'] = async (message, references, signal) => {
    try {
      const channel = opened.get(message.channel) ?? open[message.channel]();
      opened.set(message.channel, channel);
      const ready = await channel;
      if (ready === null) return notConfigured(message.channel);
      const refused = pauses.refuse(message);
      if (refused !== null) return refused;
      const send = () => ready.deliver(withoutSecrets(message, hide), references);
      const delivery = await lanes.run(message, signal, send);
      pauses.note(message, delivery);
      return delivery;
    } catch (error) {
      // A fault of the program itself must not keep the other channels from being tried.
      const name = error instanceof Error ? error.name : 'an unknown error';
      const detail = `The message could not be handed to ${message.channel} (${name}).`;
      return failed('unreachable', detail, { retry: true });
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

/** Opens the channels that incidents get of their own; null where Slack is not configured. */
export async function openIncidentChannels(options: NotifierOptions): Promise<IncidentChannels | null> {
  const { slack } = options.config;
  if (slack === undefined) return null;
  const { openSlackChannels } = await import('./slack-channel.ts');
  const channels = openSlackChannels(slack, makeSurroundings(options));
  const hide = hideSecrets(configuredSecrets(options), (text) => text);
  return {
    ...channels,
    keepSummary: (channel, message, before) => channels.keepSummary(channel, withoutSecrets(message, hide), before),
  };
}

function notConfigured(channel: Channel): Delivery {
  return failed('not-configured', `notifications.${channel} is not configured.`, { retry: false });
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
