import { join } from 'node:path';
import { buildArguments, invocationLine, type WorkflowArguments } from './build-arguments.ts';
import { type ExecutableFault, inspectExecutable } from './inspect-executable.ts';
import { faultInWords, resolveProgram } from './resolve-program.ts';
import { searchPath } from './search-path.ts';

/** What the configuration says about running one workflow. */
export interface ConfiguredWorkflow {
  /** The program (absolute, relative to the project, or a bare name on PATH), then its arguments and placeholders. */
  readonly command: readonly string[];
  /** Whether `--apply` is passed when it is run for real; undefined: as is known of the workflow. */
  readonly pass_apply?: boolean | undefined;
}

export interface WorkflowQuestion {
  readonly workflow: string;
  /** Only for the line that can be pasted when nothing is found. */
  readonly args: WorkflowArguments;
  /** Absolute. */
  readonly projectRoot: string;
  /** The value of the PATH variable. */
  readonly path: string;
  readonly configured: Readonly<Record<string, ConfiguredWorkflow>>;
}

export interface WorkflowFound {
  readonly ok: true;
  /** The absolute path of the program, then the elements configured after it; for `buildCommand`. */
  readonly template: readonly string[];
  readonly passApply: boolean | undefined;
  readonly found_in: 'configuration' | '.smartspec/bin' | 'node_modules/.bin' | 'PATH';
}

export interface WorkflowNotFound {
  readonly ok: false;
  /** The outcome to record when nothing else can be done about it. */
  readonly outcome: 'workflow-not-configured' | 'not-started';
  readonly reason: 'workflow-not-configured' | 'workflow-name-invalid' | 'command-invalid' | ExecutableFault;
  readonly text: string;
  /** The line to paste into the tool that runs SmartSpec workflows; null when the name or arguments are unusable. */
  readonly paste: string | null;
  /** What to add to the configuration; null when it would not help. */
  readonly config_lines: string | null;
}

/** Finds the program that a workflow's name stands for: as configured, else in the project's own folders, else on PATH. */
export function findWorkflow(question: WorkflowQuestion): WorkflowFound | WorkflowNotFound {
  const { workflow, projectRoot, path, configured } = question;
  const known = Object.hasOwn(configured, workflow) ? configured[workflow] : undefined;
  if (!isWorkflowName(workflow, known !== undefined)) {
    const shown = JSON.stringify(workflow.slice(0, 80));
    const text = `${shown} is not the name of a workflow: smartspec_… or one of incident_response.workflows.`;
    return {
      ok: false,
      outcome: 'not-started',
      reason: 'workflow-name-invalid',
      text,
      paste: null,
      config_lines: null,
    };
  }
  if (known !== undefined) return findConfigured(question, known);
  for (const folder of ['.smartspec/bin', 'node_modules/.bin'] as const) {
    const program = join(projectRoot, folder, workflow);
    const fault = inspectExecutable(program, projectRoot);
    if (fault === null) return { ok: true, template: [program], passApply: undefined, found_in: folder };
    if (fault !== 'command-not-found') return unusable(question, `${folder}/${workflow}`, fault);
  }
  const program = searchPath(workflow, path);
  if (program !== null) return { ok: true, template: [program], passApply: undefined, found_in: 'PATH' };
  return notConfigured(question);
}

function isWorkflowName(workflow: string, isConfigured: boolean): boolean {
  return workflow.length <= 80 && (isConfigured ? /^[a-z][a-z0-9_-]*$/ : /^smartspec_[a-z0-9_]+$/).test(workflow);
}

function findConfigured(question: WorkflowQuestion, known: ConfiguredWorkflow): WorkflowFound | WorkflowNotFound {
  const [program, ...rest] = known.command;
  if (program === undefined || program === '' || known.command.some((element) => element.includes('\0'))) {
    const text = `incident_response.workflows.${question.workflow}.command names no program.`;
    return { ...notConfigured(question), outcome: 'not-started', reason: 'command-invalid', text };
  }
  const resolved = resolveProgram(program, question);
  return resolved.ok
    ? { ok: true, template: [resolved.path, ...rest], passApply: known.pass_apply, found_in: 'configuration' }
    : unusable(question, program, resolved.reason);
}

function unusable(question: WorkflowQuestion, program: string, fault: ExecutableFault): WorkflowNotFound {
  const text = `The command of ${question.workflow}, ${JSON.stringify(program)}, ${faultInWords(fault)}.`;
  return { ok: false, outcome: 'not-started', reason: fault, text, paste: pasteLine(question), config_lines: null };
}

function notConfigured(question: WorkflowQuestion): WorkflowNotFound {
  const { workflow } = question;
  const text = `No command is configured for ${workflow}, and no program of that name is in .smartspec/bin, node_modules/.bin or on PATH.`;
  const script = workflow.replace(/^smartspec_/, '').replaceAll('_', '-');
  const lines = [
    'incident_response:',
    '  workflows:',
    `    ${workflow}: { command: [./ops/${script}.sh], timeout: 10m }`,
  ];
  return {
    ok: false,
    outcome: 'workflow-not-configured',
    reason: 'workflow-not-configured',
    text,
    paste: pasteLine(question),
    config_lines: lines.join('\n'),
  };
}

function pasteLine({ workflow, args }: WorkflowQuestion): string | null {
  const built = buildArguments({ workflow, args, apply: false });
  return built.ok ? invocationLine(workflow, built.argv) : null;
}
