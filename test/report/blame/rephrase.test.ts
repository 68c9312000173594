import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';
import { rephrase } from '../../../src/report/blame/rephrase.ts';

const file = new URL('../../fixtures/blameless/sentences.jsonl', import.meta.url);
const sentences: readonly { readonly text: string }[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const people = ['Tess Okafor', 'Amadou Ba'];

describe('a blaming text said again about the system', () => {
  test.each([
    ['Tess wiped the primary because she was not paying attention.', 'Wiping the primary was possible.'],
    ['The network crew yanked a cable at the worst time without telling anyone.', 'Pulling a cable was possible.'],
    ['Tess forgot to run the migration.', 'Going on without running the migration was possible.'],
    ['Amadou never checked the replica.', 'Going on without checking the replica was possible.'],
    ['Nobody on the infra team ever tested a restore.', 'Going on without testing a restore was possible.'],
    ['He should have enabled disk snapshots months ago.', 'A safeguard for the future: enabling disk snapshots.'],
    [
      'If the responder had simply checked the replication lag, none of this would have happened.',
      'A safeguard for the future: checking the replication lag.',
    ],
    [
      'Since the supplier had sent two letters about it, the capacity crew ignored the warnings.',
      'The warnings went unanswered.',
    ],
    ['Their support ignored our ticket.', 'Our ticket went unanswered.'],
    ['The migration crew overlooked the read replicas completely.', 'The read replicas went unnoticed.'],
    ['Amadou waited far too long to open the bridge.', 'The wait before opening the bridge was long.'],
    ['Anyone could see that the disk would be full by midnight.', 'The disk would be full by midnight.'],
    ['The outage was caused by human error.', 'The outage was caused by an action that nothing stopped.'],
    ['The disk filled up because nobody cared.', 'The disk filled up.'],
    ['The intern carelessly dropped the orders table at 10:02.', 'Dropping the orders table was possible.'],
  ])('%s', (text, expected) => {
    expect(rephrase(text, people)).toBe(expected);
  });

  test('keeps the sentences that blame nobody word for word', () => {
    const text = 'Latency rose to 4 s at 10:02. Tess broke the build. The rollback took 8 minutes.';
    expect(rephrase(text, people)).toBe(
      'Latency rose to 4 s at 10:02. Breaking the build was possible. The rollback took 8 minutes.',
    );
  });

  test('leaves away what only makes sense after a sentence that is gone', () => {
    expect(rephrase('Nobody cared; it happens every January. The queue was full.', [])).toBe('The queue was full.');
  });

  test.each([
    ['a judgement of a character', 'Tess is careless.'],
    ['a judgement of an ability', 'Whoever wrote that regex has no clue.'],
    ['a sanction', 'The WAF team should lose their deploy rights.'],
    ['an idiom', 'SRE dropped the ball on capacity planning.'],
    ['an action on somebody', 'Tess deleted her branch.'],
    ['nothing but a name', 'Tess.'],
    ['what should never have happened', 'Tess should obviously never have run the command.'],
    ['a thing that is judged for whoever made it', 'Tess broke the internet by pushing a garbage config.'],
  ])('is impossible for %s', (_what, text) => {
    expect(rephrase(text, people)).toBe(null);
  });

  test('is not offered for a text without blame', () => {
    expect(rephrase('The pool was full at 10:02.', people)).toBe(null);
  });

  test('never blames itself, and names nobody', () => {
    for (const { text } of sentences) {
      const again = rephrase(text, people);
      if (again === null) continue;
      expect(checkBlame(again, { people }), `${text} → ${again}`).toEqual([]);
      expect(again).not.toMatch(/\b(?:he|she|his|her|Tess|Amadou)\b/);
    }
  });

  test('adds no fact: every number and every long word was in the text or is one of a few set phrases', () => {
    const own = new Set(
      'going without possible safeguard future went unanswered unnoticed before action that nothing stopped wait long'.split(
        ' ',
      ),
    );
    for (const { text } of sentences) {
      const words = (rephrase(text, people) ?? '').toLowerCase().match(/[a-z]{5,}|\d+/g) ?? [];
      const invented = words.filter(
        (word) => !own.has(word) && !text.toLowerCase().includes(word.replace(/(?:(.)\1)?ing$/, '').slice(0, 4)),
      );
      expect(
        invented.filter((word) => !/^(?:breaking|pulling|deleting|running|taking|writing|holding)$/.test(word)),
        text,
      ).toEqual([]);
    }
  });

  test('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        const again = rephrase(text, people);
        expect(again === null || checkBlame(again, { people }).length === 0).toBe(true);
      }),
    );
  });
});
