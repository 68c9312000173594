import { describe, expect, test } from 'vitest';
import { type CheckWording, prepareQuoting } from '../../src/report/quote.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { render } from './render-for-test.ts';
import { check, people, slowCheckout } from './stories.ts';

const quoting = (how: CheckWording = check) => prepareQuoting(slowCheckout(), people, how, wordsFor('en'));

describe('quoting the journal', () => {
  test('a fair text is quoted with roles for people', () => {
    expect(quoting().narrate('Bo restarted the pool')).toBe('A responder restarted the pool');
  });

  test('a blaming text that can be said differently is marked as rephrased', () => {
    expect(quoting().narrate('Carelessness in the release by Bo')).toBe(
      '[rephrased: A release without a load test by a responder]',
    );
  });

  test('a blaming text that cannot is left out and counted once, however often it is used', () => {
    const one = quoting();
    expect([one.narrate('Blame Bo'), one.narrate('Blame Bo')]).toEqual([null, null]);
    expect(one.counts()).toEqual({ quoted: 1, rephrased: 0, left_out: 1 });
  });

  test('a question whose answer may not be quoted is left out with it', () => {
    const cutting: CheckWording = (text) => ({
      ok: !text.includes('sloppy'),
      rephrased: text.replace(/ Somebody was sloppy\./, ''),
      findings: [],
    });
    expect(quoting(cutting).narrate('Why was it slow? Somebody was sloppy.')).toBeNull();
    expect(quoting(cutting).narrate('Why was it slow? The pool was full. Somebody was sloppy.')).toBe(
      '[rephrased: Why was it slow? The pool was full.]',
    );
  });

  test('thanks keep their names', () => {
    expect(quoting().thank('Thanks to Bo Chen')).toBe('Thanks to Bo Chen');
  });

  test('a text that becomes blaming by its roles is left out as well', () => {
    const againstRoles: CheckWording = (text) => ({ ok: !/responder/.test(text), rephrased: null, findings: [] });
    expect(quoting(againstRoles).narrate('Bo did it')).toBeNull();
  });

  test('a rephrasing that is blaming itself is not used', () => {
    const stubborn: CheckWording = () => ({ ok: false, rephrased: 'still blaming', findings: [] });
    expect(quoting(stubborn).narrate('anything')).toBeNull();
  });

  test('control characters and half characters never get through', () => {
    expect(quoting().narrate('a\u001b[31mb\u202ec\ud800d\r\ne\u0000')).toBe('abc\ufffdd e');
  });
});

describe('a whole report', () => {
  const outside = (text: string): string =>
    text
      .replace(/<!-- generated:review .*<!-- \/generated:review -->/s, '')
      .replace(/<section id="review">.*?<\/section>/s, '')
      .split('\n')
      .filter((line) => !/Owner|Thanks|^\| A\d|<th scope="row">A\d/.test(line))
      .join('\n');

  test('names nobody outside thanks, owners and sign-off', () => {
    const { markdown, html, actionItems } = render(slowCheckout());
    for (const text of [outside(markdown), outside(html)]) {
      expect(text).not.toMatch(/Ana|\bana\b|Bo Chen|\bBo\b|@bo|dee\.park|Dee Park|example\.com>|ana@/);
    }
    expect(actionItems.action_items.map(({ text }) => text).join()).not.toMatch(/Ana|Bo/);
  });

  test('says a role in the language of the sentence, whatever the language of the report', () => {
    const { markdown } = render(slowCheckout(), { language: 'th' });
    expect(markdown).toContain('A responder suspects the connection pool');
    expect(markdown).toContain('[เรียบเรียงใหม่: A release without a load test led here.]');
  });

  test('says how many texts it left out', () => {
    const { leftOut, markdown } = render(slowCheckout());
    expect(leftOut).toBe(2);
    expect(markdown).toContain('2 entries left out of the narrative: blaming language.');
    expect(markdown).not.toMatch(/Blame the/);
  });

  test('finds earlier incidents of the same kind', () => {
    const twin = {
      ...slowCheckout(),
      highest_severity: 'SEV-2' as const,
      id: 'INC-20260101-AAAAAA',
      factors: ['the pool has no limit for each client'],
      fixed_by: null,
      open_actions: [],
      post_mortem: 'final' as const,
      title: 'Ana saw it before',
    };
    const { markdown } = render(slowCheckout(), { earlier: [twin] });
    expect(markdown).toContain(
      '| INC-20260101-AAAAAA | 2026-03-02 | SEV-2 | The incident commander saw it before | same factor, same alert, same service |',
    );
  });
});
