import type { PersonConfig } from '../oncall/oncall-config.ts';

/** Who runs the program, as far as the system says, and which configured person that is. */
export interface CallerIdentity {
  /** A key of `people`; null when nobody, or more than one, has this account. */
  readonly person: string | null;
  /** The name of the account. */
  readonly account: string | null;
  readonly from: 'github' | 'gitlab' | 'os';
}

/**
 * Finds the caller among the configured people by their `os_user`. In CI the account that started the run counts before
 * the one the machine runs under, which is the same for everybody.
 */
export function callerIdentity(
  env: Readonly<Record<string, string | undefined>>,
  osUser: string | null,
  people: Readonly<Record<string, PersonConfig>>,
): CallerIdentity {
  const accounts: { readonly from: CallerIdentity['from']; readonly account: string | null }[] = [
    { from: 'github', account: ownVariable(env, 'GITHUB_ACTOR') },
    { from: 'gitlab', account: ownVariable(env, 'GITLAB_USER_LOGIN') },
    { from: 'os', account: osUser },
  ];
  const known = accounts.filter(({ account }) => account !== null && account !== '');
  for (const { from, account } of known) {
    const [person, ...others] = Object.keys(people).filter((key) => people[key]?.os_user === account);
    if (person !== undefined) return { person: others.length === 0 ? person : null, account, from };
  }
  return { person: null, account: known[0]?.account ?? null, from: known[0]?.from ?? 'os' };
}

function ownVariable(env: Readonly<Record<string, string | undefined>>, name: string): string | null {
  return Object.hasOwn(env, name) ? (env[name] ?? null) : null;
}
