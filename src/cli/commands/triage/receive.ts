import type { Reading } from '../../../incident/alert.ts';
import type { Incident } from '../../../incident/incident.ts';
import { judgeAlerts } from '../../../road/judge-alerts.ts';
import { receiveAlerts } from '../../../road/receive-alerts.ts';
import type { AlertOutcome, AlertResult } from '../../../road/reception.ts';
import { type Answer, answer, type ExitCode, exitCodes } from '../../answer.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textsOf } from '../../input.ts';
import { readPayload } from '../../read-input.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `--alert-payload <json>|@file|-`: the main job. */
export const receive: Action = async (input, house) => {
  const given = textsOf(input, 'alertPayload');
  const [first] = given;
  const conflict = findConflict(input, given);
  if (conflict !== null || first === undefined) {
    const kept = given.map((payload) => quarantine(house, Buffer.from(payload), 'conflicting-flags', conflict ?? ''));
    return quarantined('conflicting-flags', conflict ?? 'No payload was given.', kept);
  }
  const fetched = await fetchPayload(first, house);
  if (!fetched.ok) {
    return quarantined(fetched.reason, fetched.message, [
      quarantine(house, Buffer.from(first), fetched.reason, fetched.message),
    ]);
  }
  return receivePayload(fetched.bytes, input, house);
};

/** Takes one payload from its bytes to the answer. */
export async function receivePayload(bytes: Buffer, input: Input, house: House): Promise<Answer> {
  const read = readPayload(bytes);
  if (!read.ok) return quarantined(read.reason, read.message, [quarantine(house, bytes, read.reason, read.message)]);
  const { reading, payload } = read;
  if (!reading.is_alert) {
    const path = quarantine(house, bytes, 'not-an-alert', reading.because);
    return answer('not-an-alert', {
      lines: [`no incident: ${reading.because}`, `kept in ${path}`],
      more: { reading },
      files: { quarantine: path },
      warnings: reading.warnings,
    });
  }
  const asked = whoAndWhen(input, house);
  const judged = await judgeAlerts(reading, payload, house.judges);
  const received = await receiveAlerts(judged.received, asked, house.reception);
  const most = mostTelling(received.results);
  const unmatched = received.results.every(({ outcome }) => outcome === 'no-open-incident');
  const files = unmatched ? { quarantine: quarantine(house, bytes, 'no-open-incident', most?.because ?? '') } : {};
  let exitCode: ExitCode = exitCodes.done;
  const warnings = [...judged.warnings, ...received.warnings];
  const incidents = new Map<string, Incident>();
  for (const incident of received.incidents) {
    const settled = await house.settle(incident);
    incidents.set(incident.id, settled.incident);
    warnings.push(...settled.warnings);
    if (settled.exit_code !== exitCodes.done) exitCode = settled.exit_code;
  }
  const incident = most?.incident_id == null ? undefined : incidents.get(most.incident_id);
  const told: Partial<Answer> = {
    exit_code: exitCode,
    lines: [
      ...explainResult(most, received.results),
      ...(incident === undefined
        ? []
        : [`${incident.severity}: ${incident.severity_because}`, `commander: ${incident.commander ?? 'unassigned'}`]),
      ...(isSet(input, 'explain') ? explainReading(reading, judged.received) : []),
    ],
    more: { results: received.results, reading: { source: reading.source, because: reading.because } },
    warnings,
    files,
  };
  const outcome = most?.outcome ?? 'no-open-incident';
  return incident === undefined ? answer(outcome, told) : about(house, incident, outcome, told);
}

function findConflict(input: Input, given: readonly string[]): string | null {
  if (given.length > 1)
    return `--alert-payload was given ${given.length} times; one call takes one payload, or a stream with "-".`;
  const other = (['manualIncident', 'incidentId'] as const).find((name) => input.options[name] !== undefined);
  if (other === undefined) return null;
  return `--alert-payload and ${other === 'manualIncident' ? '--manual-incident' : '--incident-id'} exclude each other.`;
}

function quarantine(house: House, bytes: Buffer, reason: string, message: string): string {
  return house.quarantine(bytes, { reason, message });
}

function quarantined(reason: string, message: string, kept: readonly string[]): Answer {
  const where = [...new Set(kept)].join(' and ');
  return answer('quarantined', {
    exit_code: exitCodes.wrongUsage,
    files: kept[0] === undefined ? {} : { quarantine: kept[0] },
    error: {
      reason,
      message,
      hint: `Nothing is lost: the payload and the reason are kept in ${where}. incident simulate @file shows how a payload is read.`,
    },
  });
}

/** What matters most of several results, first. */
const byWeight: readonly AlertOutcome[] = [
  'created',
  'reopened',
  'grouped',
  'deduplicated',
  'alert-cleared',
  'silenced',
  'no-open-incident',
];

function mostTelling(results: readonly AlertResult[]): AlertResult | undefined {
  return byWeight.flatMap((outcome) => results.filter((result) => result.outcome === outcome))[0];
}

function explainResult(most: AlertResult | undefined, results: readonly AlertResult[]): readonly string[] {
  if (most === undefined) return ['the payload holds no alert'];
  const counts = byWeight.flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return [
    `${most.outcome}: ${most.because}`,
    ...(results.length > 1 ? [`${results.length} alerts: ${counts.join(', ')}`] : []),
  ];
}

function explainReading(
  reading: Reading,
  received: readonly {
    readonly alert: { readonly title: string; readonly fingerprint: string };
    readonly assessment: { readonly severity: string; readonly because: string };
  }[],
): readonly string[] {
  return [
    `read: ${reading.because}`,
    ...received.map(
      ({ alert, assessment }) =>
        `${assessment.severity}: ${assessment.because} (${alert.title}, fingerprint ${alert.fingerprint})`,
    ),
  ];
}
