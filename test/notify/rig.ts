import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Message, Notifier } from '../../src/notify/notifier.ts';
import { openNotifier } from '../../src/notify/open-notifier.ts';
import type { NotifierOptions } from '../../src/notify/surroundings.ts';

const templates = fileURLToPath(new URL('../../templates/', import.meta.url));

/** A message that has everything a message can have. */
export function aMessage(changes: Partial<Message> = {}, incident: Partial<Message['incident']> = {}): Message {
  return {
    key: 'INC-20261123-7KQ2MX/4/slack:#incidents',
    channel: 'slack',
    to: '#incidents',
    via: null,
    kind: 'declared',
    audience: 'responders',
    language: 'en',
    maybe_repeated: false,
    incident: {
      id: 'INC-20261123-7KQ2MX',
      title: 'Checkout answers slowly',
      severity: 'SEV-2',
      status: 'open',
      service: 'checkout',
      commander: 'ana',
      started_at: '2026-11-23T02:58:00.000Z',
      declared_at: '2026-11-23T03:01:00.000Z',
      links: ['https://grafana.example.com/d/checkout?from=now-1h'],
      ...incident,
    },
    text: 'p99 latency is 1.75 times its objective.',
    next_update_at: '2026-11-23T03:31:00.000Z',
    calendar: null,
    next: ['incident ack INC-20261123-7KQ2MX'],
    ...changes,
  };
}

export function shippedTemplate(name: string): string {
  return readFileSync(`${templates}${name}`, 'utf8');
}

/** What a notifier needs, with secrets from a table and a network that is open unless told otherwise. */
export function notifierOptions({
  env = {},
  ...changes
}: Partial<NotifierOptions> & { readonly env?: Readonly<Record<string, string>> }): NotifierOptions {
  return {
    config: { webhook: {}, command: {} },
    resolveSecret: (reference) => {
      const name = reference.slice('env:'.length);
      const value = env[name];
      return value === undefined ? { ok: false, name } : { ok: true, value };
    },
    mayConnect: () => true,
    loadTemplate: shippedTemplate,
    redact: (text) => text,
    programVersion: '1.0.0',
    now: () => '2026-11-23T03:01:05.000Z',
    patience: 2_000,
    ...changes,
  };
}

/** Opens a notifier that is closed when the test is over. */
export function openForTest(options: Parameters<typeof notifierOptions>[0]): Notifier {
  const notifier = openNotifier(notifierOptions(options));
  onTestFinished(() => notifier.close());
  return notifier;
}
