import type { RecordedEvent, WorkflowOutcome } from './event.ts';
import type { Incident, Mitigation } from './incident.ts';
import { reachMilestone } from './reach-milestone.ts';

type MitigationEvent = Extract<
  RecordedEvent,
  {
    type:
      | 'mitigation.proposed'
      | 'mitigation.approved'
      | 'workflow.started'
      | 'workflow.finished'
      | 'mitigation.judged';
  }
>;

/** Follows one attempt from proposal to verdict, and the incident's status with it. */
export function evolveMitigation(incident: Incident, event: MitigationEvent): Incident {
  switch (event.type) {
    case 'mitigation.proposed':
      return {
        ...incident,
        mitigations: [
          ...incident.mitigations,
          {
            ...byHand(event.data.mitigation, event.at, event.by),
            workflow: event.data.workflow,
            args: event.data.args,
            because: event.data.because,
            ...(event.data.playbook === undefined ? {} : { playbook: event.data.playbook }),
            ...(event.data.auto === true ? { auto: true } : {}),
            ...(event.data.by_hand === undefined ? {} : { by_hand: event.data.by_hand }),
            state: 'proposed',
          },
        ],
      };
    case 'mitigation.approved':
      return change(incident, event.data.mitigation, ({ by_hand, ...mitigation }) => ({
        ...mitigation,
        ...(by_hand === undefined || event.data.by_hand === null ? {} : { by_hand }),
        state: 'approved',
        approvals: [...mitigation.approvals, toApproval(event)],
      }));
    case 'workflow.started':
      return change(incident, event.data.mitigation, (mitigation) => ({
        ...mitigation,
        state: 'running',
        // Until its end is on record nobody can know it, whether it still runs or a crash came between.
        outcome: 'outcome-unknown',
        started_at: event.at,
        ...(event.data.automatic === true ? { automatic: true } : {}),
      }));
    case 'workflow.finished':
      return settle(
        change(incident, event.data.mitigation, (mitigation) => ({
          ...mitigation,
          state: stateAfter(event.data.outcome, mitigation),
          outcome: event.data.outcome,
          exit_code: event.data.exit_code,
          excerpt: event.data.excerpt,
          text: event.data.text,
          finished_at: event.at,
          ...(event.data.by_hand === undefined ? {} : { by_hand: event.data.by_hand }),
        })),
        event.data.outcome === 'succeeded' ? 'worked' : 'unchanged',
        event.at,
      );
    case 'mitigation.judged': {
      const { mitigation, verdict, text, from_checks } = event.data;
      const judged: Partial<Mitigation> = { state: 'judged', verdict, text, judged_by_checks: from_checks === true };
      const id = mitigation ?? `M${incident.mitigations.length + 1}`;
      const known =
        mitigation === null
          ? { ...incident, mitigations: [...incident.mitigations, byHand(id, event.at, event.by)] }
          : incident;
      const changed = change(known, id, (attempt) => ({
        ...attempt,
        ...judged,
        finished_at: attempt.finished_at ?? event.at,
      }));
      // That something did nothing which was never begun takes nothing back from what was.
      const before = incident.mitigations.find((attempt) => attempt.id === mitigation);
      const idle = verdict === 'no-effect' && (before?.state === 'proposed' || before?.state === 'approved');
      return settle(changed, verdict === 'worked' ? 'worked' : idle ? 'unchanged' : 'did-not-hold', event.at);
    }
  }
}

function toApproval({ by, at, data }: Extract<MitigationEvent, { type: 'mitigation.approved' }>) {
  const { expires_at, approves, identity, signer } = data;
  return { by, at, expires_at, approves, ...(identity && { identity }), ...(signer && { signer }) };
}

/** The end of a run that a person has judged meanwhile comes too late to ask for a verdict. */
function stateAfter(outcome: WorkflowOutcome, { state }: Mitigation): Mitigation['state'] {
  return outcome === 'workflow-not-configured' || state === 'judged' ? state : 'finished';
}

/** A mitigation that worked stops the impact; one that did not sends the team back to investigating. */
function settle(incident: Incident, effect: 'worked' | 'did-not-hold' | 'unchanged', at: string): Incident {
  if (effect === 'unchanged' || incident.status === 'resolved' || incident.status === 'closed') return incident;
  if (effect === 'worked') return reachMilestone({ ...incident, status: 'mitigating' }, 'mitigated', at);
  const mitigatedByHand = incident.dated_by_hand.includes('mitigated');
  return { ...incident, status: 'investigating', mitigated_at: mitigatedByHand ? incident.mitigated_at : null };
}

function byHand(id: string, at: string, by: string | null): Mitigation {
  return {
    id,
    workflow: null,
    args: [],
    because: '',
    state: 'finished',
    proposed_at: at,
    proposed_by: by,
    approvals: [],
    outcome: null,
    exit_code: null,
    excerpt: '',
    verdict: null,
    text: '',
    started_at: null,
    finished_at: null,
  };
}

function change(incident: Incident, id: string, how: (mitigation: Mitigation) => Mitigation): Incident {
  return {
    ...incident,
    mitigations: incident.mitigations.map((mitigation) => (mitigation.id === id ? how(mitigation) : mitigation)),
  };
}
