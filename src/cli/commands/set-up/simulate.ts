import type { Reading } from '../../../incident/alert.ts';
import { worseOf } from '../../../incident/severity.ts';
import { hasNoChannel } from '../../../oncall/channels.ts';
import { claimsOf, placeAlert } from '../../../phases/place-alert.ts';
import { rehearse } from '../../../reactions/rehearse.ts';
import { imagine } from '../../../road/imagine-incident.ts';
import { judgeAlerts } from '../../../road/judge-alerts.ts';
import type { AlertResult } from '../../../road/reception.ts';
import { emptyPlaceholders } from '../../../sanitise/placeholders.ts';
import { type Json, sanitiseValue } from '../../../sanitise/sanitise-value.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { textOf } from '../../input.ts';
import { readPayload } from '../../read-input.ts';
import { readMoment, whoAndWhen } from '../../who-and-when.ts';
import { describeSchedule, isPlayed, play } from './play-schedule.ts';

/** `simulate @payload.json`: how it would be read, judged and placed; writes nothing and tells nobody. */
export const simulate: Action = async (input, house) => {
  const fetched = await fetchPayload(input.args[0] ?? '-', house);
  const read = fetched.ok ? readPayload(fetched.bytes) : fetched;
  if (!read.ok) {
    return answer('unreadable', {
      headline: false,
      exit_code: exitCodes.wrongUsage,
      more: {
        reading: { source: null, is_alert: false, because: read.message, alerts: [] },
        severity: null,
        severity_because: null,
      },
      error: {
        reason: read.reason,
        message: read.message,
        hint: 'A payload is a JSON object: incident simulate @payload.json',
      },
    });
  }
  const { reading } = read;
  const typed = textOf(input, 'at');
  const asked =
    typed === null
      ? whoAndWhen(input, house)
      : { by: null, at: readMoment(typed, '--at'), now: readMoment(typed, '--at') };
  const { received, warnings } = await judgeAlerts(reading, null, house.judges);
  const worst = received.reduce<(typeof received)[number] | null>(
    (worstSoFar, next) =>
      worstSoFar === null ||
      worseOf(worstSoFar.assessment.severity, next.assessment.severity) !== worstSoFar.assessment.severity
        ? next
        : worstSoFar,
    null,
  );
  const places: AlertResult[] = [];
  for (const { alert } of reading.is_alert ? received : []) {
    const claims = claimsOf(alert, house.config.grouping);
    const holder = async (claim: string | null) => {
      const found = claim === null ? null : (await house.store.findClaim(claim)).holder;
      return found === null ? null : house.store.read(found);
    };
    const holders = { byFingerprint: await holder(claims.fingerprint), byGroup: await holder(claims.group) };
    const place = placeAlert(alert, holders, house.config.grouping, asked.now);
    places.push({
      fingerprint: alert.fingerprint,
      outcome: place.kind === 'join' ? place.how : place.kind === 'start' ? 'created' : 'no-open-incident',
      incident_id: place.kind === 'join' ? place.incident.id : null,
      because: place.because,
    });
  }
  const commander = worst === null ? null : await house.onCall(worst.alert.service, asked.at);
  const judged = reading.is_alert ? worst : null;
  const schedule =
    judged === null || judged.alert.status === 'resolved'
      ? []
      : rehearse(imagine(received, judged, commander, asked), asked.now, await house.tellingPolicy(asked.now));
  await play(schedule, asked.now, input, house);
  return answer('simulated', {
    headline: false,
    lines: [
      `${reading.is_alert ? 'an alert' : 'not an alert'}: ${reading.because}`,
      ...received.flatMap(({ alert, assessment }, index) => [
        `${alert.status ?? 'status unknown'}  ${house.redact(alert.title)}${alert.service === null ? '' : ` (${alert.service})`}`,
        `  ${assessment.severity}: ${house.redact(assessment.because)}`,
        `  ${places[index]?.outcome ?? 'no incident'}: ${house.redact(places[index]?.because ?? reading.because)}`,
      ]),
      `commander: ${commander === null ? 'unassigned' : `${commander.person}, ${commander.because}`}`,
      ...(isPlayed(input) ? [] : describeSchedule(schedule, asked.now)),
      'nothing was written and nobody was told',
    ],
    more: {
      // It is shown as it would be kept: without secrets and personal data.
      reading: hide(reading, house),
      severity: judged?.assessment.severity ?? null,
      severity_because: judged === null ? null : house.redact(judged.assessment.because),
      commander: commander?.person ?? null,
      would_be: places.map((place) => ({ ...place, because: house.redact(place.because) })),
      schedule,
      // With its moment given, the whole answer is the same every time, so that it can be kept and compared.
      ...(typed === null ? {} : { run_id: 'run-simulated' }),
    },
    warnings: [
      ...warnings,
      ...(hasNoChannel(house.config.notifications) ? ['no channel is configured, so nobody would be told'] : []),
    ],
  });
};

/** What was read without what may not be shown; a fingerprint is our own, whatever it looks like. */
function hide(reading: Reading, { sanitising }: House): Reading {
  const whole: Json = JSON.parse(JSON.stringify(reading));
  const safe: Reading = JSON.parse(JSON.stringify(sanitiseValue(whole, emptyPlaceholders('shown'), sanitising).value));
  const alerts = safe.alerts.map((alert, index) => {
    return { ...alert, fingerprint: reading.alerts[index]?.fingerprint ?? alert.fingerprint };
  });
  return { ...safe, source: reading.source, alerts };
}
