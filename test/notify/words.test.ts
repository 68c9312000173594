import { describe, expect, test } from 'vitest';
import { layOutAsHtml } from '../../src/notify/email-html.ts';
import { toPlainText } from '../../src/notify/message-text.ts';
import type { Audience, MessageKind } from '../../src/notify/notifier.ts';
import { layOutForSlack } from '../../src/notify/slack-blocks.ts';
import { openWriter } from '../../src/notify/write-message.ts';
import { aMessage, shippedTemplate } from './rig.ts';

const kinds: readonly MessageKind[] = [
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
];
const audiences: readonly Audience[] = ['responders', 'internal', 'customers'];
const languages = ['en', 'th'] as const;
const writer = openWriter(shippedTemplate);

describe.each(languages)('in %s', (language) => {
  test.each(kinds)('a message of kind %s reads as agreed for each audience', async (kind) => {
    const written = audiences.map((audience) => {
      const words = writer.write(aMessage({ kind, audience, language }));
      return `=== ${audience}\n${words.subject}\n\n${toPlainText(words)}\n`;
    });
    await expect(written.join('\n')).toMatchFileSnapshot(`../fixtures/messages/${kind}.${language}.txt`);
  });

  test.each(kinds)('customers learn from %s nothing that is only for responders', (kind) => {
    const words = writer.write(aMessage({ kind, language, audience: 'customers', text: 'Cleared for all.' }));
    const said = `${words.subject}\n${toPlainText(words)}`;
    for (const inside of ['SEV-', 'ana', 'grafana', 'incident ack', 'answers slowly', 'outage']) {
      expect(said).not.toContain(inside);
    }
  });

  test('the summary of a channel reads as agreed', async () => {
    const words = writer.write(aMessage({ language, kind: 'update' }, { status: 'investigating' }), 'summary');
    const said = `${words.subject}\n\n${toPlainText(words)}\n`;
    await expect(said).toMatchFileSnapshot(`../fixtures/messages/summary.${language}.txt`);
  });

  test('a message that has only what it must have reads well too', async () => {
    const bare = { service: null, commander: null, started_at: null, declared_at: null, links: [] };
    const written = audiences.map((audience) => {
      const changes = { audience, language, text: '', next: [], next_update_at: null, maybe_repeated: true };
      const words = writer.write(aMessage(changes, bare));
      return `=== ${audience}\n${words.subject}\n\n${toPlainText(words)}\n`;
    });
    await expect(written.join('\n')).toMatchFileSnapshot(`../fixtures/messages/bare.${language}.txt`);
  });
});

test('Slack is given the same words in blocks, and times in the zone of the reader', async () => {
  const post = layOutForSlack(writer.write(aMessage({ kind: 'page' })));
  await expect(`${JSON.stringify(post, null, 2)}\n`).toMatchFileSnapshot('../fixtures/messages/page.en.slack.txt');
});

test('a title too long for a header of Slack stands whole below it', () => {
  const title = `Checkout ${'very '.repeat(40)}slow`;
  const { blocks } = layOutForSlack(openWriter(shippedTemplate).write(aMessage({}, { title })));
  const [header, ...rest] = blocks.map((block) => JSON.stringify(block));
  expect(header).toMatch(/very ver…"/);
  expect(rest.join()).toContain(title);
});

test('a mail is given the same words as a page', async () => {
  const page = layOutAsHtml(writer.write(aMessage({ kind: 'page', language: 'th' })), 'th');
  await expect(page).toMatchFileSnapshot('../fixtures/messages/page.th.mail.txt');
});

describe('templates of the project', () => {
  test('take the place of those that come with the program, one by one', () => {
    const own = openWriter((name) =>
      name === 'messages/page.en.hbs' ? 'WAKE UP {{severity}}\n\n- **{{title}}**' : shippedTemplate(name),
    );
    const page = own.write(aMessage({ kind: 'page' }));
    expect([page.subject, toPlainText(page)]).toEqual(['WAKE UP SEV-2', '- Checkout answers slowly']);
    expect(own.write(aMessage()).subject).toBe('[SEV-2] Incident declared: Checkout answers slowly');
  });

  test.each([
    ['is missing', null],
    ['does not compile', '{{#if title}}'],
    ['asks for what there is not', '{{secret_plan}}'],
    ['asks for the prototype', '{{constructor.constructor}}'],
    ['calls a helper', '{{lookup this "title"}}'],
    ['calls itself', '{{> page}}'],
    ['is empty', ' \n'],
  ])('one that %s costs its words but not the message', (_what, template) => {
    const broken = openWriter((name) => {
      if (name !== 'messages/page.en.hbs') return shippedTemplate(name);
      if (template === null) throw new Error('there is none');
      return template;
    });
    const page = broken.write(aMessage({ kind: 'page' }));
    expect(page.subject).toBe('[SEV-2] Checkout answers slowly (INC-20261123-7KQ2MX): page');
    expect(toPlainText(page)).toBe(
      'p99 latency is 1.75 times its objective.\n\ncheckout\n- incident ack INC-20261123-7KQ2MX',
    );
    const forCustomers = broken.write(aMessage({ kind: 'page', audience: 'customers' }));
    expect(`${forCustomers.subject} ${toPlainText(forCustomers)}`).not.toMatch(/SEV-2|slowly|ack/);
  });

  test.each(['page', 'facts'])(
    'where the project has broken words in %s, those of the program take their place',
    (part) => {
      const broken = openWriter((name, whose) =>
        name === `messages/${part}.en.hbs` && whose !== 'program' ? '{{#if title}}' : shippedTemplate(name),
      );
      const usual = openWriter(shippedTemplate);
      for (const audience of audiences) {
        const message = aMessage({ kind: 'page', audience });
        expect(broken.write(message)).toEqual(usual.write(message));
      }
      const page = aMessage({ kind: 'page' });
      expect([broken.isUsable(page), usual.isUsable(page)]).toEqual([false, true]);
    },
  );

  test('each is read once, however many messages there are', () => {
    const read: string[] = [];
    const counting = openWriter((name) => {
      read.push(name);
      return shippedTemplate(name);
    });
    for (let i = 0; i < 10; i += 1) counting.write(aMessage());
    expect(read.sort()).toEqual(['closing', 'declared', 'facts', 'status'].map((name) => `messages/${name}.en.hbs`));
  });
});
