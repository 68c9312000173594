import type { ArgumentRefused } from './build-arguments.ts';
import { buildCommand, type CommandBuilt, type CommandRefused } from './build-command.ts';
import { findWorkflow, type WorkflowNotFound, type WorkflowQuestion } from './find-workflow.ts';
import { printableLine } from './printable-text.ts';

/** Why a workflow can't be run: no program for it, or arguments that can't be given to one. */
export interface NotPrepared extends Omit<WorkflowNotFound, 'reason'> {
  readonly reason:
    | WorkflowNotFound['reason']
    | ArgumentRefused['reason']
    | CommandRefused['reason']
    | 'spec-id-invalid';
}

/** Makes a workflow ready to run: the exact argument list as it would be run with, or without, `apply`. Runs nothing. */
export function prepareWorkflow(
  question: WorkflowQuestion & {
    readonly apply: boolean;
    /** Whether something is the id of a spec here; left out where nothing is asked of one. */
    readonly isSpecId?: ((id: string) => boolean) | undefined;
  },
): CommandBuilt | NotPrepared {
  const { isSpecId = () => true } = question;
  const odd = question.args.find(({ name, value }) => /^spec[-_]id$/.test(name) && !isSpecId(value));
  if (odd !== undefined) {
    const text = `${JSON.stringify(printableLine(odd.value, 80))} does not fit safety.spec_id_regex, so no workflow is given it as the id of a spec.`;
    return { ok: false, outcome: 'not-started', reason: 'spec-id-invalid', text, paste: null, config_lines: null };
  }
  const found = findWorkflow(question);
  if (!found.ok) return found;
  const { workflow, args, apply } = question;
  const { template, passApply } = found;
  const built = buildCommand({ workflow, template, args, apply, passApply });
  if (built.ok) return built;
  const { reason, text } = built;
  return { ok: false, outcome: 'not-started', reason, text, paste: null, config_lines: null };
}
