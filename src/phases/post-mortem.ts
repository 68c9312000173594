import type { ActionItem } from '../incident/action-item.ts';
import type { CommandOf } from '../incident/command.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident } from '../incident/incident.ts';
import { isAtLeast } from '../incident/severity.ts';
import { accept, type Decision, fact, refuse } from './decision.ts';
import { whyNoReason } from './why-no-reason.ts';

/** Adds to what is understood of the causes; what was recorded before stays, and a blank text counts as none. */
export function recordRootCause(command: CommandOf<'record-root-cause'>): Decision {
  const { trigger, factors, whys, went_well, was_difficult, got_lucky } = command.findings;
  const findings = {
    trigger: trigger?.trim() === '' ? null : trigger,
    factors: factors.filter(saysSomething),
    whys: whys.filter(saysSomething),
    went_well: went_well.filter(saysSomething),
    was_difficult: was_difficult.filter(saysSomething),
    got_lucky: got_lucky.filter(saysSomething),
  };
  if (Object.values(findings).every((found) => found === null || found.length === 0)) {
    return refuse({ reason: 'nothing-to-record', wanted: '--trigger, --factor or --why' });
  }
  return accept(fact('root-cause.recorded', command, findings));
}

function saysSomething(text: string): boolean {
  return text.trim() !== '';
}

export function addAction(command: CommandOf<'add-action'>, incident: Incident): Decision {
  if (command.action.text.trim() === '') return refuse({ reason: 'nothing-to-record', wanted: 'what is to be done' });
  const id = `A${incident.action_items.length + 1}`;
  return accept(fact('action.added', command, { action: { id, ...command.action, state: 'open', because: null } }));
}

export function finishAction(command: CommandOf<'finish-action'>, incident: Incident): Decision {
  const refusal = whyNotSettle(command.action, incident.action_items);
  if (refusal !== null) return refuse(refusal);
  return accept(fact('action.done', command, { action: command.action, because: command.because }));
}

/** Deciding against an action is fine, as long as the reason is on record. */
export function dropAction(command: CommandOf<'drop-action'>, incident: Incident): Decision {
  const lacking = whyNoReason(command.because, 'why not');
  if (lacking !== null) return refuse(lacking);
  const refusal = whyNotSettle(command.action, incident.action_items);
  if (refusal !== null) return refuse(refusal);
  return accept(fact('action.dropped', command, { action: command.action, because: command.because }));
}

function whyNotSettle(id: string, actions: readonly ActionItem[]): Refusal | null {
  const action = actions.find((candidate) => candidate.id === id);
  if (action === undefined) return { reason: 'no-such-action', action: id, known: actions.map((known) => known.id) };
  return action.state === 'open' ? null : { reason: 'action-already-settled', action: id, state: action.state };
}

/** Calls, moves or calls off the review meeting. */
export function schedule(command: CommandOf<'schedule-post-mortem'>, incident: Incident): Decision {
  const { starts_at, minutes, attendees, called_off } = command;
  const { meeting } = incident.post_mortem;
  const sequence = (meeting?.sequence ?? -1) + 1;
  if (called_off !== true) {
    return accept(fact('post-mortem.scheduled', command, { starts_at, minutes, attendees, sequence }));
  }
  if (meeting === null || meeting.called_off === true) {
    return refuse({ reason: 'nothing-to-record', wanted: 'a meeting that was called' });
  }
  return accept(fact('post-mortem.scheduled', command, { ...meeting, sequence, called_off }));
}

export function draft(command: CommandOf<'draft-post-mortem'>, incident: Incident): Decision {
  if (incident.post_mortem.state === 'final') return refuse({ reason: 'post-mortem-already-final' });
  const version = incident.post_mortem.version + 1;
  return accept(fact('post-mortem.drafted', command, { version, revision: incident.revision }));
}

/** Signs the report off; impossible while a finding blocks. */
export function finalize(command: CommandOf<'finalize-post-mortem'>, incident: Incident): Decision {
  const { reviewers, blocking, check } = command;
  const { state, version } = incident.post_mortem;
  if (state === 'none') return refuse({ reason: 'post-mortem-not-drafted' });
  if (state === 'final') return refuse({ reason: 'post-mortem-already-final' });
  const [first] = blocking;
  if (first !== undefined) return refuse({ reason: 'findings-open', blocking: blocking.length, first });
  if (reviewers.length === 0)
    return refuse({ reason: 'reason-missing', wanted: 'who reviewed it', flag: '--as <person>' });
  return accept(
    fact('post-mortem.finalized', command, { version, reviewers, ...(check === undefined ? {} : { check }) }),
  );
}

export function recordHandOver(command: CommandOf<'record-hand-over'>): Decision {
  const { outcome, text, actions } = command;
  return accept(fact('actions.handed-over', command, { outcome, text, actions }));
}

/** Closing a severe incident needs its finished post-mortem: the gate. */
export function close(command: CommandOf<'close'>, incident: Incident): Decision {
  const { post_mortem_required_from: required_from, because } = command;
  const { highest_severity: severity, post_mortem } = incident;
  if (isAtLeast(severity, required_from) && post_mortem.state !== 'final') {
    return refuse({ reason: 'post-mortem-not-final', severity, required_from, state: post_mortem.state });
  }
  return accept(fact('incident.closed', command, { because }));
}
