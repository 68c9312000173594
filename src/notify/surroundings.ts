import type { ChannelSettings, Surroundings } from './channel-settings.ts';
import { hideSecrets } from './delivery-fault.ts';

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

/** What every channel is given; nothing that passes its `redact` still holds a configured secret. */
export function makeSurroundings(options: NotifierOptions): Surroundings {
  return {
    resolveSecret: options.resolveSecret,
    mayConnect: options.mayConnect,
    loadTemplate: options.loadTemplate,
    redact: hideSecrets(configuredSecrets(options), options.redact),
    programVersion: options.programVersion,
    now: options.now,
    patience: options.patience ?? usualPatience,
  };
}

/** Every `env:NAME` of the channels. */
export function secretReferences({ slack, email, webhook }: ChannelSettings): readonly string[] {
  const hooks = Object.values(webhook).flatMap(({ url, secret }) => [url, secret ?? '']);
  return [slack?.token ?? '', email?.smtp ?? '', ...hooks].filter((reference) => reference.startsWith('env:'));
}

/** The values of all configured secrets that are set, and the passwords that lie in addresses. */
export function configuredSecrets({ config, resolveSecret }: NotifierOptions): readonly string[] {
  return secretReferences(config).flatMap((reference) => {
    const secret = resolveSecret(reference);
    return secret.ok ? partsOf(secret.value) : [];
  });
}

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
