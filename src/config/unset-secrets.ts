import type { Config } from './config.ts';
import { isEnvReference, resolveSecret } from './secret.ts';

/** The same in one sentence, so that what matters is not lost between many that are alike. */
export function foldUnset(sentences: readonly string[]): readonly string[] {
  if (sentences.length < 2) return sentences;
  const names = sentences.map((sentence) => sentence.split(' ')[0] ?? '');
  return [`${names.join(', ')} are not set, so what needs them can not be used; incident doctor says what that is`];
}

/** A sentence for every variable that the configuration counts on and that is not there. */
export function unsetSecrets(config: Config, env: Readonly<Record<string, string | undefined>>): string[] {
  const { notifications, security, store } = config;
  const references: (readonly [key: string, reference: string | null])[] = [
    ['notifications.slack.token', notifications.slack?.token ?? null],
    ['notifications.email.smtp', notifications.email?.smtp ?? null],
    ...Object.entries(notifications.webhook).flatMap(([name, { url, secret }]) => [
      [`notifications.webhook.${name}.url`, isEnvReference(url) ? url : null] as const,
      [`notifications.webhook.${name}.secret`, secret] as const,
    ]),
    ['security.signing_key', security.signing_key],
    ['security.record_key', security.record_key],
    ['store.url', store.kind === 'postgres' ? store.url : null],
  ];
  return references.flatMap(([key, reference]) => {
    const found = reference === null ? null : resolveSecret(reference, env);
    return found === null || found.ok ? [] : [`${found.name} is not set, so incident_response.${key} can not be used`];
  });
}
