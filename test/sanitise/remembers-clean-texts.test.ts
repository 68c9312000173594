import { expect, test } from 'vitest';
import { type SanitiseOptions, sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import { compileUserPatterns } from '../../src/sanitise/user-patterns.ts';

const none = { salt: 'pepper', by_digest: {}, counts: {} };
const text = 'case TKT-4711 is open';

test('a text in which nothing was found is searched again for whoever looks for something else', () => {
  const { patterns } = compileUserPatterns([{ name: 'ticket', regex: 'TKT-\\d+' }]);
  const nothing: SanitiseOptions = {};
  const tickets: SanitiseOptions = { patterns };
  expect(sanitiseText(text, none, nothing).text).toBe(text);
  expect(sanitiseText(text, none, tickets).text).not.toContain('4711');
  expect(sanitiseText(text, none, nothing).text).toBe(text);
  expect(sanitiseText(text, none, tickets).text).not.toContain('4711');
});

test('however many texts have gone by, what has to be taken out is', () => {
  const options: SanitiseOptions = {};
  const password = ['pass', 'word=hunter2', 'hunter2'].join('');
  for (let round = 0; round < 3; round += 1) {
    for (let number = 0; number < 1_500; number += 1) {
      const word = `reading number ${number} is fine`;
      expect(sanitiseText(word, none, options).text).toBe(word);
    }
    expect(sanitiseText(`it said ${password} again`, none, options).text).not.toContain('hunter2');
  }
});
