import fs from 'node:fs';
import path from 'node:path';
import type { MendingHouse } from '../cli/mending-house.ts';
import type { Outside } from '../cli/run.ts';
import { callerIdentity } from '../config/caller-identity.ts';
import type { Config } from '../config/config.ts';
import { playbookOf } from '../config/playbook-of.ts';
import { timeoutOfWorkflow } from '../config/timeout-of-workflow.ts';
import { personOfSigner } from '../phases/person-of-signer.ts';
import type { Doors } from '../road/doors.ts';
import type { ChangeStore } from '../store/change-store.ts';
import type { openFileStore } from '../store/file-store.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import { nameOfCheck } from '../workflow/name-of-check.ts';

interface Site {
  readonly files: Parameters<typeof openFileStore>[0];
  readonly store: IncidentStore;
  readonly changes: ChangeStore;
  readonly redact: (text: string) => string;
}

/** What is needed to find a cause and let something run; git, signatures and the rule language load when used. */
export function mendLater(
  outside: Outside,
  config: Config,
  { files, store, changes, redact }: Site,
): MendingHouse & Pick<Doors, 'findSuspects' | 'asks' | 'planOf' | 'whoSigned' | 'timeoutOf' | 'looksForSuspects'> {
  const { projectRoot } = files;
  const check: MendingHouse['signatures']['check'] = async (text, signature, at) => {
    const { allowed_signers } = config.approvals;
    if (allowed_signers === null) {
      const message = 'approvals.allowed_signers names no file, so no signature can be checked.';
      return { ok: false, reason: 'no-allowed-signers', message };
    }
    const { checkSignature } = await import('../workflow/ssh-signature.ts');
    const allowedSigners = path.resolve(projectRoot, allowed_signers);
    return checkSignature({ text, signature, allowedSigners, at }, await signatureWorld(outside));
  };
  return {
    changes,
    caller: findCaller(outside, config),
    signatures: {
      sign: async (text, key) => {
        const { signText } = await import('../workflow/ssh-signature.ts');
        return signText(text, path.resolve(outside.cwd(), key), await signatureWorld(outside));
      },
      check,
    },
    whoSigned: async (text, signature, at) => {
      const checked = await check(text, signature, at);
      if (!checked.ok) return { ok: false, why: checked.message };
      if (!checked.listed) return { ok: false, why: 'its key is on no line of the list of allowed signers' };
      return { ok: true, person: personOfSigner(checked.signer, config.people) };
    },
    looksForSuspects: () => config.suspects.at_triage && (config.store.kind !== 'file' || hasHistory(projectRoot)),
    findSuspects: async (incident, milliseconds) => {
      const { searchSuspects } = await import('./search-suspects.ts');
      const { env: environment } = outside;
      const limits = milliseconds === undefined ? [] : [AbortSignal.timeout(milliseconds)];
      const signal = AbortSignal.any([outside.interrupted(), ...limits]);
      return searchSuspects(incident, { config, projectRoot, environment, store, changes, redact, signal });
    },
    asks: async (when, alert) => {
      const { compileExpression } = await import('../rules/expression.ts');
      const compiled = compileExpression(when);
      return compiled.ok ? compiled.expression.holds(alert) : { ok: false, why: compiled.what };
    },
    timeoutOf: (workflow) => timeoutOfWorkflow(config, workflow),
    planOf: (mitigation) => {
      const playbook = playbookOf(config, mitigation);
      const own = playbook?.verification ?? [];
      const checks = (own.length > 0 ? own : config.verification.checks).map(nameOfCheck);
      return { risk: playbook?.risk ?? null, checks };
    },
  };
}

/** Whether anything is there that could hold what changed: a repository around the project, or reports of changes. */
function hasHistory(projectRoot: string): boolean {
  if (places.some((place) => fs.existsSync(path.join(projectRoot, '.spec', 'reports', place)))) return true;
  for (let folder = projectRoot; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return true;
    if (folder === path.dirname(folder)) return false;
  }
}

const places = ['incidents/changes', 'deployments', 'releases', 'rollbacks', 'hotfix-assistant'];

/**
 * Whom the calling account belongs to. The account of the system counts before what the environment says, because
 * anybody can set a variable.
 */
function findCaller(outside: Outside, { people }: Config): MendingHouse['caller'] {
  if (Object.keys(people).length === 0) return { person: null, account: '' };
  const user = outside.osUser();
  const byAccount = callerIdentity({}, user, people);
  const { person, account } = byAccount.person === null ? callerIdentity(outside.env, user, people) : byAccount;
  return { person, account: account ?? '' };
}

async function signatureWorld({ env }: Outside) {
  const { minimalEnvironment } = await import('../workflow/minimal-environment.ts');
  const agent = env['SSH_AUTH_SOCK'];
  return {
    path: env['PATH'] ?? '',
    environment: minimalEnvironment(env, agent === undefined ? {} : { SSH_AUTH_SOCK: agent }),
  };
}
