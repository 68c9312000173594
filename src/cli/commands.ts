import type { CommandSpec } from './command-spec.ts';
import { communicationCommands } from './commands/communication.ts';
import { keepingTimeCommands } from './commands/keeping-time.ts';
import { lookingCommands } from './commands/looking.ts';
import { mitigationCommands } from './commands/mitigation.ts';
import { postMortemCommands } from './commands/post-mortem.ts';
import { resolutionCommands } from './commands/resolution.ts';
import { setUpCommands } from './commands/set-up.ts';
import { triageCommands } from './commands/triage.ts';

/** Every command, in the order help lists them. */
export const commands: readonly CommandSpec[] = [
  ...triageCommands,
  ...mitigationCommands,
  ...resolutionCommands,
  ...communicationCommands,
  ...postMortemCommands,
  ...lookingCommands,
  ...keepingTimeCommands,
  ...setUpCommands,
];
