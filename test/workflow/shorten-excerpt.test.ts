import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { shortenExcerpt } from '../../src/workflow/shorten-excerpt.ts';
import { orderFor } from './projects.ts';

it('leaves what fits as it is', () => {
  expect(shortenExcerpt('step one\nstep two', 17)).toBe('step one\nstep two');
});

it('keeps both ends and counts what lies between', () => {
  const short = shortenExcerpt(`begin${'x'.repeat(500)}end`, 60);
  expect(short).toMatch(/^begin.*\n… \d+ characters more …\n.*end$/);
});

it('is never longer than is allowed, and cuts no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 400 }), (text, most) => {
      const short = shortenExcerpt(text, most);
      expect([...short].length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(short.isWellFormed()).toBe(text.isWellFormed());
    }),
  );
});

it('bounds what is kept of a run, after secrets were taken out of all of it', async () => {
  const order = orderFor('prints-json.mjs', [`token hush-${'z'.repeat(300)}-hush ${'y'.repeat(300)}`]);
  const redact = (text: string): string => text.replace(/hush-z+-hush/g, '[secret]');
  const { excerpt } = await createCommandRunner().run({ ...order, redact, mostExcerptCharacters: 120 });
  expect(excerpt.length).toBeLessThanOrEqual(120);
  expect(excerpt).toContain('characters more');
  expect(excerpt).not.toContain('zzz');
});
