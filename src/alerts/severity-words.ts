import { parseSeverity, type Severity, worseOf } from '../incident/severity.ts';
import { severitiesOfLanguages } from './words-of-languages.ts';

/** What a severity word of a payload was taken to mean, and why, as half a sentence. */
interface SeverityReading {
  readonly severity: Severity;
  readonly because: string;
}

type Words = Readonly<Partial<Record<Severity, string>>>;

/** The words that mean the same wherever they come from. */
const commonWords: Words = {
  'SEV-1':
    'critical crit fatal emergency emerg panic alert disaster catastrophic blocker p0 p1 sev0 s1 highest urgent immediate page',
  'SEV-2': 'error err errors high major severe important serious p2 s2',
  'SEV-3': 'warning warn average medium moderate minor p3 s3 ticket degraded',
  'SEV-4':
    'info information informational notice low lowest debug trace verbose trivial note normal p4 p5 s4 s5 none ok clear',
};

/** Where a source's own scale differs from the common one, or counts in numbers. */
const wordsBySource: Readonly<Record<string, Words>> = {
  // Sev0 critical, Sev1 error, Sev2 warning, Sev3 informational, Sev4 verbose.
  azure_monitor: { 'SEV-1': 'sev0 0', 'SEV-2': 'sev1 1', 'SEV-3': 'sev2 2', 'SEV-4': 'sev3 sev4 3 4' },
  // Urgency only says whether someone is called at once.
  pagerduty: { 'SEV-2': 'high', 'SEV-3': 'low' },
  opsgenie: { 'SEV-1': '1', 'SEV-2': '2', 'SEV-3': '3', 'SEV-4': '4 5' },
  datadog: { 'SEV-1': '1', 'SEV-2': '2', 'SEV-3': '3', 'SEV-4': '4 5 success' },
  rollbar: { 'SEV-1': '50', 'SEV-2': '40', 'SEV-3': '30', 'SEV-4': '20 10' },
  // "Not classified" is left out: it is the word for an unknown severity.
  zabbix: { 'SEV-1': 'disaster 5', 'SEV-2': 'high 4', 'SEV-3': 'average warning 3 2', 'SEV-4': 'information 1' },
  aws_events: { 'SEV-2': 'issue investigation', 'SEV-4': 'accountnotification scheduledchange' },
  // Version 6 counts to 4; 2 is the default that nobody chose.
  graylog: { 'SEV-1': '4', 'SEV-2': '3', 'SEV-3': '2', 'SEV-4': '1' },
  statuspage: {
    'SEV-1': 'critical major_outage majoroutage',
    'SEV-2': 'major partial_outage partialoutage',
    'SEV-3': 'minor degraded_performance degradedperformance minoroutage',
    'SEV-4': 'none operational maintenance under_maintenance undermaintenance',
  },
  better_stack: { 'SEV-1': 'downtime', 'SEV-3': 'degraded', 'SEV-4': 'operational maintenance' },
  nagios: { 'SEV-1': 'down critical', 'SEV-2': 'unreachable', 'SEV-4': 'up' },
  checkmk: { 'SEV-1': 'down critical', 'SEV-2': 'unreachable unreach', 'SEV-4': 'up' },
  site24x7: { 'SEV-1': 'down critical', 'SEV-3': 'trouble', 'SEV-4': 'up' },
  riemann: { 'SEV-2': 'expired' },
};

/**
 * Reads a payload's own severity word as one of the four levels, whatever its case.
 *
 * Null for a missing or unknown word: then the caller decides, and rounds up. Of several words the worst counts.
 */
export function readSeverityWord(source: string, raw: string | null): SeverityReading | null {
  if (raw === null) return null;
  const word = raw.slice(0, 100).trim().toLowerCase();
  if (word === '') return null;
  const severity =
    lookUp(ownWords(source), word) ??
    (/^sev/.test(word) ? parseSeverity(word) : null) ??
    lookUp(commonWords, word) ??
    lookUp(severitiesOfLanguages, word) ??
    (source === 'aws_events' ? fromGuardDuty(word) : null) ??
    worstPart(source, word);
  return severity === null
    ? null
    : { severity, because: `the payload says "${raw.slice(0, 100)}", which ${source} uses for ${severity}` };
}

function lookUp(words: Words | undefined, word: string): Severity | null {
  for (const [severity, list] of Object.entries(words ?? {})) {
    if (list?.split(/\s+/).includes(word)) return parseSeverity(severity);
  }
  return null;
}

/** GuardDuty: low from 1, medium from 4, high from 7, critical from 9. */
function fromGuardDuty(word: string): Severity | null {
  const number = /^\d{1,2}(?:\.\d{1,3})?$/.test(word) ? Number(word) : Number.NaN;
  if (Number.isNaN(number) || number > 10) return null;
  if (number >= 9) return 'SEV-1';
  if (number >= 7) return 'SEV-2';
  return number >= 4 ? 'SEV-3' : 'SEV-4';
}

/** `P1 - Critical` and `sev-2 (major)` hold several words. */
function worstPart(source: string, word: string): Severity | null {
  const parts = word.split(/[^\p{L}\p{N}_-]+/u).filter((part) => part !== '' && part !== word);
  return parts.reduce<Severity | null>((worst, part) => {
    const severity =
      lookUp(ownWords(source), part) ??
      (/^sev/.test(part) ? parseSeverity(part) : null) ??
      lookUp(commonWords, part) ??
      lookUp(severitiesOfLanguages, part);
    if (severity === null) return worst;
    return worst === null ? severity : worseOf(worst, severity);
  }, null);
}

function ownWords(source: string): Words | undefined {
  return Object.hasOwn(wordsBySource, source) ? wordsBySource[source] : undefined;
}
