import type { Command, CommandType } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import type { Status } from '../incident/status.ts';
import * as communication from './communication.ts';
import { type Decision, isInTheFuture, refuse } from './decision.ts';
import * as mitigation from './mitigation.ts';
import * as postMortem from './post-mortem.ts';
import * as resolution from './resolution.ts';
import * as triage from './triage.ts';

const untilResolved: readonly Status[] = ['open', 'investigating', 'mitigating'];
const untilClosed: readonly Status[] = [...untilResolved, 'resolved'];
const always: readonly Status[] = [...untilClosed, 'closed'];

/** THE life cycle: in which statuses each command may be given. */
export const permitted: Readonly<Record<CommandType, readonly Status[]>> = {
  'record-alert': untilClosed,
  acknowledge: untilResolved,
  escalate: untilResolved,
  assign: untilClosed,
  'change-severity': untilClosed,
  merge: untilClosed,
  'add-note': always,
  'post-update': untilClosed,
  'propose-mitigation': untilResolved,
  'approve-mitigation': untilResolved,
  'start-workflow': untilResolved,
  'finish-workflow': always,
  'judge-mitigation': untilResolved,
  'record-verification': untilClosed,
  attest: untilResolved,
  resolve: untilResolved,
  reopen: ['resolved'],
  'record-root-cause': always,
  'add-action': always,
  'finish-action': always,
  'drop-action': always,
  'schedule-post-mortem': ['resolved', 'closed'],
  'draft-post-mortem': ['resolved', 'closed'],
  'finalize-post-mortem': ['resolved', 'closed'],
  'record-hand-over': always,
  'reveal-original': always,
  close: ['resolved'],
};

/** Decides what follows from a command, given the state and nothing else. */
export function decide(command: Command, incident: Incident): Decision {
  const allowed = permitted[command.type];
  if (incident.merged_into !== null && !allowed.includes('closed')) {
    return refuse({ reason: 'already-merged', into: incident.merged_into });
  }
  if (!allowed.includes(incident.status)) {
    return refuse({ reason: 'not-in-this-status', wanted: command.type, status: incident.status, allowed });
  }
  if (isInTheFuture(command)) {
    return refuse({ reason: 'in-the-future', at: command.at, now: command.now });
  }
  switch (command.type) {
    case 'record-alert':
      return triage.recordAlert(command, incident);
    case 'acknowledge':
      return triage.acknowledge(command, incident);
    case 'escalate':
      return triage.escalate(command);
    case 'assign':
      return triage.assign(command, incident);
    case 'change-severity':
      return triage.changeSeverity(command, incident);
    case 'merge':
      return triage.merge(command, incident);
    case 'add-note':
      return communication.addNote(command, incident);
    case 'post-update':
      return communication.postUpdate(command);
    case 'propose-mitigation':
      return mitigation.propose(command, incident);
    case 'approve-mitigation':
      return mitigation.approve(command, incident);
    case 'start-workflow':
      return mitigation.startWorkflow(command, incident);
    case 'finish-workflow':
      return mitigation.finishWorkflow(command, incident);
    case 'judge-mitigation':
      return mitigation.judge(command, incident);
    case 'record-verification':
      return resolution.recordVerification(command, incident);
    case 'attest':
      return resolution.attest(command);
    case 'resolve':
      return resolution.resolve(command, incident);
    case 'reopen':
      return resolution.reopen(command);
    case 'record-root-cause':
      return postMortem.recordRootCause(command);
    case 'add-action':
      return postMortem.addAction(command, incident);
    case 'finish-action':
      return postMortem.finishAction(command, incident);
    case 'drop-action':
      return postMortem.dropAction(command, incident);
    case 'schedule-post-mortem':
      return postMortem.schedule(command, incident);
    case 'draft-post-mortem':
      return postMortem.draft(command, incident);
    case 'finalize-post-mortem':
      return postMortem.finalize(command, incident);
    case 'reveal-original':
      return communication.revealOriginal(command, incident);
    case 'record-hand-over':
      return postMortem.recordHandOver(command);
    case 'close':
      return postMortem.close(command, incident);
  }
}
