import { previewMitigation, type Run, runMitigation } from '../../../road/run-mitigation.ts';
import { type Answer, exitCodes } from '../../answer.ts';
import { about, refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { confirmIdentity } from '../../confirm-identity.ts';
import { explainRefusal } from '../../explain.ts';
import type { House } from '../../house.ts';
import { isSet, textOf } from '../../input.ts';
import { pickIncident } from '../../pick-incident.ts';
import { splitMitigation } from '../../pick-mitigation.ts';
import { proposalOf, sayProposal } from '../../say-proposal.ts';
import { pasteWords, sayConfigLines, sayUnrunnable } from '../../say-unrunnable.ts';
import { withSettled } from '../../with-settled.ts';

/** `mitigate run [id] [M1] [--apply]`: a preview of the exact argument list; with `--apply` the run. */
export const mitigateRun: Action = async (input, house) => {
  const { id, mitigation } = splitMitigation(input.args);
  const incident = await pickIncident(house, id, 'start-workflow');
  const confirmed = confirmIdentity(input, house);
  if (!confirmed.ok) return refused(house, { ok: false, refusal: confirmed.refusal, incident });
  const override = isSet(input, 'override') ? (textOf(input, 'because') ?? '') : undefined;
  const order = { mitigation, policy: house.approvalPolicy, override, announce: house.settle };
  if (!isSet(input, 'apply')) return tellRun(house, await previewMitigation(incident, order, confirmed.asked, house));
  const run = await runMitigation(incident, order, confirmed.asked, house);
  if (run.kind !== 'ran' && run.kind !== 'not-run') return tellRun(house, run);
  const settled = await house.settle(run.incident);
  return withSettled(tellRun(house, { ...run, incident: settled.incident }), settled);
};

/** Turns a run, or its preview, into the answer. */
export function tellRun(house: House, run: Run): Answer {
  switch (run.kind) {
    case 'refused':
      return refused(house, run.response);
    case 'preview': {
      const { prepared, gate, mitigation, incident } = run;
      const waits = gate === null || !prepared.ok ? [] : [explainRefusal(gate, incident.id).message];
      const proposal = proposalOf(house, mitigation, prepared);
      const shown = prepared.ok
        ? [`${mitigation.id} would run: ${prepared.shown}`]
        : [`${mitigation.id} cannot run here. ${prepared.text}`, ...sayUnrunnable(prepared)];
      return about(house, incident, 'previewed', {
        lines: [
          ...shown,
          ...sayProposal(proposal),
          prepared.ok ? 'nothing was run; add --apply to run it' : 'nothing was run',
        ],
        more: {
          mitigation: mitigation.id,
          proposal,
          gate: prepared.ok ? (gate?.reason ?? null) : prepared.reason,
          command: prepared.ok ? prepared.command : null,
          paste: prepared.ok ? null : prepared.paste,
        },
        warnings: waits,
      });
    }
    case 'not-run':
      return about(house, run.incident, run.prepared.outcome, {
        exit_code: exitCodes.unsuccessful,
        lines: sayConfigLines(run.prepared),
        more: { mitigation: run.mitigation.id, paste: run.prepared.paste, config_lines: run.prepared.config_lines },
        error: {
          reason: run.prepared.reason,
          message: run.prepared.text,
          hint:
            run.prepared.paste === null
              ? 'See incident mitigate run --help.'
              : `${pasteWords}\n    ${run.prepared.paste}`,
        },
      });
    case 'ran': {
      const { ran, incident, mitigation, warnings } = run;
      const worked = ran.outcome === 'succeeded';
      return about(house, incident, worked ? 'mitigation-ran' : `mitigation-${ran.outcome}`, {
        exit_code: worked ? exitCodes.done : exitCodes.unsuccessful,
        lines: [
          `${mitigation.id}: ${ran.text}`,
          ...(ran.excerpt === '' ? [] : ran.excerpt.split('\n').map((line) => `  ${line}`)),
        ],
        more: { mitigation: mitigation.id, run: ran },
        brief: worked ? null : `${mitigation.id} did not succeed.`,
        warnings,
        error: worked
          ? null
          : { reason: `mitigation-${ran.outcome}`, message: ran.text, hint: `incident show ${incident.id}` },
      });
    }
  }
}
