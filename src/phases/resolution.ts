import type { CheckResult } from '../incident/check-result.ts';
import type { Asked, CommandOf } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident, TimelineEntry, Verification } from '../incident/incident.ts';
import { accept, type Decision, fact, refuse } from './decision.ts';
import { judgeByChecks } from './judge-by-checks.ts';
import { whyNoReason } from './why-no-reason.ts';

/** Writes down how every check went, passed or not, and what that says about the latest mitigation. */
export function recordVerification(command: CommandOf<'record-verification'>, incident: Incident): Decision {
  const { checks, attempts } = command;
  if (checks.length === 0) return refuse({ reason: 'nothing-to-record', wanted: 'a check, or --attest "how I know"' });
  const passed = checks.every((check) => check.passed);
  return accept(
    ...verdictFact(command, incident, checks),
    fact('verification.recorded', command, { checks, passed, ...(attempts === undefined ? {} : { attempts }) }),
  );
}

/** The verdict stands before the verification in the record, because a verdict after it would make it worthless. */
function verdictFact(asked: Asked, incident: Incident, checks: readonly CheckResult[]): readonly IncidentEvent[] {
  const judged = judgeByChecks(incident, checks);
  return judged === null ? [] : [fact('mitigation.judged', { ...asked, by: null }, { ...judged, from_checks: true })];
}

/** Takes a person's word that the service is healthy, for the record. */
export function attest(command: CommandOf<'attest'>): Decision {
  if (command.text.trim() === '')
    return refuse({ reason: 'reason-missing', wanted: 'how you know', flag: '--attest "…"' });
  return accept(fact('verification.attested', command, { text: command.text }));
}

/** Resolved means verified: the gate. */
export function resolve(command: CommandOf<'resolve'>, incident: Incident): Decision {
  const refusal = whyNotVerified(incident);
  if (refusal !== null) return command.override === undefined ? refuse(refusal) : override(command, command.override);
  const verification = incident.verification.at(-1);
  const basis = verification === undefined ? '' : basisOf(verification);
  return accept(fact('incident.resolved', command, { basis }));
}

function override(command: CommandOf<'resolve'>, because: string): Decision {
  if (command.by === null)
    return refuse({ reason: 'reason-missing', wanted: 'who takes it on', flag: '--as <person>' });
  const lacking = whyNoReason(because);
  if (lacking !== null) return refuse(lacking);
  return accept(
    fact('gate.overridden', command, { gate: 'verification', mitigation: null, because }),
    fact('incident.resolved', command, { basis: `without verification: ${because}` }),
  );
}

export function reopen(command: CommandOf<'reopen'>): Decision {
  const { because } = command;
  const lacking = whyNoReason(because);
  if (lacking !== null) return refuse(lacking);
  return accept(fact('incident.reopened', command, { because }));
}

/** Why the incident does not count as healthy; null when the latest verification passed and nothing has changed since. */
export function whyNotVerified(incident: Incident): Refusal | null {
  const last = incident.verification.at(-1);
  const since = lastDisturbance(incident);
  if (last === undefined) return { reason: 'not-verified', since: null, last: 'none' };
  if (!last.passed) return { reason: 'not-verified', since: last.at, last: 'failed' };
  if (since !== null && since.seq > last.seq) return { reason: 'not-verified', since: since.at, last: 'outdated' };
  return null;
}

/** What makes an earlier verification worthless: the service was touched, or the alert came again. */
const disturbances: ReadonlySet<string> = new Set([
  'workflow.started',
  'workflow.finished',
  'mitigation.judged',
  'incident.reopened',
  'alert.received',
  'alert.repeated',
]);

interface Disturbance {
  readonly seq: number;
  readonly at: string;
}

function lastDisturbance({ timeline }: Incident): Disturbance | null {
  const found = timeline.map(disturbanceOf).filter((one) => one !== null);
  return found.toSorted((one, other) => one.seq - other.seq).at(-1) ?? null;
}

/** An alert that flaps is folded into the line that says so, however much was verified after that line began. */
function disturbanceOf(entry: TimelineEntry): Disturbance | null {
  const { type, seq, at, data } = entry;
  if (type !== 'flapping.noticed') return disturbances.has(type) && !touchedNothing(entry) ? { seq, at } : null;
  const { fired_seq, fired_at } = data;
  return typeof fired_seq === 'number' && typeof fired_at === 'string' ? { seq: fired_seq, at: fired_at } : null;
}

/** Where nothing was there to run, nothing was touched. */
function touchedNothing({ type, data }: TimelineEntry): boolean {
  return type === 'workflow.finished' && data['outcome'] === 'workflow-not-configured';
}

function basisOf(verification: Verification): string {
  if (verification.attested !== null) {
    return `${verification.by ?? 'a person'} attests: ${verification.attested}`;
  }
  return `${verification.checks.length === 1 ? 'check' : 'checks'} passed: ${verification.checks.map((check) => check.name).join(', ')}`;
}
