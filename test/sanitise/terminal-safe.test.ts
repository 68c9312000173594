import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripControls } from '../../src/sanitise/terminal-safe.ts';

describe('a text made safe for a terminal', () => {
  it.each([
    ['plain text stays', 'CPU at 97 %\n\tnode db2', 'CPU at 97 %\n\tnode db2'],
    ['letters of any script stay', 'ระบบล่ม – für 数分 🔥', 'ระบบล่ม – für 数分 🔥'],
    ['colours go', '\u001b[31mred\u001b[0m', 'red'],
    ['cursor moves go', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
    ['window titles go', 'a\u001b]0;owned\u0007b', 'ab'],
    ['links keep their words', '\u001b]8;;https://x.example\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['eight-bit escapes go', 'a\u009b31mb\u009d0;t\u009cc', 'abc'],
    ['a lone escape goes', 'a\u001b', 'a'],
    ['bells, backspaces and NULs go', 'a\u0007b\u0008c\u0000d', 'abcd'],
    ['direction marks go', 'user\u202etxt.exe\u2066x\u2069', 'usertxt.exex'],
    ['line separators go', 'a\u2028b', 'ab'],
    ['Windows line ends become newlines', 'a\r\nb', 'a\nb'],
    ['a carriage return can overwrite nothing', 'failed\rok    ', 'failed\nok    '],
    ['invisible tags go', 'a\u{e0041}b', 'ab'],
  ])('%s', (_, given, expected) => {
    expect(stripControls(given)).toBe(expected);
  });

  it('holds no control but tab and newline whatever it was, and is the same when made safe again', () => {
    const units = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0;',
      'm',
      '\u0007',
      '\r',
      '\u009b',
      '\\',
      'a',
      '\n',
      '\u202e',
      '\udb40',
      '\udc01',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(units).map((parts) => parts.join('')),
        ),
        (text) => {
          const safe = stripControls(text);
          expect(safe).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(stripControls(safe)).toBe(safe);
        },
      ),
    );
  });
});
