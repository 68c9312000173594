import type { CheckVerdict } from '../incident/check-result.ts';
import type { CheckWanted } from '../incident/check-wanted.ts';
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
  readonly alertCleared: () => CheckVerdict;
  readonly signal?: AbortSignal | undefined;
}

/** Makes configured checks ready to be asked. One that can't be asked is one that fails and says why. */
export function makeChecks(wanted: readonly CheckWanted[], world: CheckWorld): readonly Check[] {
  return wanted.map((check) => {
    const name = nameOfCheck(check);
    return { name, run: async () => ({ name, ...(await askOnce(check, world)) }) };
  });
}

async function askOnce(check: CheckWanted, world: CheckWorld): Promise<CheckVerdict> {
  switch (check.kind) {
    case 'http':
      return checkHttp(check.http, world);
    case 'command':
      return askCommand(check, world);
    case 'workflow':
      return askWorkflow(check, world);
    case 'alert-cleared':
      return world.alertCleared();
  }
}

async function askCommand(check: Extract<CheckWanted, { kind: 'command' }>, world: CheckWorld): Promise<CheckVerdict> {
  const [program = '', ...args] = check.command;
  const resolved = world.resolve(program);
  if (!resolved.ok) {
    return { passed: false, detail: `The command ${JSON.stringify(program)} ${faultInWords(resolved.reason)}.` };
  }
  const order = world.orderFor('check', [resolved.path, ...args], check.timeout);
  return checkCommand(order, await world.runner());
}

async function askWorkflow(
  check: Extract<CheckWanted, { kind: 'workflow' }>,
  world: CheckWorld,
): Promise<CheckVerdict> {
  const { workflow } = check;
  const given = Object.entries(check.args).map(([argument, value]) => ({ name: argument, value }));
  const added = workflow === 'smartspec_production_monitor' ? monitorArguments(world.specId) : [];
  const args = [...given, ...added.filter((one) => !Object.hasOwn(check.args, one.name))];
  const prepared = world.prepare(workflow, args);
  if (!prepared.ok) return { passed: false, detail: prepared.text };
  const specId = args.find((one) => one.name === 'spec-id')?.value ?? null;
  return checkWorkflow(specId, world.orderFor(workflow, prepared.command), await world.runner());
}
