import { StoreTrouble } from '../incident-store.ts';
import type { Asker } from './asker.ts';
import { migrations } from './migrations.ts';

/** How many steps the schema has seen; 0 when there is none of ours. */
export async function schemaVersion(asker: Asker, schema: string): Promise<number> {
  // Asked of the catalogue as of a table: what a session remembers of names may be older than the lock it waited for.
  const found = await asker.ask(
    `select 1 from pg_catalog.pg_tables where schemaname = $1 and tablename = 'schema_version'`,
    [schema],
  );
  if (found.length === 0) return 0;
  const [row] = await asker.ask<{ version: number }>(`select version from ${schema}.schema_version`, []);
  return row?.version ?? 0;
}

/** Refuses a schema that a newer version made: what it means by its tables, this one cannot know. */
export function refuseIfNewer(version: number, shown: string): void {
  if (version <= migrations.length) return;
  throw new StoreTrouble(
    'database-too-new',
    shown,
    `its schema has version ${version}, and this program knows ${migrations.length}`,
  );
}

/**
 * Takes the schema to the version this program knows, step by step and all in one transaction. An advisory lock lets one
 * of any number of programs that start at once do it; the others wait and find it done.
 */
export async function migrate(asker: Asker, schema: string, shown: string): Promise<void> {
  await asker.ask(`set local lock_timeout = '30s'`, []);
  await asker.ask(`set local statement_timeout = '60s'`, []);
  await asker.ask(`select pg_advisory_xact_lock(hashtextextended($1, 20261123))`, [schema]);
  const [encoding] = await asker.ask<{ server_encoding: string }>(`show server_encoding`, []);
  if (encoding?.server_encoding !== 'UTF8') {
    throw new StoreTrouble('database-faulty', shown, `its encoding is ${encoding?.server_encoding}; it has to be UTF8`);
  }
  const version = await schemaVersion(asker, schema);
  refuseIfNewer(version, shown);
  if (version === migrations.length) return;
  if (version === 0) {
    await asker.ask(`create schema if not exists ${schema}`, []);
    await asker.ask(`create table ${schema}.schema_version (version integer not null)`, []);
    await asker.ask(`insert into ${schema}.schema_version values (0)`, []);
  }
  for (const step of migrations.slice(version)) await asker.ask(step.replaceAll('{s}', schema), []);
  await asker.ask(`update ${schema}.schema_version set version = $1`, [migrations.length]);
}
