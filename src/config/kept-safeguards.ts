import type { SafetyConfig } from './config.ts';

/** What the project's settings would switch off and this program does not, as sentences. */
export function keptSafeguards({ redact_secrets, disallow_symlink_writes }: SafetyConfig): readonly string[] {
  return [
    ...(redact_secrets
      ? []
      : ['safety.redact_secrets is false; secrets are taken out all the same, because what is kept can be sent']),
    ...(disallow_symlink_writes
      ? []
      : ['safety.disallow_symlink_writes is false; nothing is written through a symbolic link all the same']),
  ];
}
