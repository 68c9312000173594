import type { Refusal } from '../incident/failure.ts';
import type { AnswerError } from './answer.ts';

/** What can stand between a proposal and its run, besides a missing approval. */
type Gate = Extract<
  Refusal,
  {
    reason:
      | 'approval-outdated'
      | 'signature-missing'
      | 'signature-invalid'
      | 'signature-reused'
      | 'signature-expired'
      | 'identity-mismatch'
      | 'override-not-allowed'
      | 'not-automatic'
      | 'pre-check-failed';
  }
>;

/** Why a mitigation is held up, in words. */
export function explainGate(refusal: Gate, id: string, approveWith: string): AnswerError {
  const say = (message: string, hint: string): AnswerError => ({ reason: refusal.reason, message, hint });
  switch (refusal.reason) {
    case 'approval-outdated':
      return say(
        `${refusal.mitigation} was approved, but what would run now is not what was approved: the program, its arguments or the incident has changed since.`,
        `Look at it again (incident mitigate run ${id} ${refusal.mitigation}), then: incident mitigate approve ${id} ${refusal.mitigation} ${approveWith}`,
      );
    case 'signature-missing':
      return say(
        `Approvals have to be signed here, and this one of ${refusal.mitigation} is not.`,
        `incident mitigate approve ${id} ${refusal.mitigation} --key ~/.ssh/id_ed25519; or sign what incident mitigate approve ${id} ${refusal.mitigation} --show prints`,
      );
    case 'signature-invalid':
      return say(
        `The approval of ${refusal.mitigation} by ${refusal.by ?? 'nobody'} does not count: ${refusal.why}`.replace(
          /\.?$/,
          '.',
        ),
        `If you did not expect this, somebody may have written into the record (incident audit verify ${id}); else: incident mitigate approve ${id} ${refusal.mitigation} ${approveWith}`,
      );
    case 'signature-reused':
      return say(
        `This signature of ${refusal.mitigation} has been used already; it counts once.`,
        `Sign it again: incident mitigate approve ${id} ${refusal.mitigation} --show`,
      );
    case 'signature-expired':
      return say(
        `What was signed for ${refusal.mitigation} was valid until ${refusal.until}.`,
        `Sign it again: incident mitigate approve ${id} ${refusal.mitigation} --show`,
      );
    case 'identity-mismatch':
      return say(
        `The calling account "${refusal.account}" belongs to ${refusal.account_of}, so it cannot speak for ${refusal.person}.`,
        `Leave --as out, or let ${refusal.person} type it.`,
      );
    case 'override-not-allowed':
      return say(
        refusal.commander === null
          ? 'Only the incident commander may go past an approval, and there is none.'
          : `Only the incident commander, ${refusal.commander}, may go past an approval.`,
        refusal.commander === null
          ? `incident assign ${id} commander <person>`
          : `incident mitigate run ${id} --override --because "…" --apply --as ${refusal.commander}`,
      );
    case 'not-automatic':
      return say(
        {
          'no-playbook': `${refusal.mitigation} is not to be run without a person.`,
          policy: `The rules for approvals want more than a playbook's word before ${refusal.mitigation} runs.`,
          'tried-already': `One automatic attempt has been made; ${refusal.mitigation} needs a person.`,
        }[refusal.why],
        `incident mitigate approve ${id} ${refusal.mitigation} ${approveWith}`,
      );
    case 'pre-check-failed':
      return say(
        `What has to hold before ${refusal.mitigation} runs does not (${refusal.check}: ${refusal.detail}).`,
        `incident mitigate propose ${id} …, or as commander: incident mitigate run ${id} ${refusal.mitigation} --override --because "…" --apply`,
      );
  }
}
