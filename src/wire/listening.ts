import fs from 'node:fs';
import net from 'node:net';
import { type ListenSecrets, type SigningSource, signingSources } from '../cli/listen/authenticate.ts';
import type { Config } from '../config/config.ts';
import { resolveSecret } from '../config/secret.ts';

/** Looks up what senders are recognised by, or names the variable that is not set. */
export function readSecrets(
  { listen }: Config,
  env: Readonly<Record<string, string | undefined>>,
): ListenSecrets | { readonly missing: string } {
  const token = listen.token === null ? null : resolveSecret(listen.token, env);
  if (token?.ok === false) return { missing: token.name };
  const hmac: Partial<Record<SigningSource, string>> = {};
  for (const source of signingSources) {
    const reference = listen.hmac[source];
    const secret = reference === undefined ? null : resolveSecret(reference, env);
    if (secret?.ok === false) return { missing: secret.name };
    if (secret !== null) hmac[source] = secret.value;
  }
  return { token: token?.value ?? null, hmac };
}

/** Removes a socket that nobody listens on any more; a sentence where something else stands at the path. */
export async function clearSocket(path: string): Promise<string | null> {
  const found = fs.lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isSocket()) return `${path} is there already, and it is no socket.`;
  if (await isAnswered(path)) return `Somebody listens on ${path} already.`;
  fs.rmSync(path, { force: true });
  return null;
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
