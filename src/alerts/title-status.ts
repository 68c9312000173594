import type { AlertStatus } from '../incident/alert.ts';
import { readCommonStatus } from './common-status.ts';
import { endOfSentence } from './words-of-languages.ts';

/** What stands before the words of a title: emoji, their names in chat, marks for bold text and quotes. */
const ornament =
  /^(?:[\s*_`~>#•|]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\u200d|:[a-z0-9_+-]{1,40}:)+/u;
const good =
  /[\u2705\u2714\u2611\u{1f7e2}\u{1f49a}\u{1f197}]|:(?:white_check_mark|heavy_check_mark|large_green_circle|green_heart|green_circle|ok):/u;
const bracket = /^[[(【（「<{]\s*([^\])】）」>}]{1,40})[\])】）」>}]\s*[:-]?\s*/u;
/** Latin and Cyrillic capitals; a class of Unicode would take longer to compile than all the rest to read. */
const capitals = 'A-ZÀ-ÖØ-ÞА-Я';
const loud = new RegExp(`^([${capitals}]{2,14})(?:[\\s:!*_|]+(?:[\\u2013\\u2014-]\\s+)?|\\s?[\\u2013\\u2014-]\\s+|$)`);
const loudApart = new RegExp(`^[${capitals}]+(?:\\s*[:!*_|]|\\s?[\\u2013\\u2014-]\\s)`);
const named = /^([a-z\u00c0-\uffff]{2,14})(?:\s+(?:in|after)(?:\s+\d{1,4}[smhdwMy]){1,5})?\s?(?::|\s-)\s*/i;

/** The word in front of a title, such as `[FIRING:1]`, `RESOLVED:` or `【復旧】`, and what follows it. */
interface Lead {
  readonly word: string;
  readonly rest: string;
}

/** A title without its ornament. */
export function withoutOrnament(title: string): string {
  return title.replace(ornament, '');
}

/** Takes the word off the front of a title that stands apart from the rest of it; null where none does. */
export function leadOf(title: string): Lead | null {
  const match = bracket.exec(title) ?? loud.exec(title) ?? named.exec(title);
  if (match?.[1] === undefined) return null;
  const word = match[1].replace(/[\s:#]+\d{1,5}(?:\/\d{1,5})?$/, '').trim();
  return { word, rest: title.slice(match[0].length) };
}

const atEnd =
  /(?:[-:]\s*(?:RESOLVED|RECOVERED|RECOVERY|CLEARED|OK)|[([](?:resolved|recovered|cleared|ok)[)\]]|\s(?:has )?recovered)[\s.!]*$/i;
const sentences = [
  /\b(?:has|have|was|were)\s+(?:(?:now|been|automatically|manually|successfully)\s+){0,3}(?:resolved|recovered)\b/i,
  /\b(?:alert|alarm|incident|problem|issue|condition)\s+(?:(?:has|was|is|been|now)\s+){0,3}(?:cleared|closed)\b/i,
  /\b(?:service|services|connection|connectivity|communication|power|link)\s+(?:(?:has|have|was|is|been|now)\s+){0,3}restored\b/i,
  /\brecovered\s+(?:from|after)\b/i,
  /\b(?:is|are)\s+(?:now\s+|again\s+)?(?:healthy|operational|back\s+online|back\s+up|back\s+to\s+normal|up\s+again|online\s+again|available\s+again|reachable\s+again)\b/i,
  /\b(?:is|are)\s+now\s+(?:up|ok|online|reachable)\b(?!\s+(?:to|by|from|[\d+-]))/i,
  /\b(?:back|return(?:ed|s)?)\s+to\s+(?:a\s+)?normal\b/i,
  /^(?:manually|automatically)\s+(?:resolved|cleared|closed)\s*[:-]/i,
  /\bis\s+UP\b(?!\s+(?:to|by|from|[\d+-]))/,
  /\sUP[\s.!]*$/,
  /^(?:(?:host|server|site|monitor|node|service|device|website)\s+)?\S{0,100}[\d./-]\S{0,100}\s+(?:is\s+)?up[\s.!]*$/i,
  endOfSentence,
];
/** Without one of these no sentence tells of an end, and none needs to be tried. */
const mayTellEnd =
  /recover|resol|restor|clear|clos|normal|health|operational|up\b|ok\b|now|back|again|[\u0080-\uffff]|wieder/i;
/** What cannot be recovered has not been. */
const denied = /\b(?:not|never|cannot|can't|unable|fail\w*|until|unless|if|when)\b|n't\b/i;

/** Reads a status from the way a title is written, where nothing else says one; null where it does not show. */
export function statusInTitle(title: string): AlertStatus | null {
  const text = title.slice(0, 500);
  const mark = ornament.exec(text)?.[0] ?? '';
  if (good.test(mark)) return 'resolved';
  const plain = text.slice(mark.length);
  const lead = leadOf(plain);
  const said = lead !== null && standsApart(plain, lead.word) ? readCommonStatus(lead.word) : null;
  if (said !== null) return said;
  if (!mayTellEnd.test(plain)) return null;
  const tellsEnd = atEnd.test(plain) || sentences.some((sentence) => sentence.test(plain));
  return tellsEnd && !denied.test(plain) ? 'resolved' : null;
}

/** Bracketed, loud with a mark behind it, or one of the words that nobody begins another sentence with like this. */
function standsApart(title: string, word: string): boolean {
  return (
    bracket.test(title) ||
    loudApart.test(title) ||
    /^(?:RESOLVED|RECOVERED|RECOVERY|CLEARED)$/.test(word) ||
    /^(?:resolved|recovered|recovery|cleared|closed|ok|[\u0080-\uffff]{1,14})$/i.test(named.exec(title)?.[1] ?? '')
  );
}
