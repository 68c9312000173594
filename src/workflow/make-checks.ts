import type { CheckWanted } from '../incident/check-wanted.ts';
import type { CheckResult } from '../incident/event.ts';
import type { WorkflowArguments } from './build-arguments.ts';
import type { CommandBuilt } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import { checkHttp } from './check-http.ts';
import { checkWorkflow, monitorArguments } from './check-workflow.ts';
import { nameOfCheck } from './name-of-check.ts';
import type { NotPrepared } from './prepare-workflow.ts';
import { faultInWords, type ProgramResolved } from './resolve-program.ts';
import type { Check } from './verify.ts';
import type { RunOrder, WorkflowRunner } from './workflow-runner.ts';

/** Everything that checks need of the world. */
export interface CheckWorld {
  readonly mayConnect: (host: string) => boolean;
  /** Loads the runner when the first program is started. */
  readonly runner: () => Promise<WorkflowRunner>;
  readonly resolve: (program: string) => ProgramResolved;
  readonly prepare: (workflow: string, args: WorkflowArguments) => CommandBuilt | NotPrepared;
  /** The order to run this command; without `timeoutSeconds`, as configured for the workflow of this name. */
  readonly orderFor: (name: string, command: readonly string[], timeoutSeconds?: number) => RunOrder;
  readonly specId: string | null;
  /** Whether the latest word of every alert of the incident is that it is over, and a sentence about it. */
  readonly alertCleared: () => Pick<CheckResult, 'passed' | 'detail'>;
  readonly signal?: AbortSignal | undefined;
}

/** Makes configured checks ready to be asked. One that can't be asked is one that fails and says why. */
export function makeChecks(wanted: readonly CheckWanted[], world: CheckWorld): readonly Check[] {
  return wanted.map((check) => {
    const name = nameOfCheck(check);
    return { name, run: async () => ({ ...(await askOnce(check, name, world)), name }) };
  });
}

async function askOnce(check: CheckWanted, name: string, world: CheckWorld): Promise<CheckResult> {
  switch (check.kind) {
    case 'http':
      return checkHttp(check.http, world);
    case 'command':
      return askCommand(check, name, world);
    case 'workflow':
      return askWorkflow(check, name, world);
    case 'alert-cleared':
      return { name, ...world.alertCleared() };
  }
}

async function askCommand(
  check: Extract<CheckWanted, { kind: 'command' }>,
  name: string,
  world: CheckWorld,
): Promise<CheckResult> {
  const [program = '', ...args] = check.command;
  const resolved = world.resolve(program);
  if (!resolved.ok) {
    return { name, passed: false, detail: `The command ${JSON.stringify(program)} ${faultInWords(resolved.reason)}.` };
  }
  const order = world.orderFor('check', [resolved.path, ...args], check.timeout);
  return checkCommand(name, order, await world.runner());
}

async function askWorkflow(
  check: Extract<CheckWanted, { kind: 'workflow' }>,
  name: string,
  world: CheckWorld,
): Promise<CheckResult> {
  const { workflow } = check;
  const given = Object.entries(check.args).map(([argument, value]) => ({ name: argument, value }));
  const added = workflow === 'smartspec_production_monitor' ? monitorArguments(world.specId) : [];
  const args = [...given, ...added.filter((one) => !Object.hasOwn(check.args, one.name))];
  const prepared = world.prepare(workflow, args);
  if (!prepared.ok) return { name, passed: false, detail: prepared.text };
  const specId = args.find((one) => one.name === 'spec-id')?.value ?? null;
  return checkWorkflow({ name, specId }, world.orderFor(workflow, prepared.command), await world.runner());
}
