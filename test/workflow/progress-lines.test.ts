import { describe, expect, it } from 'vitest';
import { progressLines } from '../../src/workflow/progress-lines.ts';

const secret = ['hush', 'hush', '4711'].join('-');

function told(chunks: readonly (string | Buffer)[], clock = () => 0): readonly string[] {
  const lines: string[] = [];
  const redact = (text: string): string => text.replaceAll(secret, '[secret]');
  const progress = progressLines({ tell: (line) => lines.push(line), redact, clock });
  for (const chunk of chunks) progress.write(Buffer.from(chunk));
  progress.end();
  return lines;
}

describe('progress', () => {
  it.each<[string, readonly (string | Buffer)[], readonly string[]]>([
    ['whole lines, the last one without an end', ['one\ntwo\nthree'], ['one', 'two', 'three']],
    ['a line that comes in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['a character that comes in pieces', [Buffer.from([0xe6, 0xbc]), Buffer.from([0xa2, 0x0a])], ['漢']],
    ['each state of a line that is written over', ['10 %\r20 %\r\n'], ['10 %', '20 %']],
    ['no empty lines', ['\n\n \n\u001b[2K\nx\n'], ['x']],
    ['a secret that comes in pieces', ['key hush-', 'hush-4711\n'], ['key [secret]']],
    ['a secret behind escape sequences', ['hush\u001b[0m-hush-4711\n'], ['[secret]']],
    ['nothing of a private key', [`a\n-----BEGIN KEY-----\nQUJD\n-----END KEY-----\nb\n`], ['a', 'b']],
    ['nothing of a private key that never ends', ['a\n-----BEGIN KEY-----\nQUJD\nQUJD'], ['a']],
  ])('tells %s', (_what, chunks, lines) => {
    expect(told(chunks)).toEqual(lines);
  });

  it('shortens a long line after redacting it', () => {
    const [line] = told([`${'x'.repeat(290)}${secret}${'y'.repeat(100_000)}\n`]);
    expect(line).toHaveLength(300);
    expect(line).not.toContain('hush');
  });

  it('holds no more than a line’s worth of a line that never ends', () => {
    const chunk = 'z'.repeat(65_536);
    expect(told(Array.from({ length: 200 }, () => chunk))).toHaveLength(1);
  });

  it('counts what comes faster than anybody reads', () => {
    const lines = told(['x\n'.repeat(1000)]);
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toBe('… 960 lines left out …');
  });

  it('goes on in the next second, saying what was left out before', () => {
    let now = 0;
    const chunks = ['x\n'.repeat(42), 'later\n'];
    const lines = told(chunks, () => {
      now += 23.5;
      return now;
    });
    expect(lines.slice(-3)).toEqual(['x', '… 2 lines left out …', 'later']);
  });
});
