/** The name of a variable that holds a secret; the secret itself is never part of the configuration. */
export type EnvReference = `env:${string}`;

/** A secret, or why there is none. */
export type Secret =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: 'env-not-set' | 'not-a-reference'; readonly name: string };

/** True for `env:NAME` with a name that a variable can have. */
export function isEnvReference(text: string): text is EnvReference {
  return /^env:[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(text);
}

/** Looks a secret up at the moment it is needed; an empty variable counts as one that is not set. */
export function resolveSecret(reference: string, env: Readonly<Record<string, string | undefined>>): Secret {
  // What is no reference may be the secret itself, so it is not repeated.
  if (!isEnvReference(reference)) return { ok: false, reason: 'not-a-reference', name: '' };
  const name = reference.slice('env:'.length);
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  return value === undefined || value === '' ? { ok: false, reason: 'env-not-set', name } : { ok: true, value };
}
