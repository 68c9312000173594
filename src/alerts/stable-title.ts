import { commonStatusWords, readStatus } from './status-words.ts';
import { leadOf, withoutOrnament } from './title-status.ts';
import { statusesOfLanguages } from './words-of-languages.ts';

/** Times and measured values, each of which may differ from one message about a problem to the next. */
const changing: readonly (readonly [RegExp, string])[] = [
  [/\b(build|run|job|pipeline|execution|deployment|incident|ticket|event|alert|attempt)\s{1,3}#?\d+\b/gi, '$1 #'],
  [/\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, '#'],
  [/(?<![\w.:-])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?![\w:])/gi, '#'],
  [
    /(?<![\w.-])[-+]?\d[\d,]*(?:\.\d+)?(?:\s?(?:[%％]|(?:percent|[mµun]s|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|[kmgtp]i?b(?:\/s|ps)?|bytes?|rpm|[rq]ps|req\/s|times?|time\(s\))(?!\w))|[smhdxb](?!\w))/gi,
    '#',
  ],
  [/(?<![\w.-])[-+]?\d+\.\d+(?![\w.])/g, '#'],
  [
    /(\b(?:is|was|than|above|below|over|under|exceeds?|exceeded|reached|value|threshold|count|currently|current)\s{0,3}[:=<>]?\s{0,3}|[<>≥≤]=?\s{0,3})[-+]?\d[\d,]*(?![\w.:-])/gi,
    '$1#',
  ],
];

/** Words that turn into their opposite when the problem ends, and those that go with them. */
const turning = new Set(
  `${statusesOfLanguages.firing} ${statusesOfLanguages.resolved} down up ok okay firing resolved recovered recovery problem triggered alerting cleared healthy unhealthy degraded online
  offline available unavailable reachable unreachable normal critical warning failed failing succeeded successful passed
  passing finished completed failure success is are was were has have been now back again currently to wieder`.split(
    /\s+/,
  ),
);

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
  const masked = changing.reduce((so, [pattern, mark]) => so.replace(pattern, mark), rest);
  const kept = masked
    .toLowerCase()
    .replace(/\s(?:due to|because|after)\s.*$/s, '')
    .split(/[\s_]+/)
    .filter((word) => !turning.has(word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#]+$/gu, '')))
    .join(' ')
    .replace(/[\s.!:-]+$/, '');
  return kept === '' ? text.trim().toLowerCase() : kept;
}

function isStatusOrLevel(word: string): boolean {
  return word !== '' && (readStatus(commonStatusWords, word) !== null || /^(?:p|s|sev-?)[0-5]$/i.test(word));
}
