import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { type AutomaticStep, type Leave, nextAutomaticStep, type Stop } from '../phases/go-on.ts';
import type { Doors } from './doors.ts';
import { draftPostMortem, type ReportDesk } from './draft-post-mortem.ts';
import { noteSuspects } from './note-suspects.ts';
import { type Proposed, type ProposingHouse, proposePlaybooks } from './propose-playbooks.ts';
import { type Response, respond } from './respond.ts';
import { runMitigation } from './run-mitigation.ts';

/** What going on without a person needs. */
export interface RoadHouse extends ReportDesk, ProposingHouse, Doors {
  readonly now: () => string;
}

/** One step that was taken, and what came of it in a sentence. */
export interface StepTaken {
  readonly step: string;
  readonly text: string;
  readonly ok: boolean;
}

/** How far it went. */
export interface WentOn {
  readonly incident: Incident;
  readonly steps: readonly StepTaken[];
  readonly stop: Stop;
  readonly files: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** What playbooks proposed in this call. */
  readonly proposals: Proposed['proposals'];
}

const cannotPropose = 'no playbook can propose anything yet';

/** More steps than the road has stations. */
const mostSteps = 12;

interface Outcome {
  readonly incident: Incident;
  readonly text: string | null;
  readonly ok: boolean;
  readonly files?: Readonly<Record<string, string>>;
  readonly warnings?: readonly string[];
  readonly proposals?: Proposed['proposals'];
}

/** Goes on with an incident as far as it may without a person, and says at which gate it stopped. */
export async function goOn(incident: Incident, asked: Asked, leave: Leave, house: RoadHouse): Promise<WentOn> {
  const done = new Set(leave.done);
  const steps: StepTaken[] = [];
  const warnings: string[] = [];
  const proposals: Proposed['proposals'][number][] = [];
  let files: Readonly<Record<string, string>> = {};
  let state = incident;
  let unfilled = false;
  for (let count = 0; count < mostSteps; count += 1) {
    const step = nextAutomaticStep(state, { ...leave, done });
    if (step.kind === 'stop') {
      const stop = step.gate === 'nothing-to-run' && unfilled ? { ...step, why: cannotPropose } : step;
      return { incident: state, steps, stop, files, warnings, proposals };
    }
    const now = house.now();
    const outcome = await take(step, state, { ...asked, at: now, now }, leave, house);
    unfilled ||= step.kind === 'propose' && (outcome.warnings?.length ?? 0) > 0 && state.mitigations.length === 0;
    done.add(step.kind === 'run' ? `run ${step.mitigation}` : step.kind);
    state = outcome.incident;
    files = { ...files, ...outcome.files };
    warnings.push(...(outcome.warnings ?? []));
    proposals.push(...(outcome.proposals ?? []));
    if (outcome.text !== null) steps.push({ step: step.kind, text: outcome.text, ok: outcome.ok });
  }
  const why = 'it went on for longer than the road is';
  return { incident: state, steps, stop: { kind: 'stop', gate: 'nothing-to-run', why }, files, warnings, proposals };
}

async function take(
  step: Exclude<AutomaticStep, Stop>,
  incident: Incident,
  asked: Asked,
  leave: Leave,
  house: RoadHouse,
): Promise<Outcome> {
  const byProgram = { ...asked, by: null };
  switch (step.kind) {
    case 'propose': {
      if (house.config.playbooks.length === 0) return { incident, text: null, ok: true };
      const proposed = await proposePlaybooks(incident, asked, house);
      const text = proposed.proposals.map(({ mitigation, playbook }) => `${mitigation} proposed by "${playbook}"`);
      return { ...proposed, text: text.length === 0 ? null : text.join(', '), ok: true };
    }
    case 'note-suspects': {
      const { suspects } = await house.findSuspects(incident);
      const { incident: after, noted } = await noteSuspects(incident, suspects, asked, house);
      return { incident: after, text: noted === 0 ? null : `${noted} suspects written down as hypotheses`, ok: true };
    }
    case 'run':
      return run(step, incident, asked, leave, house);
    case 'verify': {
      const { checks, attempts } = await house.checkHealth(incident);
      if (checks.length === 0) return { incident, text: 'there is no check to ask', ok: true };
      const kept = await respond(incident.id, { type: 'record-verification', ...byProgram, checks, attempts }, house);
      const failed = checks.find(({ passed }) => !passed);
      const text = failed === undefined ? 'every check passed' : `${failed.name} failed: ${failed.detail}`;
      return { ...afterOf(kept, incident), text, ok: failed === undefined };
    }
    case 'resolve': {
      const kept = await respond(incident.id, { type: 'resolve', ...byProgram }, house);
      return { ...afterOf(kept, incident), text: kept.ok ? 'resolved, verified by checks' : null, ok: kept.ok };
    }
    case 'draft': {
      const drafted = await draftPostMortem(incident.id, byProgram, house);
      if (!drafted.ok) return { incident, text: 'the post-mortem could not be drafted', ok: false };
      return { ...drafted, text: 'post-mortem drafted', ok: true };
    }
  }
}

async function run(
  { mitigation, automatic }: Extract<AutomaticStep, { kind: 'run' }>,
  incident: Incident,
  asked: Asked,
  { policy }: Leave,
  house: RoadHouse,
): Promise<Outcome> {
  const by = automatic ? null : asked.by;
  const went = await runMitigation(incident, { mitigation, policy, automatic }, { ...asked, by }, house);
  switch (went.kind) {
    case 'refused': {
      const { refusal } = went.response;
      const after = went.response.incident ?? incident;
      // An approval that does not count any more is a gate like one that was never given, and no failure.
      return { incident: after, text: `${mitigation} was not run: ${refusal.reason}`, ok: waitsForApproval(refusal) };
    }
    case 'preview':
      return { incident, text: null, ok: false };
    case 'not-run':
      return { incident: went.incident, text: `${mitigation} was not run: ${went.prepared.text}`, ok: false };
    case 'ran': {
      const ok = went.ran.outcome === 'succeeded';
      const text = `${mitigation}: ${went.ran.text}`;
      if (ok || !automatic) return { incident: went.incident, text, ok, warnings: went.warnings };
      // What began without a person and failed has to reach one.
      const because = `${mitigation} ran by itself and did not succeed; somebody has to look`;
      const kept = await respond(incident.id, { type: 'escalate', ...asked, by: null, because }, house);
      return { ...afterOf(kept, went.incident), text, ok, warnings: went.warnings };
    }
  }
}

function waitsForApproval({ reason }: { readonly reason: string }): boolean {
  return (
    reason === 'not-approved' ||
    reason === 'approval-expired' ||
    reason === 'approval-outdated' ||
    reason === 'signature-invalid'
  );
}

function afterOf(response: Response, before: Incident): { readonly incident: Incident } {
  return { incident: response.incident ?? before };
}
