import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, sizeInWords } from '../../src/workflow/excerpt.ts';
import { HeadAndTail } from '../../src/workflow/head-and-tail.ts';

const secret = ['hush', 'hush', '4711'].join('-');
const redact = (text: string): string => text.replaceAll(secret, '[secret]');
const mark = (word: string): string => `-----${word} PRIVATE KEY-----`;

function kept(text: string, head = 4096, tail = 4096): HeadAndTail {
  const output = new HeadAndTail(head, tail);
  output.write(Buffer.from(text));
  return output;
}

describe('the two ends of a stream', () => {
  it('are its first and last bytes, in whatever pieces it comes', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.nat(20), fc.nat(20), (chunks, headBytes, tailBytes) => {
        const output = new HeadAndTail(headBytes, tailBytes);
        for (const chunk of chunks) output.write(chunk);
        const whole = Buffer.concat(chunks);
        const rest = whole.subarray(headBytes);
        expect(output.head()).toEqual(whole.subarray(0, headBytes));
        expect(output.tail()).toEqual(rest.subarray(Math.max(0, rest.length - tailBytes)));
        expect(output.total).toBe(whole.length);
        expect(output.leftOut).toBe(Math.max(0, whole.length - headBytes - tailBytes));
      }),
    );
  });
});

describe('an excerpt', () => {
  it('is all of it when it is short, redacted', () => {
    expect(excerptOf(kept(`one ${secret}\ntwo\n`), redact)).toBe('one [secret]\ntwo');
    expect(excerptOf(kept(''), redact)).toBe('');
  });

  it('says how much is left out, and cuts at line ends', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `line ${index}`).join('\n');
    const parts = excerptOf(kept(lines), redact).split('\n');
    expect(parts[0]).toBe('line 0');
    expect(parts.at(-1)).toBe('line 1999');
    expect(parts.filter((part) => part.startsWith('…'))).toEqual(['… 11 KB left out …']);
    expect(parts.every((part) => /^(?:line \d+|… .*)$/.test(part))).toBe(true);
  });

  it('is redacted at both ends', () => {
    const lines = `${secret}\n`.repeat(2000);
    expect(excerptOf(kept(lines), redact)).toMatch(/^(?:\[secret\]\n)+… \S+ KB left out …(?:\n\[secret\])+$/);
  });

  it('shows no part of a secret that the cut goes through, wherever it lies', () => {
    for (let before = 4070; before <= 4100; before += 1) {
      const text = `${'x'.repeat(before)}${secret}${'y'.repeat(20_000)}${secret}${'z'.repeat(before)}`;
      expect(excerptOf(kept(text), redact)).not.toMatch(/hush|4711/);
      expect(excerptOf(kept(text.replaceAll(secret, `\n${secret} `)), redact)).not.toMatch(/hush|4711/);
    }
  });

  it('shows no part of a token that is longer than the margin', () => {
    const token = 'T'.repeat(3000);
    const text = `${'a,'.repeat(1500)}${token}${'b'.repeat(20_000)}${token}${',a'.repeat(1500)}`;
    expect(excerptOf(kept(text), redact)).toMatch(/^(?:a,)+\n… 24 KB left out …\n(?:,a)+$/);
  });

  it('shows nothing of a private key that the cut goes through', () => {
    const body = 'QUJD\n'.repeat(3000);
    const text = `start\n${mark('BEGIN')}\n${body}${mark('END')}\nend\n`;
    expect(excerptOf(kept(text), redact)).toMatch(/^start\n… \S+ KB left out …\nend$/);
  });

  it('is whole characters, without what a terminal would obey', () => {
    const text = `\u001b[31m${'漢字\r\n'.repeat(3000)}\u001b]0;x\u0007\u202eend`;
    expect(excerptOf(kept(text), redact)).toMatch(/^(?:漢字\n)+… \S+ KB left out …\n(?:漢字\n)+end$/);
  });

  it('stays small however the output is made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 200, maxLength: 400 }), (text) => {
        expect(excerptOf(kept(text, 100, 100), redact).length).toBeLessThan(300);
      }),
    );
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1.0 KB'],
    [14_000, '14 KB'],
    [1_900_000_000, '1.9 GB'],
    [5e15, '5000 TB'],
  ])('calls %d bytes %j', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
