import type { Incident } from '../incident/incident.ts';
import type { Leave, Stop } from '../phases/go-on.ts';
import { goOn, type WentOn } from '../road/go-on.ts';
import { type Answer, exitCodes } from './answer.ts';
import { about, refused } from './ask.ts';
import { confirmIdentity } from './confirm-identity.ts';
import type { House } from './house.ts';
import { type Input, isSet } from './input.ts';
import { type Proposal, proposalOf, sayProposal } from './say-proposal.ts';
import { withSettled } from './with-settled.ts';

/** Goes on with an incident as far as it may without a person, tells people, and says at which gate it stopped. */
export async function answerGoingOn(
  incident: Incident,
  input: Input,
  house: House,
  how: Pick<Leave, 'until' | 'done'>,
): Promise<Answer> {
  const confirmed = confirmIdentity(input, house);
  if (!confirmed.ok) return refused(house, { ok: false, refusal: confirmed.refusal, incident });
  const leave = {
    ...{ ...how, apply: isSet(input, 'apply'), policy: house.approvalPolicy },
    configured: (workflow: string) => Object.hasOwn(house.config.workflows, workflow),
  };
  const went = await goOn(incident, confirmed.asked, leave, { ...house, people: house.config.people });
  const settled = went.steps.length === 0 ? null : await house.settle(went.incident);
  const told = tell(house, { ...went, incident: settled?.incident ?? went.incident });
  return settled === null ? told : withSettled(told, settled);
}

function tell(house: House, { incident, steps, stop, files, warnings, proposals: proposed }: WentOn): Answer {
  const proposals = proposed.flatMap(({ mitigation: id, prepared }) => {
    const mitigation = incident.mitigations.find((one) => one.id === id);
    return mitigation === undefined ? [] : [proposalOf(house, mitigation, prepared)];
  });
  const isOver = stop.gate === 'finished';
  const answered = about(house, incident, steps.some(({ step }) => step === 'draft') ? 'drafted' : 'waiting', {
    lines: [
      ...steps.flatMap(({ step, text }) => [text, ...(step === 'propose' ? proposals.flatMap(sayOne) : [])]),
      ...(isOver ? [] : [`stopped: ${stop.why}`]),
    ],
    more: { steps, proposals, waits_for: isOver ? null : { gate: stop.gate, why: stop.why } },
    files,
    warnings,
  });
  const bad = steps.find(({ ok }) => !ok);
  if (bad === undefined) return answered;
  const hint = answered.next[0]?.command ?? `incident show ${incident.id}`;
  const message = `${bad.text}.`.replace(/\.\.$/, '.');
  return { ...answered, exit_code: exitCodes.unsuccessful, error: { reason: reasonOf(stop), message, hint } };
}

function sayOne(proposal: Proposal): readonly string[] {
  const { mitigation, workflow, shown } = proposal;
  const what =
    shown === null
      ? `${mitigation} is for people to carry out: no command is configured for ${workflow ?? ''}`
      : `${mitigation} would run: ${shown}`;
  return [what, ...sayProposal(proposal).map((line) => `  ${line}`)];
}

function reasonOf({ gate }: Stop): string {
  return gate === 'not-verified' || gate === 'person-resolves' ? 'verification-failed' : 'mitigation-failed';
}
