import { readCommonStatus } from './common-status.ts';
import { leadOf, withoutOrnament } from './title-status.ts';
import { statusesOfLanguages } from './words-of-languages.ts';

/** Times and measured values in small letters, each of which may differ from one message about a problem to the next. */
const changing: readonly (readonly [RegExp, string])[] = [
  [/\b(build|run|job|pipeline|execution|deployment|incident|ticket|event|alert|attempt)\s{1,3}#?\d+\b/g, '$1 #'],
  [/\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?/g, '#'],
  [/(?<![\w.:-])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?![\w:])/g, '#'],
  [
    /(?<![\w.-])[-+]?\d[\d,]*(?:\.\d+)?(?:\s?(?:[%％]|(?:percent|[mµun]s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|[kmgtp]i?b(?:\/s|ps)?|bytes?|rpm|[rq]ps|req\/s|times?|time\(s\))(?!\w))|[smhdxb](?!\w))/g,
    '#',
  ],
  [/(?<![\w.-])[-+]?\d+\.\d+(?![\w.])/g, '#'],
  [
    /(\b(?:is|was|than|above|below|over|under|exceeds?|exceeded|reached|value|threshold|count|currently|current)\s{0,3}[:=<>]?\s{0,3}|[<>≥≤]=?\s{0,3})[-+]?\d[\d,]*(?![\w.:-])/g,
    '$1#',
  ],
];

/** Words that turn into their opposite when the problem ends, and those that go with them. */
let turning: ReadonlySet<string> | undefined;
const turningWords = `${statusesOfLanguages.firing} ${statusesOfLanguages.resolved} down up ok okay firing resolved recovered recovery
  problem triggered alerting cleared healthy unhealthy degraded online offline available unavailable reachable
  unreachable normal critical warning failed failing succeeded successful passed passing finished completed
  failure success started ended opened closed is are was were has have been now back again currently to wieder`;

/** Marks around a word; what stands beyond ASCII and its own marks is taken for a letter. */
const edges = /^[^\w\u00c0-\u2fff\u3040-\ufeff#]+|[^\w\u00c0-\u2fff\u3040-\ufeff#]+$/g;

/**
 * A title as it stays while its problem lasts and when it ends: without status, measured values and moments.
 *
 * Numbers that may be names (`shard 3`, `10.0.0.4:443`) stay.
 */
export function stableTitle(title: string): string {
  const text = title.slice(0, 500);
  let rest = withoutOrnament(text);
  for (let lead = leadOf(rest); lead !== null && isStatusOrLevel(lead.word); lead = leadOf(rest)) {
    rest = withoutOrnament(lead.rest);
  }
  const low = rest.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
  const masked = /\d/.test(low) ? changing.reduce((so, [pattern, mark]) => so.replace(pattern, mark), low) : low;
  const kept = masked
    .replace(/\s(?:due to|because|after)\s.*$/s, '')
    .split(/[\s_]+/)
    .filter((word) => !isTurning(word.replace(edges, '')))
    .join(' ')
    .replace(/[\s.!:-]+$/, '');
  return kept === '' ? text.trim().toLowerCase() : kept;
}

function isStatusOrLevel(word: string): boolean {
  return word !== '' && (readCommonStatus(word) !== null || /^(?:p|s|sev-?)[0-5]$/i.test(word));
}

function isTurning(word: string): boolean {
  turning ??= new Set(turningWords.split(/\s+/));
  return turning.has(word);
}
