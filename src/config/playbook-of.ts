import type { Config } from './config.ts';
import type { PlaybookConfig } from './response-config.ts';

/** The playbook that asked for a mitigation, as it is configured now; undefined for any other mitigation. */
export function playbookOf(
  { playbooks }: Config,
  { playbook }: { readonly playbook?: string },
): PlaybookConfig | undefined {
  return playbook === undefined ? undefined : playbooks.find(({ name }) => name === playbook);
}
