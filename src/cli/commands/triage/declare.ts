import { isInTheFuture } from '../../../phases/decision.ts';
import { declareByHand } from '../../../phases/declare.ts';
import { sanitiseEvents } from '../../../road/sanitise-events.ts';
import type { Created, Declaration } from '../../../store/incident-store.ts';
import { answer, exitCodes } from '../../answer.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { explainRefusal } from '../../explain.ts';
import type { House } from '../../house.ts';
import { textOf } from '../../input.ts';
import { readSeverity, whoAndWhen } from '../../who-and-when.ts';
import { withSettled } from '../../with-settled.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `declare ["title"] --severity <SEV-n>`: an incident without an alert. */
export const declare: Action = async (input, house) => {
  const asked = whoAndWhen(input, house);
  if (isInTheFuture(asked)) {
    const error = explainRefusal({ reason: 'in-the-future', at: asked.at, now: asked.now }, '');
    return answer('refused', { exit_code: exitCodes.refused, error });
  }
  const typed = textOf(input, 'severity');
  const severity = typed === null ? house.config.severity.default : readSeverity(typed);
  const because =
    typed === null
      ? `no severity was given, so it is rounded up to ${severity}; rule default`
      : (textOf(input, 'because') ?? `declared as ${severity}${asked.by === null ? '' : ` by ${asked.by}`}`);
  const title = (textOf(input, 'manualIncident') ?? input.args.join(' ')).trim() || 'declared by hand';
  if (title.length > 500)
    throw new WrongUsage(
      'title-too-long',
      `The title has ${title.length} characters.`,
      'Keep it under 500; details go into incident note.',
    );
  const service = textOf(input, 'service');
  const commander = await house.onCall(service, asked.at);
  const assessment = { severity, because };
  const created = await createOnce(house, (birth) => {
    const events = declareByHand(
      asked,
      { ...birth, claims: [], follows: [], commander },
      { title, service, assessment },
    );
    const safe = sanitiseEvents(events, { salt: birth.salt, by_digest: {}, counts: {} }, house.sanitising);
    return { id: birth.id, events: safe, claim: null, recorded_at: asked.now };
  });
  const settled = await house.settle(created.incident);
  const { id } = created.incident;
  const later = async (): Promise<void> => (await import('../../note-at-triage.ts')).noteAtTriage(id, house);
  const told = { warnings: created.warnings, ...(house.looksForSuspects() ? { afterwards: later } : {}) };
  return withSettled(about(house, settled.incident, 'created', told), settled);
};

/** Tries fresh ids until one is free; the second try is already one in a hundred million. */
async function createOnce(
  house: House,
  declare: (birth: ReturnType<House['newBirth']>) => Declaration,
): Promise<Extract<Created, { ok: true }>> {
  for (;;) {
    const created = await house.store.create(declare(house.newBirth()));
    if (created.ok) return created;
  }
}
