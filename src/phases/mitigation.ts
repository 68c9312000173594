import type { Asked, CommandOf } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident, Mitigation } from '../incident/incident.ts';
import { decideApproval, whyNotAutomatic, whyNotRun } from './approval.ts';
import { accept, type Decision, fact, refuse } from './decision.ts';
import { whyNoReason } from './why-no-reason.ts';

/** Writes down what should be run, with its exact arguments, before anyone may run it. */
export function propose(command: CommandOf<'propose-mitigation'>, incident: Incident): Decision {
  const { workflow, args, because, playbook, by_hand } = command;
  const mitigation = `M${incident.mitigations.length + 1}`;
  const proposed = fact('mitigation.proposed', command, {
    mitigation,
    workflow,
    args,
    because,
    ...(playbook === undefined ? {} : { playbook: playbook.name }),
    ...(playbook?.auto === true ? { auto: true } : {}),
    ...(by_hand === undefined ? {} : { by_hand }),
  });
  // A proposal of the program is nobody's word that someone is on it: people go on being called.
  return playbook === undefined ? accept(...takeUp(command, incident), proposed) : accept(proposed);
}

/** Lets exactly the proposed arguments run: another proposal needs another approval. */
export function approve(command: CommandOf<'approve-mitigation'>, incident: Incident): Decision {
  const found = findMitigation(incident, command.mitigation, ['proposed', 'approved']);
  if (!found.ok) return found;
  const decided = decideApproval(command, incident, found.mitigation);
  return decided.ok ? accept(...takeUp(command, incident), decided.event) : decided;
}

/** Starts the approved run: this fact is on record before the process exists, so that it never runs twice. */
export function startWorkflow(command: CommandOf<'start-workflow'>, incident: Incident): Decision {
  const running = incident.mitigations.find((mitigation) => mitigation.state === 'running');
  if (running !== undefined) return refuse({ reason: 'still-running', mitigation: running.id });
  const found = findMitigation(incident, command.mitigation, ['proposed', 'approved']);
  if (!found.ok) return found;
  const { mitigation } = found;
  const { override, automatic } = command;
  const refusal = automatic
    ? whyNotAutomatic(incident, mitigation, command.policy)
    : whyNotRun(incident, mitigation, command);
  const overrides = refusal !== null && override !== undefined && automatic !== true;
  const stops = overrides ? whyNotOverride(command, override, incident) : refusal;
  if (stops !== null) return refuse(stops);
  return accept(
    ...takeUp(command, incident),
    ...(overrides
      ? [fact('gate.overridden', command, { gate: 'approval', mitigation: mitigation.id, because: override })]
      : []),
    fact('workflow.started', command, {
      mitigation: mitigation.id,
      workflow: mitigation.workflow ?? '',
      command: command.command,
      ...(automatic === true ? { automatic } : {}),
    }),
  );
}

/** Only whoever leads the response may go past an approval, and has to say why. */
export function whyNotOverride({ by }: Asked, because: string, { commander }: Incident): Refusal | null {
  if (by === null || by !== commander) return { reason: 'override-not-allowed', person: by, commander };
  return whyNoReason(because);
}

/** Writes down how a run ended; an outcome is a fact and is never refused. */
export function finishWorkflow(command: CommandOf<'finish-workflow'>, incident: Incident): Decision {
  const { mitigation, outcome, exit_code, text, excerpt, seconds, by_hand } = command;
  const workflow = incident.mitigations.find(({ id }) => id === mitigation)?.workflow ?? '';
  return accept(
    ...(outcome === 'succeeded' ? takeUp(command, incident) : []),
    fact('workflow.finished', command, {
      ...{ mitigation, workflow, outcome, exit_code, text, excerpt, seconds },
      ...(by_hand === undefined ? {} : { by_hand }),
    }),
  );
}

/** Takes a person's word on whether it helped, for a recorded attempt or for one done entirely by hand. */
export function judge(command: CommandOf<'judge-mitigation'>, incident: Incident): Decision {
  const { verdict, text } = command;
  const open = incident.mitigations.filter((mitigation) => mitigation.state !== 'judged');
  // What was begun is what a person has seen the effect of.
  const seen = open.findLast(({ started_at }) => started_at !== null) ?? open.at(-1);
  const mitigation = command.mitigation ?? seen?.id ?? null;
  if (mitigation !== null && !incident.mitigations.some(({ id }) => id === mitigation)) {
    return refuse({ reason: 'no-such-mitigation', mitigation, known: incident.mitigations.map(({ id }) => id) });
  }
  return accept(...takeUp(command, incident), fact('mitigation.judged', command, { mitigation, verdict, text }));
}

/** Whoever works on the mitigation of an open incident has thereby acknowledged it. */
function takeUp(asked: Asked, incident: Incident): readonly IncidentEvent[] {
  return incident.status === 'open' ? [fact('incident.acknowledged', asked, {})] : [];
}

/** What was started is over, or nobody knows: either way it is not started again. */
function hasBegun({ id, state }: Mitigation): Refusal {
  return state === 'running'
    ? { reason: 'still-running', mitigation: id }
    : { reason: 'already-run', mitigation: id, state };
}

type Found = { readonly ok: true; readonly mitigation: Mitigation } | { readonly ok: false; readonly refusal: Refusal };

/** The mitigation that is meant: the one named, or the only one that could be, or the only one that is furthest. */
export function findMitigation(
  incident: Incident,
  id: string | null,
  states: readonly Mitigation['state'][],
  furthest?: Mitigation['state'],
): Found {
  const known = incident.mitigations.map((mitigation) => mitigation.id);
  const possible = incident.mitigations.filter((mitigation) => states.includes(mitigation.state));
  const first = possible.filter(({ state }) => state === furthest);
  const fitting = first.length === 1 ? first : possible;
  const named = incident.mitigations.find((mitigation) => mitigation.id === id);
  if (id !== null && named === undefined) {
    return { ok: false, refusal: { reason: 'no-such-mitigation', mitigation: id, known } };
  }
  if (named !== undefined && !states.includes(named.state)) {
    return { ok: false, refusal: hasBegun(named) };
  }
  if (named !== undefined) return { ok: true, mitigation: named };
  const [only, ...more] = fitting;
  if (only === undefined) {
    const last = incident.mitigations.at(-1);
    return last === undefined
      ? { ok: false, refusal: { reason: 'no-such-mitigation', mitigation: null, known } }
      : { ok: false, refusal: hasBegun(last) };
  }
  if (more.length > 0) {
    return { ok: false, refusal: { reason: 'mitigation-unclear', known: fitting.map((mitigation) => mitigation.id) } };
  }
  return { ok: true, mitigation: only };
}
