import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { splitMitigation } from '../../pick-mitigation.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `mitigate approve [id] [M1]`: lets exactly what was proposed run. */
export const mitigateApprove: Action = (input, house) => {
  const { id, mitigation } = splitMitigation(input.args);
  const asked = whoAndWhen(input, house);
  const policy = house.approvalPolicy;
  return ask(
    house,
    id,
    'approve-mitigation',
    { type: 'approve-mitigation', ...asked, mitigation, policy },
    (incident) => {
      const approved = incident.mitigations.findLast(({ state }) => state === 'approved');
      const expires = approved?.approvals.at(-1)?.expires_at ?? null;
      return {
        outcome: 'approved',
        lines: [
          `${approved?.id ?? ''} approved by ${asked.by ?? 'nobody'}${expires === null ? '' : `, until ${expires}`}`,
        ],
        more: { mitigation: approved?.id ?? null, expires_at: expires },
      };
    },
  );
};
