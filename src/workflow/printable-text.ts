import { stripVTControlCharacters } from 'node:util';

/** Everything a terminal would obey, hide or turn around, but for tab and newline. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Output of a foreign program without escape sequences, controls and marks that turn the reading direction. */
export function printableText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same on one line of at most `longest` characters. */
export function printableLine(text: string, longest: number): string {
  const line = printableText(text.slice(0, longest * 8))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
