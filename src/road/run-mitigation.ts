import type { ApprovalPolicy, Asked } from '../incident/command.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { whyNotAutomatic, whyNotRun } from '../phases/approval.ts';
import { findMitigation, whyNotOverride } from '../phases/mitigation.ts';
import { byHand } from './by-hand.ts';
import type { Doors, Prepared, Ran } from './doors.ts';
import { type Desk, type Response, respond } from './respond.ts';
import { siftApprovals } from './sift-approvals.ts';

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

/** Which mitigation to run, and on whose word. */
export interface RunOrder {
  /** Null: the only one it can be. */
  readonly mitigation: string | null;
  readonly policy: ApprovalPolicy;
  /** Why it has to run without approval, where the commander says so. */
  readonly override?: string | undefined;
  /** Tells people that it was begun without approval, while it runs; that it fails costs the run nothing. */
  readonly announce?: ((incident: Incident) => Promise<unknown>) | undefined;
  /** True where its playbook asks for it and no person. */
  readonly automatic?: boolean | undefined;
}

/** Shows what would run: the exact argument list, and what still stands in its way. */
export async function previewMitigation(incident: Incident, order: RunOrder, asked: Asked, doors: Doors): Promise<Run> {
  const found = findMitigation(incident, order.mitigation, ['proposed', 'approved'], 'approved');
  if (!found.ok) return refuse(found.refusal, incident);
  const { mitigation } = found;
  const prepared = await doors.prepareWorkflow(mitigation.workflow ?? '', mitigation.args, true);
  return {
    kind: 'preview',
    incident,
    mitigation,
    prepared,
    gate: await gateOf(incident, mitigation, prepared, order, asked, doors),
  };
}

async function gateOf(
  incident: Incident,
  mitigation: Mitigation,
  prepared: Prepared,
  { policy, override, automatic }: RunOrder,
  asked: Asked,
  doors: Doors,
): Promise<Refusal | null> {
  if (automatic === true) return whyNotAutomatic(incident, mitigation, policy);
  const { now } = asked;
  const { command, program } = prepared.ok ? prepared : { command: null, program: null };
  const sifted = prepared.ok ? await siftApprovals({ incident, mitigation, prepared, now }, policy, doors) : null;
  const missing = whyNotRun(incident, sifted?.mitigation ?? mitigation, { policy, now, command, program });
  const { forged = null } = sifted ?? {};
  const gate: Refusal | null =
    missing === null || forged === null
      ? missing
      : { reason: 'signature-invalid', mitigation: mitigation.id, ...forged };
  return gate === null || override === undefined ? gate : whyNotOverride(asked, override, incident);
}

/**
 * Runs an approved mitigation, once.
 *
 * Its start is on record before the process exists, so that after a crash nobody runs it again by mistake; what cannot
 * be run for lack of configuration is an outcome on record too, and never a success.
 */
export async function runMitigation(
  incident: Incident,
  order: RunOrder,
  asked: Asked,
  house: Desk & Doors & { readonly now: () => string },
): Promise<Run> {
  const preview = await previewMitigation(incident, order, asked, house);
  if (preview.kind !== 'preview') return preview;
  const { mitigation, prepared, gate } = preview;
  // No approval could make it run: nobody is asked for one.
  if (!prepared.ok && prepared.outcome === 'workflow-not-configured') {
    return notRun(incident, mitigation, prepared, asked, house);
  }
  if (gate !== null) return refuse(gate, incident);
  if (!prepared.ok) return notRun(incident, mitigation, prepared, asked, house);
  const unmet = order.override === undefined ? await findUnmet(incident, mitigation, house) : null;
  if (unmet !== null) return refuse(unmet, incident);
  const { command, program } = prepared;
  const { policy, override, automatic } = order;
  const started = await respond(
    incident.id,
    {
      type: 'start-workflow',
      ...asked,
      mitigation: mitigation.id,
      command,
      program,
      policy,
      ...(override === undefined ? {} : { override }),
      ...(automatic === true ? { automatic } : {}),
    },
    house,
  );
  if (!started.ok) return { kind: 'refused', response: started };
  const announcing = override === undefined ? null : order.announce?.(started.incident).catch(() => null);
  const ran = await house.runWorkflow(mitigation.workflow ?? '', command);
  const now = house.now();
  const kept = await finish(incident, mitigation.id, { ...asked, at: now, now }, ran, house);
  await announcing;
  return { kind: 'ran', incident: kept.incident, mitigation, ran, warnings: kept.warnings };
}

/** The first thing that its playbook wants to hold before it runs, and that does not. */
async function findUnmet(incident: Incident, mitigation: Mitigation, doors: Doors): Promise<Refusal | null> {
  if (mitigation.playbook === undefined) return null;
  const { checks } = await doors.checkHealth(incident, mitigation);
  const failed = checks.find(({ passed }) => !passed);
  if (failed === undefined) return null;
  return { reason: 'pre-check-failed', mitigation: mitigation.id, check: failed.name, detail: failed.detail };
}

/** Keeps that it could not be run; said once, however often it is tried. */
async function notRun(
  incident: Incident,
  mitigation: Mitigation,
  prepared: Extract<Prepared, { ok: false }>,
  asked: Asked,
  desk: Desk,
): Promise<Run> {
  const { outcome, text } = prepared;
  if (mitigation.outcome === outcome && mitigation.text === text) {
    return { kind: 'not-run', incident, mitigation, prepared };
  }
  const ended = { outcome, text, exit_code: null, excerpt: '', seconds: null };
  const kept = await finish(incident, mitigation.id, asked, { ...ended, ...byHand(prepared) }, desk);
  return { kind: 'not-run', incident: kept.incident, mitigation, prepared };
}

function refuse(refusal: Refusal, incident: Incident): Run {
  return { kind: 'refused', response: { ok: false, refusal, incident } };
}

async function finish(
  { id }: Incident,
  mitigation: string,
  asked: Asked,
  { outcome, exit_code, text, excerpt, seconds, by_hand }: Ran & { readonly by_hand?: string },
  desk: Desk,
): Promise<{ readonly incident: Incident; readonly warnings: readonly string[] }> {
  const response = await respond(
    id,
    {
      ...{ type: 'finish-workflow', ...asked, mitigation, outcome, exit_code, text, excerpt, seconds },
      ...(by_hand === undefined ? {} : { by_hand }),
    },
    desk,
  );
  if (!response.ok) throw new Error(`the outcome of ${mitigation} of ${id} was refused: ${response.refusal.reason}`);
  return response;
}
