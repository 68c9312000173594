import type { HeadAndTail } from './head-and-tail.ts';
import { printableText } from './printable-text.ts';

/** What is cut away at least beside a gap when no line ends near it, and then to where the next word ends. */
const marginCharacters = 1024;
const betweenWords = /[\s"',;&<>]/;

/**
 * What a program printed, as it may be kept: both ends, redacted and printable, with the size of the gap between them.
 *
 * The cut is made before redacting and at line ends, so that half a secret, which no rule would recognise, is never shown.
 */
export function excerptOf(output: HeadAndTail, redact: (text: string) => string): string {
  if (output.leftOut === 0) {
    return redact(printableText(Buffer.concat([output.head(), output.tail()]).toString('utf8'))).trim();
  }
  const head = beforeGap(printableText(output.head().toString('utf8')));
  const tail = afterGap(printableText(output.tail().toString('utf8')));
  return [redact(head).trimEnd(), `… ${sizeInWords(output.leftOut)} left out …`, redact(tail).trim()]
    .filter((part) => part !== '')
    .join('\n');
}

/** Bytes as people read them: "812 bytes", "14 KB", "1.9 GB". */
export function sizeInWords(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 'bytes';
  for (const larger of units) {
    if (size < 1000) break;
    size /= 1000;
    unit = larger;
  }
  return `${unit === 'bytes' || size >= 10 ? Math.round(size) : size.toFixed(1)} ${unit}`;
}

function beforeGap(text: string): string {
  const lineEnd = text.lastIndexOf('\n');
  const cut = lineEnd >= text.length - marginCharacters ? text.slice(0, lineEnd) : withoutLastWord(text);
  const key = cut.lastIndexOf('-----BEGIN ');
  return key === -1 || cut.indexOf('-----END ', key) !== -1 ? cut : cut.slice(0, key);
}

function afterGap(text: string): string {
  const lineEnd = text.indexOf('\n');
  const cut = lineEnd !== -1 && lineEnd < marginCharacters ? text.slice(lineEnd + 1) : withoutFirstWord(text);
  const end = cut.indexOf('-----END ');
  const begin = cut.indexOf('-----BEGIN ');
  if (end === -1 || (begin !== -1 && begin < end)) return cut;
  const next = cut.indexOf('\n', end);
  return next === -1 ? '' : cut.slice(next + 1);
}

function withoutLastWord(text: string): string {
  let end = text.length - marginCharacters;
  while (end > 0 && !betweenWords.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, Math.max(0, end));
}

function withoutFirstWord(text: string): string {
  let start = marginCharacters;
  while (start < text.length && !betweenWords.test(text.charAt(start))) start += 1;
  return text.slice(start);
}
