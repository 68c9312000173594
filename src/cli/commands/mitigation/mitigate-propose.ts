import { byHand } from '../../../road/by-hand.ts';
import { respond } from '../../../road/respond.ts';
import { refused, tellResponse } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { confirmIdentity } from '../../confirm-identity.ts';
import { textOf, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { proposalOf, sayProposal } from '../../say-proposal.ts';
import { pasteWords, sayUnrunnable } from '../../say-unrunnable.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `mitigate propose [id] --workflow <name> --arg key=value …`: what should be run, word for word. */
export const mitigatePropose: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const workflow = textOf(input, 'workflow');
  if (workflow === null) {
    throw new WrongUsage(
      'workflow-missing',
      'Which workflow?',
      'incident mitigate propose --workflow smartspec_rollback --arg failed-deployment-id=deploy-12345',
    );
  }
  const args = textsOf(input, 'arg').map(readArgument);
  const prepared = await house.prepareWorkflow(workflow, args, true);
  if (!prepared.ok && prepared.outcome === 'not-started')
    throw new WrongUsage(
      prepared.reason,
      prepared.text,
      prepared.paste === null ? 'See incident mitigate propose --help.' : `${pasteWords}\n    ${prepared.paste}`,
    );
  const because = textOf(input, 'because') ?? '';
  const secret = args.find(({ name, value }) => house.redact(`${name}=${value}`) !== `${name}=${value}`);
  if (secret !== undefined) {
    throw new WrongUsage(
      'secret-in-arguments',
      `The value of ${secret.name} looks like a secret; arguments are kept on record.`,
      'Let the workflow read it from its own environment.',
    );
  }
  const meant = await pickIncident(house, id, 'propose-mitigation');
  const confirmed = confirmIdentity(input, house);
  if (!confirmed.ok) return refused(house, { ok: false, refusal: confirmed.refusal, incident: meant });
  const line = byHand(prepared);
  const command = { type: 'propose-mitigation', ...confirmed.asked, workflow, args, because, ...line } as const;
  return tellResponse(house, await respond(meant.id, command, house), (incident) => {
    const mitigation = incident.mitigations.at(-1);
    const proposal = mitigation === undefined ? null : proposalOf(house, mitigation, prepared);
    return {
      outcome: 'proposed',
      lines: [
        prepared.ok
          ? `${mitigation?.id ?? ''} would run: ${prepared.shown}`
          : `${mitigation?.id ?? ''} is for people to carry out`,
        ...(prepared.ok ? [] : sayUnrunnable(prepared)),
        ...(proposal === null ? [] : sayProposal(proposal)),
      ],
      more: { mitigation: mitigation?.id ?? null, command: prepared.ok ? prepared.command : null, proposal },
      warnings: prepared.ok ? [] : [prepared.text],
    };
  });
};

function readArgument(typed: string): { readonly name: string; readonly value: string } {
  const at = typed.indexOf('=');
  if (at > 0) return { name: typed.slice(0, at).replace(/^--/, ''), value: typed.slice(at + 1) };
  throw new WrongUsage(
    'bad-argument',
    `--arg "${typed.slice(0, 60)}" has no "=".`,
    'Example: --arg failed-deployment-id=deploy-12345',
  );
}
