import type { Config } from '../config/config.ts';
import { playbookOf } from '../config/playbook-of.ts';
import { readSpecIdRule, type SpecIdRule } from '../config/spec-id-rule.ts';
import { timeoutOfWorkflow } from '../config/timeout-of-workflow.ts';
import type { CheckWanted } from '../incident/check-wanted.ts';
import type { Incident } from '../incident/incident.ts';
import type { Doors } from '../road/doors.ts';
import { identifyProgram } from '../workflow/identify-program.ts';
import { makeChecks } from '../workflow/make-checks.ts';
import { minimalEnvironment } from '../workflow/minimal-environment.ts';
import { prepareWorkflow } from '../workflow/prepare-workflow.ts';
import { resolveProgram } from '../workflow/resolve-program.ts';
import { verify } from '../workflow/verify.ts';
import type { RunOrder, WorkflowRunner } from '../workflow/workflow-runner.ts';

/** What running things needs from the project it runs in. */
export interface Site {
  readonly config: Config;
  readonly projectRoot: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly mayConnect: (host: string) => boolean;
  readonly redact: (text: string) => string;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Opens the doors that run workflows and checks. */
export function openWorkflows(site: Site): Pick<Doors, 'prepareWorkflow' | 'runWorkflow' | 'checkHealth'> {
  const { config, projectRoot, environment, signal } = site;
  const path = environment['PATH'] ?? '';
  const isSpecId = specIdRule(config.safety.spec_id_regex);

  // Loaded when the first program is started, so that a preview does without it.
  const runner = async (): Promise<WorkflowRunner> =>
    (await import('../workflow/command-runner.ts')).createCommandRunner();

  const prepare: (...order: Parameters<Doors['prepareWorkflow']>) => ReturnType<typeof prepareWorkflow> = (
    workflow,
    args,
    apply,
  ) => prepareWorkflow({ workflow, args, projectRoot, path, configured: config.workflows, apply, isSpecId });

  const orderFor = (workflow: string, command: readonly string[], timeoutSeconds?: number): RunOrder => ({
    workflow,
    command,
    cwd: projectRoot,
    timeoutSeconds: timeoutSeconds ?? timeoutOfWorkflow(config, workflow),
    env: minimalEnvironment(environment, handedOn(config.workflows[workflow]?.env ?? [], environment)),
    onProgress: site.progress,
    redact: site.redact,
    mostExcerptCharacters: config.safety.content_limits.max_excerpt_chars,
    signal,
  });

  return {
    prepareWorkflow: async (...order) => {
      const prepared = prepare(...order);
      if (!prepared.ok) return prepared;
      const [workflow] = order;
      const [program = ''] = prepared.command;
      const fixed = Object.hasOwn(config.workflows, workflow)
        ? (config.workflows[workflow]?.command.slice(1) ?? [])
        : [];
      return { ...prepared, program: identifyProgram([program, ...fixed], projectRoot) };
    },
    runWorkflow: async (workflow, command) => (await runner()).run(orderFor(workflow, command)),
    checkHealth: async (incident, before) => {
      const { passes, every } = config.verification;
      const checks = before === undefined ? checksFor(config, incident) : (playbookOf(config, before)?.pre_check ?? []);
      const verified = await verify({
        checks: makeChecks(checks, {
          mayConnect: site.mayConnect,
          runner,
          resolve: (program) => resolveProgram(program, { projectRoot, path }),
          prepare: (workflow, args) => prepare(workflow, args, false),
          orderFor,
          specId:
            incident.service === null
              ? null
              : (config.services[incident.service]?.spec_id ?? specIdOf(incident.service)),
          alertCleared: () => whetherCleared(incident),
          signal,
        }),
        // What the record says does not change between two rounds.
        passes: before !== undefined || checks.every(({ kind }) => kind === 'alert-cleared') ? 1 : passes,
        every_ms: every * 1000,
        sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        onProgress: ({ attempt, passed }) => site.progress(`check round ${attempt}: ${passed ? 'passed' : 'failed'}`),
        signal,
      });
      return {
        checks: verified.checks,
        attempts: verified.attempts.map(({ attempt, passed, results }) => ({
          attempt,
          passed,
          failed: results.filter((result) => !result.passed).map(({ name }) => name),
        })),
      };
    },
  };
}

/** What is checked: what the playbook behind the latest run says, else what the configuration says. */
function checksFor(config: Config, { mitigations }: Incident): readonly CheckWanted[] {
  const latest = mitigations.findLast(({ started_at }) => started_at !== null);
  const own = latest === undefined ? [] : (playbookOf(config, latest)?.verification ?? []);
  return own.length > 0 ? own : config.verification.checks;
}

function whetherCleared({ alert_count, firing, fingerprints }: Incident): {
  readonly passed: boolean;
  readonly detail: string;
} {
  if (alert_count === 0) return { passed: false, detail: 'No alert is on record that could clear.' };
  if (firing.length === 0) return { passed: true, detail: 'Every alert has cleared.' };
  if (fingerprints.length === 1) return { passed: false, detail: 'The alert has not cleared.' };
  const have = firing.length === 1 ? 'has' : 'have';
  return { passed: false, detail: `${firing.length} of ${fingerprints.length} alerts ${have} not cleared.` };
}

/** The production monitor names a service by its spec. */
function specIdOf(service: string): string | null {
  return service.startsWith('spec-') ? service : null;
}

/** One that can't be read was reported when the configuration was. */
function specIdRule(source: string | null): SpecIdRule | undefined {
  const rule = source === null ? null : readSpecIdRule(source);
  return rule?.ok === true ? rule.fits : undefined;
}

function handedOn(names: readonly string[], environment: Site['environment']): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name] ?? '']])),
  );
}
