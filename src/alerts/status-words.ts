import type { AlertStatus } from '../incident/alert.ts';
import { wordOf } from './pick.ts';
import { statusesOfLanguages } from './words-of-languages.ts';

/** What the status words of one vendor mean, keyed in lower case; a word that means none of the three is left out. */
export type StatusWords = Readonly<Record<string, AlertStatus>>;

/** Looks a payload's status word up, whatever its case; null for unknown words. */
export function readStatus(words: StatusWords, value: unknown): AlertStatus | null {
  const word = wordOf(value);
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** The words of many vendors, for payloads whose format is not known. */
export const commonStatusWords: StatusWords = {
  ...wordsFor(
    'firing',
    `firing alerting alert alarm in_alarm triggered trigger retriggered re-triggered open opened reopened problem down
     critical warning warn major minor high disaster fatal emergency active activated activate failed failure fail
     failing error errored new create created fired fire started start starting ongoing breached breach violated
     violation unhealthy degraded unreachable unavailable offline outage unresolved timeout timed_out timed-out
     bad escalated unacknowledged anomalous nodata no_data no-data detected
     crashed missing missed late stale unresponsive exceeded interrupted disrupted impaired unstable broken overdue lost disconnected dead ${statusesOfLanguages.firing}`,
  ),
  'no data': 'firing',
  'timed out': 'firing',
  'in alarm': 'firing',
  'not ok': 'firing',
  ...wordsFor(
    'resolved',
    `resolved resolve ok okay recovered recovery recover recovering closed close cleared clear up normal healthy success
     succeeded successful pass passed passing completed complete deactivated inactive ended end fixed good operational available
     online restored finished done solved back_to_normal expired reporting
     reconnected ${statusesOfLanguages.resolved}`,
  ),
  'back to normal': 'resolved',
  ...wordsFor(
    'acknowledged',
    `acknowledged acknowledge ack acked investigating identified assigned in_progress in-progress inprogress
     monitoring accepted ${statusesOfLanguages.acknowledged}`,
  ),
  'in progress': 'acknowledged',
  'wieder verfügbar': 'resolved',
  'en panne': 'firing',
  'in bearbeitung': 'acknowledged',
};

function wordsFor(status: AlertStatus, words: string): StatusWords {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, status]));
}
