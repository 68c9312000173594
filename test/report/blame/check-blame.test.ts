import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

const textsOf = (text: string, people: readonly string[] = []): readonly string[] =>
  checkBlame(text, { people }).map((finding) => finding.text);
const categoriesOf = (text: string): readonly string[] => checkBlame(text).map((finding) => finding.category);

describe('what a finding says', () => {
  test('where it is, counted from one and in UTF-16 units', () => {
    const text = '# Review\n\n😀 Zone moved. The root cause was human error.';
    const [finding] = checkBlame(text);
    expect(finding).toMatchObject({ kind: 'blame', tier: 'block', category: 'human-error', line: 3 });
    expect(finding?.text).toBe('human error');
    expect(finding?.column).toBe('😀 Zone moved. The root cause was '.length + 1);
    expect(text.slice(finding?.start, finding?.end)).toBe('human error');
  });

  test('why it gets in the way and how it could be said', () => {
    const [finding] = checkBlame('The network team forgot to renew the lease.');
    expect(finding?.why).toMatch(/group/);
    expect(finding?.suggestion).toBe('Going on without renewing the lease was possible because <condition>.');
  });

  test('several in one sentence, in order of appearance', () => {
    const text = 'The vendor was asleep at the wheel and their support ignored our ticket.';
    const starts = checkBlame(text).map((finding) => finding.start);
    expect(starts.length).toBe(2);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('a hidden actor warns instead of blocking', () => {
    expect(checkBlame('This should have been caught earlier.').map((finding) => finding.tier)).toEqual(['warn']);
  });
});

describe('who is an actor', () => {
  test.each([
    ['a full name of the roster', 'Quilla Zabor wiped the primary.'],
    ['a family name of the roster', 'Zabor wiped the primary.'],
    ['a handle', '@quilla wiped the primary.'],
    ['a dotted handle of the roster', 'quilla.zabor wiped the primary.'],
    ['a title and a name', 'Mr. Zabor from networking is responsible for the outage.'],
    ['a role', 'The release engineer wiped the primary.'],
    ['a team', 'The storage crew wiped the primary.'],
    ['a pronoun', 'Then she wiped the primary.'],
  ])('%s', (_what, text) => {
    expect(textsOf(text, ['Quilla Zabor'])).not.toEqual([]);
  });

  test('a system with a human name is none, unless a person of the incident has that name', () => {
    expect(textsOf('Ruby broke the build.')).toEqual([]);
    expect(textsOf('Ruby broke the build.', ['Ruby Chen'])).not.toEqual([]);
  });

  test('a given name that is also a word is none at the start of a sentence', () => {
    expect(textsOf('Mark the job as failed and grant access.')).toEqual([]);
  });
});

describe('what is not blame', () => {
  test.each([
    ['a code span', 'The page said `human error, engineer at fault` and stopped.'],
    ['a code block', 'Output:\n\n```\nGreg broke production\n```\n'],
    ['an indented block', 'Output:\n\n    Greg broke production\n'],
    ['an address', 'See https://example.test/human-error/greg-broke-production for the graph.'],
    ['a quotation of a system', 'The form has an option "human error" by default.'],
    ['a comment', '<!-- human error -->\nThe link flapped.'],
    ['a denial', 'Nobody is at fault here.'],
    ['a principle', 'Human error is never a root cause.'],
    ['a rule of a tool', 'The linter rejects careless use of eval.'],
    ['an omission with a system reason', 'The on-call did not check the queue because the dashboard was down.'],
    ['a reason that comes first', 'Because the pager was down, the on-call engineer did not respond.'],
  ])('%s', (_what, text) => {
    expect(textsOf(text)).toEqual([]);
  });

  test('talk about blame excuses its own clause only', () => {
    expect(textsOf('This review is blameless, but Greg broke production.')).toEqual(['Greg broke']);
  });

  test('a reason that judges a person excuses nothing', () => {
    expect(categoriesOf('Tess wiped the primary because she was not paying attention.')).toEqual([
      'named-individual-at-fault',
      'character-judgement',
    ]);
  });
});

describe('Markdown', () => {
  test.each([
    ['a heading', '## Human error'],
    ['a list item', '- The vendor dropped the ball'],
    ['a table cell', '| cause | human error |'],
    ['a quotation of a person', '> Greg broke production'],
    ['emphasis', 'It was **human error** again.'],
    ['a sentence over two lines', 'It was plain human\nerror.'],
    ['the text of a link', '[human error](https://example.test/)'],
  ])('is read in %s', (_what, text) => {
    expect(checkBlame(text)).toHaveLength(1);
  });
});
