import { respond } from '../../../road/respond.ts';
import { exitCodes } from '../../answer.ts';
import { about, ask, refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { withSettled } from '../../with-settled.ts';

/** `verify [id] [--attest "how I know"]`: asks the configured checks, or takes a person's word. */
export const verify: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const attested = textOf(input, 'attest');
  if (attested !== null) {
    return ask(house, id, 'attest', { type: 'attest', ...whoAndWhen(input, house), text: attested }, () => ({
      outcome: 'attested',
      lines: [`on record: ${house.redact(attested)}`],
    }));
  }
  const incident = await pickIncident(house, id, 'record-verification');
  const { checks, attempts } = await house.checkHealth(incident);
  if (checks.length === 0) {
    return about(house, incident, 'nothing-to-check', {
      exit_code: exitCodes.refused,
      error: {
        reason: 'no-checks-configured',
        message: 'No check is configured, so the program cannot tell whether the service is healthy.',
        hint: `Say how you know: incident verify ${incident.id} --attest "…"; or configure incident_response.verification.checks.`,
      },
    });
  }
  const kept = await respond(
    incident.id,
    { type: 'record-verification', ...whoAndWhen(input, house), checks, attempts },
    house,
  );
  if (!kept.ok) return refused(house, kept);
  const settled = await house.settle(kept.incident);
  const passed = checks.every((check) => check.passed);
  const failed = checks.find((check) => !check.passed);
  const answered = about(house, settled.incident, passed ? 'verified' : 'not-healthy', {
    exit_code: passed ? exitCodes.done : exitCodes.unsuccessful,
    lines: checks.map(({ name, passed: ok, detail }) => `${ok ? 'ok    ' : 'failed'}  ${name}: ${detail}`),
    more: { checks, passed, attempts },
    brief: failed === undefined ? null : `It is not healthy: ${failed.name} did not pass.`,
    error:
      failed === undefined
        ? null
        : {
            reason: 'verification-failed',
            message: `${failed.name}: ${failed.detail}`,
            hint: `When it is: incident verify ${incident.id}, or say how you know: incident verify ${incident.id} --attest "…"`,
          },
  });
  return withSettled(answered, settled);
};
