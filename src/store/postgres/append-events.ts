import type { IncidentEvent } from '../../incident/event.ts';
import { formatEntry } from '../journal.ts';
import type { Asker } from './asker.ts';
import { leavesClaims, moveClaims } from './claim-rows.ts';
import type { Database } from './database.ts';
import { keepEntry, prepareEntry } from './keep-entry.ts';
import type { Loaded, Tables } from './load-standing.ts';

/** The text of the entry that puts these events on top of a standing. */
export function formatNext(
  { ground }: Tables,
  before: Loaded,
  events: readonly IncidentEvent[],
  recordedAt: string,
): string {
  const { id, revision, last_seq } = before.incident;
  const head = { entry: revision + 1, incident: id, previous: before.head, lastSeq: last_seq };
  return formatEntry(ground.protection, head, events, recordedAt);
}

/** Keeps one more entry and what it means for claims; null when somebody else's came first. */
export async function appendText(
  database: Database,
  tables: Tables,
  before: Loaded,
  text: string,
): Promise<Loaded | null> {
  const keeping = prepareEntry(tables, before.incident.id, before, text);
  const { entry, loaded } = keeping;
  const kept = leavesClaims(loaded.incident, entry.events)
    ? await keepEntry(database, keeping)
    : await database.transaction((asker) => appendWithin(asker, tables, before, text)).then((after) => after !== null);
  return kept ? loaded : null;
}

/** The same inside a transaction that does more than this. */
export async function appendWithin(asker: Asker, tables: Tables, before: Loaded, text: string): Promise<Loaded | null> {
  const keeping = prepareEntry(tables, before.incident.id, before, text);
  if (!(await keepEntry(asker, keeping))) return null;
  await moveClaims(asker, tables.schema, keeping.loaded.incident, keeping.entry.events);
  return keeping.loaded;
}
