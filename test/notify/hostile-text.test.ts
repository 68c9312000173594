import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutAsHtml } from '../../src/notify/email-html.ts';
import { toPlainText } from '../../src/notify/message-text.ts';
import type { Message } from '../../src/notify/notifier.ts';
import { layOutForSlack, wordsForSlack } from '../../src/notify/slack-blocks.ts';
import { openWriter } from '../../src/notify/write-message.ts';
import { startMailServer } from '../support/mail-server.ts';
import { aMessage, openForTest, shippedTemplate } from './rig.ts';

const writer = openWriter(shippedTemplate);

/** A message with the same text wherever text can stand. */
function everywhere(text: string, changes: Partial<Message> = {}): Message {
  return aMessage(
    { kind: 'update', text, next: [text], ...changes },
    { title: text, service: text, commander: text, status: text, links: [text, `https://example.com/?q=${text}`] },
  );
}

const hostile: readonly (readonly [what: string, text: string])[] = [
  ['mentions of a channel', '<!channel> <!here> <!everyone> <!subteam^S0TEAM>'],
  ['mentions in words', '@here @channel @everyone @ana ＠here'],
  ['a mention of a user and of a channel', '<@U0ANA> <#C0INCIDENT>'],
  ['a link of Slack', '<https://evil.example.com|Acknowledge here>'],
  ['markup of Slack', '*bold* _italic_ ~gone~ `code` ```block``` > quote :fire:'],
  ['markup of a page', '</title></h1><img src=x onerror=alert(1)><script>alert(1)</script>"\'&lt;'],
  ['Markdown', '# Heading\n- item\n> quote\n-- note\n**bold** [click](https://evil.example.com)'],
  ['a template', '{{constructor}} {{{text}}} {{> facts}} {{#each next}}x{{/each}} {{__proto__}} <%= x %>'],
  ['headers of a mail', 'x\r\nBcc: eve@example.com\r\n\r\nGood news\u2028Cc: eve@example.com'],
  ['escape sequences', '\u001b[31mred\u001b]8;;https://evil.example.com\u0007click\u001b]8;;\u0007 \u009b2J'],
  ['marks that turn the direction', 'safe\u202egpj.exe\u2066 \u200f\u061c'],
  ['invisible signs', 'Che\u200bck\u2060out\u00ad \u{e0041}\u{e0042}'],
  ['signs of its own', '\ue0000\ue001 \ue0001\ue001 \ue000'],
  ['half characters and a NUL', 'a\ud83d b\udc00 c\0d'],
  ['nothing but blanks', ' \t\n \u3000 '],
  ['a hundred thousand characters', 'A long line of an alert <!channel> & more. '.repeat(2_400)],
  ['ten thousand lines', 'line\n'.repeat(10_000)],
  ['many quotes and backslashes', '"\\'.repeat(20_000)],
];

describe.each(hostile)('%s', (_what, text) => {
  test('mean nothing in Slack, and stay within its limits', () => {
    for (const size of ['usual', 'small'] as const) {
      const post = layOutForSlack(writer.write(everywhere(text)), size);
      expectHarmlessInSlack(post);
      expect(wordsForSlack(writer.write(everywhere(text)))).not.toMatch(/[<>]|@(?:here|channel|everyone)/i);
    }
  });

  test('mean nothing in a mail, whole as it arrives', async () => {
    const server = await startMailServer();
    const email = { smtp: 'env:SMTP', from: 'incidents@example.com' };
    const notifier = openForTest({
      config: { email, webhook: {}, command: {} },
      env: { SMTP: `smtp://127.0.0.1:${server.port}` },
    });
    const delivery = await notifier.deliver(
      everywhere(text, { channel: 'email', to: 'ana@example.com', key: text }),
      [],
    );
    expect(delivery).toMatchObject({ ok: true });
    const [arrived] = server.arrived;
    expect([...(arrived?.mail.headers.keys() ?? [])].sort()).toEqual(usualHeaders);
    expectHarmlessPage(arrived?.mail.html || '');
    expect(arrived?.mail.subject?.length).toBeLessThanOrEqual(200);
    expect(arrived?.mail.text).not.toMatch(controls);
  });
});

test('whatever the text, Slack and mail programs are given nothing that they obey', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const words = writer.write(everywhere(text));
      expectHarmlessInSlack(layOutForSlack(words));
      expectHarmlessPage(layOutAsHtml(words, 'en'));
      expect(toPlainText(words)).not.toMatch(controls);
      expect(words.subject).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 200 },
  );
});

test('a text keeps its words and its lines', () => {
  const words = writer.write(aMessage({ text: 'One *line*.\n\n\n\n  Another <one> & "more".\t\tEnd' }));
  const quote = words.paragraphs.find(({ kind }) => kind === 'quote');
  expect(quote?.pieces).toEqual([
    { text: 'One *line*.\n\nAnother <one> & "more". End', bold: false, code: false, url: null, at: null },
  ]);
});

test('a link is followed only where it leads to the web, without what it says of a user', () => {
  const links = [
    'https://ana:word@example.com/a b',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a link',
    `https://example.com/${'x'.repeat(2_000)}`,
    'http://example.com/?q="><script>',
  ];
  const words = writer.write(aMessage({}, { links }));
  const urls = words.paragraphs.flatMap(({ pieces }) => pieces.flatMap(({ url }) => url ?? []));
  expect(urls).toEqual(['https://example.com/a%20b', 'http://example.com/?q=%22%3E%3Cscript%3E']);
});

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const usualHeaders = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
  'x-incident-id',
];

function expectHarmlessInSlack({ text, blocks }: ReturnType<typeof layOutForSlack>): void {
  const json = JSON.stringify(blocks);
  for (const part of [text, json]) {
    expect(part).not.toMatch(/<[!@#]/);
    expect(part).not.toMatch(/[@＠](?:here|channel|everyone)/i);
  }
  expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
  expect(text.length + json.length).toBeLessThanOrEqual(13_200);
  expect(blocks.length).toBeLessThanOrEqual(50);
  // Rich text alone: Slack never reads it as markup.
  expect(json).not.toContain('mrkdwn');
  for (const block of blocks) {
    if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150);
    else expect(textLength(block)).toBeLessThanOrEqual(3_000);
  }
}

function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, inner]) => {
    return sum + (name === 'text' && typeof inner === 'string' ? inner.length : textLength(inner));
  }, 0);
}

const knownTags =
  /<(?:!doctype html|\/?(?:html|head|title|body|h1|p|ul|li|blockquote|strong|code|time|a|br)\b[^<>]*|meta charset="utf-8")>/g;

/** Every tag is one of ours, and no attribute holds anything but what we put there. */
function expectHarmlessPage(html: string): void {
  const rest = html.replaceAll(knownTags, '');
  expect(rest).not.toMatch(/[<>]/);
  for (const [tag] of html.matchAll(knownTags)) {
    expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\s(?:on\w+|src)=|['`]/i);
    if (tag.startsWith('<a ')) expect(tag).toMatch(/^<a href="https?:\/\/[^"]+">$/);
  }
}
