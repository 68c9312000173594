import type { CheckVerdict } from '../incident/check-result.ts';
import { printableLine } from './printable-text.ts';
import type { RunOrder, WorkflowRunner } from './workflow-runner.ts';

/** A program that says by its exit code whether the service is well: 0 means yes. */
export async function checkCommand(order: RunOrder, runner: WorkflowRunner): Promise<CheckVerdict> {
  const { exit_code, text, excerpt, seconds } = await runner.run(order);
  if (exit_code === 0) return { passed: true, detail: `Exit code 0 in ${seconds} s.` };
  const said = printableLine(excerpt.slice(excerpt.trimEnd().lastIndexOf('\n') + 1), 200);
  return { passed: false, detail: said === '' ? text : `${text} It said: ${said}` };
}
