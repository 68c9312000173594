import type { Config } from './config/config.ts';
import type { CheckConfig } from './config/response-config.ts';
import type { CheckResult } from './incident/event.ts';
import type { Incident } from './incident/incident.ts';
import type { Arguments, Doors, Prepared } from './road/doors.ts';
import { quote } from './workflow/build-arguments.ts';
import { buildCommand } from './workflow/build-command.ts';
import { checkCommand } from './workflow/check-command.ts';
import { checkHttp } from './workflow/check-http.ts';
import { checkWorkflow, monitorArguments } from './workflow/check-workflow.ts';
import { createCommandRunner } from './workflow/command-runner.ts';
import { findWorkflow } from './workflow/find-workflow.ts';
import { minimalEnvironment } from './workflow/minimal-environment.ts';
import { type Check, verify } from './workflow/verify.ts';
import type { RunOrder } from './workflow/workflow-runner.ts';

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
  const { config, redact } = site;
  const runner = createCommandRunner();

  const prepare = (workflow: string, args: Arguments, apply: boolean): Prepared => {
    const { projectRoot, environment } = site;
    const found = findWorkflow({
      workflow,
      args,
      projectRoot,
      path: environment['PATH'] ?? '',
      configured: config.workflows,
    });
    if (!found.ok) return found;
    const built = buildCommand({ workflow, template: found.template, args, apply, passApply: found.passApply });
    if (built.ok) return { ok: true, command: built.command, shown: built.command.map(quote).join(' ') };
    return {
      ok: false,
      outcome: 'not-started',
      reason: built.reason,
      text: built.text,
      paste: null,
      config_lines: null,
    };
  };

  const order = (workflow: string, command: readonly string[], timeoutSeconds: number): RunOrder => {
    const names = config.workflows[workflow]?.env ?? [];
    const handedOn = Object.fromEntries(
      names.flatMap((name) => (site.environment[name] === undefined ? [] : [[name, site.environment[name] ?? '']])),
    );
    return {
      workflow,
      command,
      cwd: site.projectRoot,
      timeoutSeconds,
      env: minimalEnvironment(site.environment, handedOn),
      onProgress: site.progress,
      redact,
      signal: site.signal,
    };
  };

  const runWorkflow: Doors['runWorkflow'] = async (workflow, command) => {
    const { outcome, exit_code, text, excerpt, seconds } = await runner.run(
      order(workflow, command, config.workflows[workflow]?.timeout ?? 600),
    );
    return { outcome, exit_code, text, excerpt, seconds };
  };

  const checkHealth: Doors['checkHealth'] = async (incident) => {
    const { checks, passes, every } = config.verification;
    const verified = await verify({
      checks: checks.map((check, index) => toCheck(check, index, incident)),
      passes,
      every_ms: every * 1000,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      onProgress: ({ attempt, passed }) => site.progress(`check round ${attempt}: ${passed ? 'passed' : 'failed'}`),
      signal: site.signal,
    });
    return verified.checks;
  };

  const toCheck = (check: CheckConfig, index: number, incident: Incident): Check => {
    const name = check.name ?? `${check.kind} ${index + 1}`;
    return { name, run: () => runCheck(check, name, incident) };
  };

  const runCheck = async (check: CheckConfig, name: string, incident: Incident): Promise<CheckResult> => {
    switch (check.kind) {
      case 'http':
        return checkHttp({ ...check.http, name: check.name }, { mayConnect: site.mayConnect, signal: site.signal });
      case 'alert-cleared': {
        const firing = incident.firing.length;
        const cleared = incident.alert_count > 0 && firing === 0;
        return {
          name,
          passed: cleared,
          detail: cleared
            ? 'Every alert has cleared.'
            : `${firing} of ${incident.fingerprints.length} alerts have not cleared.`,
        };
      }
      case 'command': {
        const prepared = findWorkflow({
          workflow: name,
          args: [],
          projectRoot: site.projectRoot,
          path: site.environment['PATH'] ?? '',
          configured: { [name]: { command: check.command } },
        });
        if (!prepared.ok) return { name, passed: false, detail: prepared.text };
        return checkCommand(name, order(name, prepared.template, check.timeout), runner);
      }
      case 'workflow': {
        const specId =
          incident.service === null ? null : (config.services[incident.service]?.spec_id ?? incident.service);
        const args = [
          ...Object.entries(check.args).map(([key, value]) => ({ name: key, value })),
          ...monitorArguments(specId),
        ];
        const prepared = prepare(check.workflow, args, false);
        if (!prepared.ok) return { name, passed: false, detail: prepared.text };
        const timeout = config.workflows[check.workflow]?.timeout ?? 60;
        return checkWorkflow({ name, specId }, order(check.workflow, prepared.command, timeout), runner);
      }
    }
  };

  return { prepareWorkflow: async (workflow, args, apply) => prepare(workflow, args, apply), runWorkflow, checkHealth };
}
