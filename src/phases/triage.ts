import type { CommandOf } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import { changesWith, flappingWithin, isFlapping } from '../incident/flapping.ts';
import type { Incident } from '../incident/incident.ts';
import { isWorse } from '../incident/severity.ts';
import { accept, type Decision, fact, refuse } from './decision.ts';
import { whyNoReason } from './why-no-reason.ts';

/** Counts an alert in; it may raise the severity, acknowledge or reopen, but never lowers or closes anything. */
export function recordAlert(command: CommandOf<'record-alert'>, incident: Incident): Decision {
  const { alert, payload, assessment } = command;
  const known = incident.fingerprints.includes(alert.fingerprint);
  const type = alert.status === 'resolved' ? 'alert.cleared' : known ? 'alert.repeated' : 'alert.received';
  const events: IncidentEvent[] = [fact(type, command, { alert, payload })];
  for (const claim of command.claims) {
    if (!incident.claims.includes(claim)) events.push(fact('claim.added', command, { claim }));
  }
  const changes = changesWith(incident, alert, command.now);
  if (isFlapping(changes, command.now) && !incident.flapping.includes(alert.fingerprint)) {
    const { fingerprint, title, service } = alert;
    const noticed = { fingerprint, title, service, changes: changes.length, within_seconds: flappingWithin };
    events.push(fact('flapping.noticed', { ...command, by: null }, noticed));
  }
  if (alert.status === 'resolved' || command.quiet) return accept(...events);
  if (incident.status === 'resolved') events.push(fact('incident.reopened', command, { because: command.because }));
  if (isWorse(assessment.severity, incident.severity)) {
    const { severity: from } = incident;
    events.push(fact('severity.changed', command, { from, to: assessment.severity, because: assessment.because }));
  }
  if (alert.status === 'acknowledged' && incident.status === 'open') {
    events.push(fact('incident.acknowledged', { ...command, by: command.by ?? alert.source }, {}));
  }
  return accept(...events);
}

/** Someone takes it; without a commander, whoever acknowledges becomes the commander. */
export function acknowledge(command: CommandOf<'acknowledge'>, incident: Incident): Decision {
  const events: IncidentEvent[] = [fact('incident.acknowledged', command, {})];
  if (incident.commander === null && command.by !== null) {
    events.push(
      fact('role.assigned', command, { role: 'commander', person: command.by, because: 'acknowledged first' }),
    );
  }
  return accept(...events);
}

export function escalate(command: CommandOf<'escalate'>): Decision {
  const lacking = whyNoReason(command.because);
  if (lacking !== null) return refuse(lacking);
  return accept(fact('incident.escalated', command, { because: command.because }));
}

/** Gives a role to a person; giving it to whoever has it already changes nothing. */
export function assign(command: CommandOf<'assign'>, incident: Incident): Decision {
  const { role, person, because } = command;
  if (incident.roles[role]?.includes(person) === true) return accept();
  return accept(fact('role.assigned', command, { role, person, because }));
}

/** Moves the severity either way, but never without a reason. */
export function changeSeverity(command: CommandOf<'change-severity'>, incident: Incident): Decision {
  const { severity, because } = command;
  const lacking = whyNoReason(because);
  if (lacking !== null) return refuse(lacking);
  if (severity === incident.severity) return refuse({ reason: 'same-severity', severity });
  return accept(fact('severity.changed', command, { from: incident.severity, to: severity, because }));
}

/** Closes an incident as a duplicate of another. */
export function merge(command: CommandOf<'merge'>, incident: Incident): Decision {
  if (command.into === incident.id) return refuse({ reason: 'merge-into-itself' });
  return accept(
    ...incident.claims
      .filter((claim) => !Object.hasOwn(incident.passed_claims, claim))
      .map((claim) => fact('claim.passed', command, { claim, to: command.into })),
    fact('incident.merged', command, { into: command.into }),
    fact('incident.closed', command, { because: `duplicate of ${command.into}` }),
  );
}
