import type { ReceivingHouse } from '../cli/receiving-house.ts';
import type { Outside } from '../cli/run.ts';
import type { Config } from '../config/config.ts';

/** Receiving more than one payload: what only a listener needs is loaded by the listener. */
export function receiveLater(
  outside: Outside,
  config: Config,
): Pick<ReceivingHouse, 'streamStandardInput' | 'listening'> {
  return {
    streamStandardInput: outside.streamStandardInput,
    listening: {
      secrets: async () => (await import('./listening.ts')).readSecrets(config, outside.env),
      clearSocket: async (path) => (await import('./listening.ts')).clearSocket(path),
      privately: outside.privately,
      complain: (line) => outside.err(`${line}\n`),
    },
  };
}
