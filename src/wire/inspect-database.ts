import { explainTrouble } from '../cli/explain.ts';
import { sayWaiting } from '../cli/say-waiting.ts';
import type { SharingState } from '../cli/sharing-house.ts';
import type { HealthCheck } from '../cli/upkeep.ts';
import { isDatabaseTrouble } from '../store/postgres/database-trouble.ts';
import type { PostgresStore } from '../store/postgres/postgres-store.ts';
import type { SharedClock } from '../store/sharing/shared-clock.ts';

/** Looks at the database behind the records, whether its clock and its news get here, and at what waits for it. */
export async function inspectDatabase(
  store: PostgresStore,
  clock: SharedClock,
  state: SharingState,
): Promise<readonly HealthCheck[]> {
  const waiting = checkWaiting(state);
  try {
    const [found] = await store.database.ask<{ version: string; replica: boolean; step: number }>(
      `select current_setting('server_version') as version, pg_is_in_recovery() as replica,
         (select version from ${store.database.schema}.schema_version) as step`,
      [],
    );
    const { shown, schema } = store.database;
    const text = `PostgreSQL ${found?.version} at ${shown}, schema ${schema} in version ${found?.step}`;
    const database: HealthCheck =
      found?.replica === true
        ? { name: 'database', state: 'warn', text: `${text}: a replica`, fix: 'let the URL lead to the primary' }
        : { name: 'database', state: 'ok', text, fix: null };
    return [database, checkClock(clock.skew() ?? 0), await checkNews(store), waiting];
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    const { message, hint } = explainTrouble(error.reason, error.path, error.message);
    return [{ name: 'database', state: 'fail', text: message, fix: hint }, waiting];
  }
}

function checkWaiting(state: SharingState): HealthCheck {
  const name = 'waiting to share';
  return state.waiting === 0
    ? { name, state: 'ok', text: 'everything this machine knows is in the database', fix: null }
    : { name, state: 'warn', text: sayWaiting(state), fix: 'incident tick' };
}

function checkClock(skew: number): HealthCheck {
  const name = 'database clock';
  if (skew === 0) return { name, state: 'ok', text: 'this machine and the database agree on the time', fix: null };
  const seconds = Math.round(Math.abs(skew) / 1000);
  const text = `this machine is ${seconds} s ${skew < 0 ? 'ahead of' : 'behind'} the database, whose clock counts`;
  return { name, state: 'warn', text, fix: 'timedatectl set-ntp true' };
}

/** How long an announcement may take before it counts as lost, in milliseconds. */
const patience = 3000;

/** Through a pooler that lends connections by transaction, nothing that is announced is ever heard. */
async function checkNews(store: PostgresStore): Promise<HealthCheck> {
  const name = 'news of changes';
  const stop = AbortSignal.timeout(patience);
  for await (const heard of store.changes(stop)) {
    if (heard !== null) return { name, state: 'ok', text: 'watch hears at once what others do', fix: null };
    store.database.announce('doctor');
  }
  const text = 'none come through, as behind a pooler: watch looks once every --interval';
  return { name, state: 'warn', text, fix: 'give watch a URL that leads past the pooler' };
}
