import type { Config } from './config.ts';

/** Without a timeout of its own a workflow may take ten minutes. */
const usualTimeout = 600;

/** How long a workflow may take, in seconds. */
export function timeoutOfWorkflow({ workflows }: Pick<Config, 'workflows'>, workflow: string): number {
  return (Object.hasOwn(workflows, workflow) ? workflows[workflow]?.timeout : undefined) ?? usualTimeout;
}
