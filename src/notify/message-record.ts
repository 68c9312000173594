import { type MessageText, toPlainText } from './message-text.ts';
import type { Audience, Message, MessageKind } from './notifier.ts';

/** What webhooks and commands are handed: the facts for programs, and the words for people. */
export interface MessageRecord {
  readonly workflow: 'smartspec_incident_response';
  readonly key: string;
  readonly to: string;
  readonly kind: MessageKind;
  readonly audience: Audience;
  readonly language: 'en' | 'th';
  readonly maybe_repeated: boolean;
  readonly incident: Message['incident'];
  readonly text: string;
  readonly next_update_at: string | null;
  readonly next: readonly string[];
  /** One line, e.g. for a telephone's screen. */
  readonly subject: string;
  /** The whole message as plain text. */
  readonly body: string;
}

/** Makes the record of a message; customers' programs are not told what only responders should know. */
export function recordOf(message: Message, words: MessageText): MessageRecord {
  const { key, to, kind, audience, language, maybe_repeated, incident, text, next_update_at, next } = message;
  const outside = audience === 'customers';
  return {
    workflow: 'smartspec_incident_response',
    key,
    to,
    kind,
    audience,
    language,
    maybe_repeated,
    incident: outside ? { ...incident, title: words.subject, commander: null, links: [] } : incident,
    text: outside ? toPlainText(words) : text,
    next_update_at,
    next: outside ? [] : next,
    subject: words.subject,
    body: toPlainText(words),
  };
}
