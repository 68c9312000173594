import type { ApprovalPolicy, Asked } from '../incident/command.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { findMitigation, whyNotRun } from '../phases/mitigation.ts';
import type { Doors, Prepared, Ran } from './doors.ts';
import { type Desk, type Response, respond } from './respond.ts';

/** What a run, or its preview, came to. */
export type Run =
  | {
      readonly kind: 'preview';
      readonly incident: Incident;
      readonly mitigation: Mitigation;
      readonly prepared: Prepared;
      readonly gate: Refusal | null;
    }
  | { readonly kind: 'refused'; readonly response: Extract<Response, { ok: false }> }
  | {
      readonly kind: 'not-run';
      readonly incident: Incident;
      readonly mitigation: Mitigation;
      readonly prepared: Extract<Prepared, { ok: false }>;
    }
  | {
      readonly kind: 'ran';
      readonly incident: Incident;
      readonly mitigation: Mitigation;
      readonly ran: Ran;
      readonly warnings: readonly string[];
    };

/** Shows what would run: the exact argument list, and what still stands in its way. */
export async function previewMitigation(
  incident: Incident,
  id: string | null,
  policy: ApprovalPolicy,
  now: string,
  doors: Doors,
): Promise<Run> {
  const found = findMitigation(incident, id, ['proposed', 'approved']);
  if (!found.ok) return { kind: 'refused', response: { ok: false, refusal: found.refusal, incident } };
  const { mitigation } = found;
  const prepared = await doors.prepareWorkflow(mitigation.workflow ?? '', mitigation.args, true);
  return { kind: 'preview', incident, mitigation, prepared, gate: whyNotRun(mitigation, policy, now) };
}

/**
 * Runs an approved mitigation, once.
 *
 * Its start is on record before the process exists, so that after a crash nobody runs it again by mistake; what cannot
 * be run for lack of configuration is an outcome on record too, and never a success.
 */
export async function runMitigation(
  incident: Incident,
  id: string | null,
  policy: ApprovalPolicy,
  asked: Asked,
  house: Desk & Doors & { readonly now: () => string },
): Promise<Run> {
  const preview = await previewMitigation(incident, id, policy, asked.now, house);
  if (preview.kind !== 'preview') return preview;
  const { mitigation, prepared, gate } = preview;
  if (gate !== null) return { kind: 'refused', response: { ok: false, refusal: gate, incident } };
  if (!prepared.ok) {
    const kept = await finish(
      incident,
      mitigation.id,
      asked,
      { ...prepared, exit_code: null, excerpt: '', seconds: null },
      house,
    );
    return { kind: 'not-run', incident: kept.incident, mitigation, prepared };
  }
  const started = await respond(
    incident.id,
    { type: 'start-workflow', ...asked, mitigation: mitigation.id, command: prepared.command, policy },
    house,
  );
  if (!started.ok) return { kind: 'refused', response: started };
  const ran = await house.runWorkflow(mitigation.workflow ?? '', prepared.command);
  const now = house.now();
  const kept = await finish(incident, mitigation.id, { ...asked, at: now, now }, ran, house);
  return { kind: 'ran', incident: kept.incident, mitigation, ran, warnings: kept.warnings };
}

async function finish(
  { id }: Incident,
  mitigation: string,
  asked: Asked,
  { outcome, exit_code, text, excerpt, seconds }: Ran,
  desk: Desk,
): Promise<{ readonly incident: Incident; readonly warnings: readonly string[] }> {
  const response = await respond(
    id,
    { type: 'finish-workflow', ...asked, mitigation, outcome, exit_code, text, excerpt, seconds },
    desk,
  );
  if (!response.ok) throw new Error(`the outcome of ${mitigation} of ${id} was refused: ${response.refusal.reason}`);
  return response;
}
