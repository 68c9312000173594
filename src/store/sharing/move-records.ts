import { readWhole } from '../durable-file.ts';
import type { IncidentStore } from '../incident-store.ts';
import { rebuildIndex } from '../index-rebuild.ts';
import { carryTexts } from '../postgres/carry-texts.ts';
import { readBodies } from '../postgres/load-standing.ts';
import type { PostgresStore } from '../postgres/postgres-store.ts';
import { type Ground, journalPath, sha256 } from '../record-paths.ts';
import { importRecord } from './import-record.ts';
import { retireRecord, sealRecord } from './seal-record.ts';
import { dropUnshared, listUnshared } from './unshared.ts';

/** What became of one record that was to be moved. */
export interface Moved {
  readonly id: string;
  readonly outcome: 'moved' | 'unknown-incident' | 'another-record';
  readonly entries: number;
  /** The hash of the latest entry: the same on both sides, or the record stays where it is. */
  readonly head: string | null;
}

/** Where records are moved between. */
export interface Moving {
  readonly ground: Ground;
  readonly local: IncidentStore;
  readonly shared: PostgresStore;
  readonly now: () => string;
}

/**
 * Moves records into the database, each whole: it is ended here, brought over, compared by hash, and put away. What was
 * cut short goes on where it was; nothing is there twice, and nothing is deleted.
 */
export async function* moveToPostgres(
  { ground, local, shared, now }: Moving,
  only: string | null,
): AsyncGenerator<Moved, void, undefined> {
  await shared.now();
  let retired = false;
  try {
    for await (const id of idsOf(local, only)) {
      if (await isAnother(ground, shared, id)) {
        yield { id, outcome: 'another-record', entries: 0, head: null };
        continue;
      }
      const texts = await sealRecord(ground, local, id, now());
      if (texts === null) {
        yield { id, outcome: 'unknown-incident', entries: 0, head: null };
        continue;
      }
      const carried = await carryTexts(shared.database, shared.tables, id, texts, 'refuse');
      // Every entry is there byte for byte; where the record went on there, its head is a later one.
      if (!carried.ok) {
        yield { id, outcome: 'another-record', entries: texts.length, head: null };
        continue;
      }
      retireRecord(ground, id);
      retired = true;
      for (const unshared of listUnshared(ground)) if (unshared.id === id) dropUnshared(unshared);
      yield { id, outcome: 'moved', entries: texts.length, head: carried.head };
    }
  } finally {
    if (retired) rebuildIndex(ground);
  }
}

/** A record that merely has the same id is told apart before anything is ended. */
async function isAnother(ground: Ground, { database, tables }: PostgresStore, id: string): Promise<boolean> {
  const first = readWhole(journalPath(ground, id, 1));
  const [known] = await database.ask<{ hash: string }>(
    `select hash from ${tables.schema}.entry where incident_id = $1 and entry = 1`,
    [id],
  );
  return first !== null && known !== undefined && known.hash !== sha256(first);
}

/** Moves records out of the database into files, in the same way. */
export async function* moveToFiles(
  { ground, shared }: Moving,
  only: string | null,
): AsyncGenerator<Moved, void, undefined> {
  const { database, tables } = shared;
  for (const id of await idsToLeave(shared, only)) {
    // From here on nobody adds to it there.
    const marked = await database.ask(
      `update ${tables.schema}.incident set moved = 'moving' where id = $1 and moved is distinct from 'moved' returning id`,
      [id],
    );
    if (marked.length === 0) {
      yield { id, outcome: 'unknown-incident', entries: 0, head: null };
      continue;
    }
    const texts: string[] = [];
    for await (const { body } of readBodies(database, tables, id)) texts.push(body);
    const imported = importRecord(ground, id, texts);
    if (!imported.ok || imported.head !== sha256(texts.at(-1) ?? '')) {
      await database.ask(`update ${tables.schema}.incident set moved = null where id = $1`, [id]);
      yield { id, outcome: 'another-record', entries: texts.length, head: null };
      continue;
    }
    await database.transaction(async (asker) => {
      await asker.ask(`update ${tables.schema}.incident set moved = 'moved' where id = $1`, [id]);
      await asker.ask(`delete from ${tables.schema}.claim where incident_id = $1 and promised is null`, [id]);
    });
    yield { id, outcome: 'moved', entries: texts.length, head: imported.head };
  }
}

async function* idsOf(store: IncidentStore, only: string | null): AsyncGenerator<string, void, undefined> {
  if (only !== null) {
    yield only;
    return;
  }
  // All of them first: moving takes away what is being listed.
  const ids: string[] = [];
  for await (const id of store.listIds()) ids.push(id);
  yield* ids.sort();
}

async function idsToLeave({ database, tables }: PostgresStore, only: string | null): Promise<readonly string[]> {
  if (only !== null) return [only];
  const rows = await database.ask<{ id: string }>(
    `select id from ${tables.schema}.incident where moved is distinct from 'moved' order by id`,
    [],
  );
  return rows.map(({ id }) => id);
}
