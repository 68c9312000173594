import { performance } from 'node:perf_hooks';
import { exitCodes } from '../cli/answer.ts';
import type { Outside } from '../cli/run.ts';
import type { SharingHouse, SharingState } from '../cli/sharing-house.ts';
import type { TellingHouse } from '../cli/telling-house.ts';
import { WrongUsage } from '../cli/wrong-usage.ts';
import type { Config } from '../config/config.ts';
import { resolveSecret } from '../config/secret.ts';
import { worseOf } from '../incident/severity.ts';
import { respond } from '../road/respond.ts';
import { openFileChanges } from '../store/file-changes.ts';
import { openFileSilences } from '../store/file-silences.ts';
import { openFileStore } from '../store/file-store.ts';
import { type FileStoreOptions, groundOf } from '../store/ground.ts';
import { isDatabaseTrouble } from '../store/postgres/database-trouble.ts';
import { PostgresChanges } from '../store/postgres/postgres-changes.ts';
import { PostgresSilences } from '../store/postgres/postgres-silences.ts';
import { openPostgresStore, type PostgresStore } from '../store/postgres/postgres-store.ts';
import type { Duplicate, Unite } from '../store/sharing/carry-over.ts';
import { moveToFiles, moveToPostgres } from '../store/sharing/move-records.ts';
import { copyChanges, shareChanges } from '../store/sharing/shared-changes.ts';
import { type SharedClock, shareClock } from '../store/sharing/shared-clock.ts';
import { shareSilences } from '../store/sharing/shared-silences.ts';
import { SharedStore } from '../store/sharing/shared-store.ts';
import type { Stores } from './opened-stores.ts';

/** Records in PostgreSQL, and on this machine for as long as it is out of reach. */
export async function openSharing(
  reference: string,
  outside: Outside,
  files: FileStoreOptions,
): Promise<Omit<Stores, 'moveRecords'>> {
  const ground = groundOf(files);
  const elapsed = (): number => performance.now();
  const shared = open(reference, outside, files);
  const local = openFileStore(files);
  const warnings: string[] = [];
  const warn = (text: string): void => void warnings.push(text);
  const unite: Unite = (duplicate) => mergeDuplicate(shared, duplicate, clock.now());
  const store = new SharedStore({ ground, local, shared, now: outside.now, elapsed, unite, warn });
  const clock = shareClock(store.reach, { now: outside.now, elapsed });
  if (!needNoTime.has(outside.argv[0] ?? '')) await clock.measure();
  const sharingState = (): SharingState => {
    const { count, since } = store.waiting();
    const { trouble, reachable } = store.reach;
    return { trouble, reachable, waiting: count, waiting_since: since, warnings };
  };
  return {
    store,
    silences: shareSilences(
      store.reach,
      new PostgresSilences(shared.database, files.protection),
      openFileSilences(files),
    ),
    changes: shareChanges(store.reach, new PostgresChanges(shared.database), openFileChanges(files)),
    journalElsewhere: (id) => shared.journal(id),
    sharing: { state: sharingState, finish: () => store.close() },
    now: clock.now,
    sharingState,
    inspectSharing: async () => {
      const { inspectDatabase } = await import('./inspect-database.ts');
      return inspectDatabase(shared, clock, sharingState());
    },
    soften: (telling) => ({
      ...telling,
      settle: (incident) => settleAnyway(telling, incident, clock),
      keepTime: async (duties) => {
        await clock.measure();
        return telling.keepTime(duties);
      },
    }),
  };
}

/** What asks no record waits for no database. */
const needNoTime: ReadonlySet<string> = new Set(['completion', 'init', 'oncall', 'simulate', 'store']);

function open(reference: string, { env }: Outside, files: FileStoreOptions) {
  const secret = resolveSecret(reference, env);
  return openPostgresStore({ ...files, url: secret.ok ? secret.value : null, name: reference.replace('env:', '') });
}

/** What is kept is kept: that telling people has to wait for the database degrades the answer and does not undo it. */
async function settleAnyway(
  { settle }: TellingHouse,
  incident: Parameters<TellingHouse['settle']>[0],
  clock: SharedClock,
): ReturnType<TellingHouse['settle']> {
  try {
    await clock.measure();
    return await settle(incident);
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    const warning = `${incident.id}: telling people waits until the database is back`;
    return { incident, warnings: [warning], exit_code: exitCodes.degraded, last_resort: null };
  }
}

/** Two incidents for one problem become one, unless the newer is the worse: then a person decides. */
async function mergeDuplicate(store: PostgresStore, { id, of }: Duplicate, now: string): ReturnType<Unite> {
  const [one, other] = [await store.read(id), await store.read(of)];
  // Somebody who carried it over at the same moment has merged it already.
  if (one?.status === 'closed') return { settled: true, told: null };
  const doubt = `${id} may be a duplicate of ${of}`;
  if (one === null || other === null || other.status === 'closed') return { settled: false, told: doubt };
  if (one.severity !== other.severity && worseOf(one.severity, other.severity) === one.severity) {
    const told = `${id} (${one.severity}) began while the database was away and may be the same as ${of} (${other.severity}): incident merge ${id} --into ${of}`;
    return { settled: true, told };
  }
  const merged = await respond(id, { type: 'merge', into: of, at: now, now, by: null }, { store, sanitising: {} });
  if (merged.ok) {
    const told = `${id} began while the database was away and was merged into ${of}, which holds the same alert`;
    return { settled: true, told };
  }
  return merged.incident?.status === 'closed' ? { settled: true, told: null } : { settled: false, told: doubt };
}

/** Opens both stores, whichever is configured, and moves records between them. */
export async function moveRecords(
  config: Config,
  outside: Outside,
  files: FileStoreOptions,
  { to, url, only }: Parameters<SharingHouse['moveRecords']>[0],
): ReturnType<SharingHouse['moveRecords']> {
  const reference = url ?? (config.store.kind === 'postgres' ? config.store.url : 'env:DATABASE_URL');
  if (!reference.startsWith('env:')) {
    throw new WrongUsage(
      'url-in-the-open',
      'A database URL holds a password.',
      'Name a variable: --url env:DATABASE_URL',
    );
  }
  const shared = open(reference, outside, files);
  const moving = { ground: groundOf(files), local: openFileStore(files), shared, now: outside.now };
  if (only === null) {
    const [here, there] = [openFileChanges(files), new PostgresChanges(shared.database)];
    await (to === 'postgres' ? copyChanges(here, there) : copyChanges(there, here));
  }
  return to === 'postgres' ? moveToPostgres(moving, only) : moveToFiles(moving, only);
}
