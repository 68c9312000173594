import type { AlertStatus } from '../incident/alert.ts';
import { wordOf } from './pick.ts';
import { statusesOfLanguages } from './words-of-languages.ts';

const words: Readonly<Record<AlertStatus, string>> = {
  firing: `firing alerting alert alarm in_alarm triggered trigger retriggered re-triggered open opened reopened problem
    down critical warning warn major minor high disaster fatal emergency active activated activate failed
    failure fail failing error errored new create created fired fire started start starting ongoing breached
    breach violated violation unhealthy degraded unreachable unavailable offline outage unresolved timeout
    timed_out timed-out bad escalated unacknowledged anomalous nodata no_data no-data detected crashed missing
    missed late stale unresponsive exceeded interrupted disrupted impaired unstable broken overdue lost
    disconnected dead`,
  resolved: `resolved resolve ok okay recovered recovery recover recovering closed close cleared clear up normal healthy
    success succeeded successful pass passed passing completed complete deactivated inactive ended end fixed
    good operational available online restored finished done solved back_to_normal expired reporting reconnected`,
  acknowledged: `acknowledged acknowledge ack acked investigating identified assigned in_progress in-progress inprogress
    monitoring accepted`,
};
const phrases: readonly (readonly [string, AlertStatus])[] = [
  ['no data', 'firing'],
  ['timed out', 'firing'],
  ['in alarm', 'firing'],
  ['not ok', 'firing'],
  ['en panne', 'firing'],
  ['back to normal', 'resolved'],
  ['wieder verfügbar', 'resolved'],
  ['in progress', 'acknowledged'],
  ['in bearbeitung', 'acknowledged'],
];

/** Made at the first question: most alerts come from senders whose few words are known. */
let statuses: ReadonlyMap<string, AlertStatus> | undefined;

/** Looks a status word up among those of many vendors and languages, for payloads whose format is not known. */
export function readCommonStatus(value: unknown): AlertStatus | null {
  statuses ??= new Map([...phrases, ...pairsOf('firing'), ...pairsOf('resolved'), ...pairsOf('acknowledged')]);
  return statuses.get(wordOf(value)) ?? null;
}

function pairsOf(status: AlertStatus): readonly (readonly [string, AlertStatus])[] {
  return `${words[status]} ${statusesOfLanguages[status]}`.split(/\s+/).map((word) => [word, status] as const);
}
