import type { Signed } from '../../../incident/command.ts';
import type { Incident, Mitigation } from '../../../incident/incident.ts';
import { findMitigation } from '../../../phases/mitigation.ts';
import type { Prepared } from '../../../road/doors.ts';
import { respond } from '../../../road/respond.ts';
import { type Answer, answer } from '../../answer.ts';
import { refused, tellResponse } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { confirmIdentity } from '../../confirm-identity.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { pickIncident } from '../../pick-incident.ts';
import { splitMitigation } from '../../pick-mitigation.ts';
import { proposalOf, sayProposal } from '../../say-proposal.ts';
import { showApprovalText, takeSignature } from '../../sign-approval.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `mitigate approve [id] [M1]`: lets exactly what was proposed run. */
export const mitigateApprove: Action = async (input, house) => {
  const { id, mitigation: named } = splitMitigation(input.args);
  const incident = await pickIncident(house, id, 'approve-mitigation');
  const found = findMitigation(incident, named, ['proposed', 'approved']);
  if (!found.ok) return refused(house, { ok: false, refusal: found.refusal, incident });
  const { mitigation } = found;
  const prepared = await house.prepareWorkflow(mitigation.workflow ?? '', mitigation.args, true);
  if (isSet(input, 'show')) return showText(house, incident, mitigation, prepared);
  const signing = textOf(input, 'key') !== null || textOf(input, 'signature') !== null;
  if (!signing) return approveByName(input, house, incident, mitigation, prepared);
  const taken = await takeSignature(input, house, { incident, mitigation, prepared });
  if (!taken.ok) return taken.answer;
  const { by, signed } = taken;
  return keep(house, incident, mitigation, prepared, {
    ...whoAndWhen(input, house),
    by,
    identity: 'signature',
    signed,
  });
};

function approveByName(
  input: Input,
  house: House,
  incident: Incident,
  mitigation: Mitigation,
  prepared: Prepared,
): Promise<Answer> | Answer {
  const confirmed = confirmIdentity(input, house);
  if (!confirmed.ok) return refused(house, { ok: false, refusal: confirmed.refusal, incident });
  return keep(house, incident, mitigation, prepared, { ...confirmed.asked, identity: confirmed.identity });
}

interface Word {
  readonly by: string | null;
  readonly at: string;
  readonly now: string;
  readonly identity: 'signature' | 'account' | 'word';
  readonly signed?: Signed;
}

async function keep(
  house: House,
  { id }: Incident,
  { id: mitigation }: Mitigation,
  prepared: Prepared,
  word: Word,
): Promise<Answer> {
  const exact = prepared.ok ? prepared : { command: null, program: null };
  const { command, program } = exact;
  const policy = house.approvalPolicy;
  const response = await respond(
    id,
    { type: 'approve-mitigation', ...word, mitigation, policy, command, program },
    house,
  );
  return tellResponse(house, response, (incident) => {
    const approved = incident.mitigations.find((one) => one.id === mitigation);
    const expires = approved?.approvals.at(-1)?.expires_at ?? null;
    const until = expires === null ? '' : `, until ${expires}`;
    const proposal = approved === undefined ? null : proposalOf(house, approved, prepared);
    return {
      outcome: 'approved',
      lines: [
        `${mitigation} approved by ${word.by ?? 'nobody'}${until} (known by ${knownBy[word.identity]})`,
        ...(proposal === null ? [] : sayProposal(proposal)),
      ],
      more: { mitigation, expires_at: expires, identity: word.identity, proposal },
      warnings: prepared.ok ? [] : [`${prepared.text} The approval lets nothing run here.`],
    };
  });
}

const knownBy = { signature: 'signature', account: 'the calling account', word: 'the name given, unverified' } as const;

function showText(house: House, incident: Incident, mitigation: Mitigation, prepared: Prepared): Answer {
  const text = showApprovalText(house, { incident, mitigation, prepared });
  return answer('approval-text', {
    headline: false,
    incident,
    lines: text.replace(/\n$/, '').split('\n'),
    more: { mitigation: mitigation.id, approval_text: text },
  });
}
