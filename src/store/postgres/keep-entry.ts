import { summarise } from '../../incident/incident-summary.ts';
import { type KeptEntry, understand } from '../append-entry.ts';
import { formatLine } from '../incident-index.ts';
import { sha256 } from '../record-paths.ts';
import type { Asker } from './asker.ts';
import type { Loaded, Tables } from './load-standing.ts';
import { writeStateText } from './state-text.ts';

/** So many entries a reader applies at most; rewriting the state with every one would cost more than that. */
const mostBehind = 8;

/** An entry on its way into the table. */
export interface Keeping extends KeptEntry {
  readonly loaded: Loaded;
  readonly statement: readonly [sql: string, values: readonly unknown[]];
}

/**
 * The one statement that keeps an entry on top of the one before: the row moves on only from the expected revision and
 * head, and the entry comes with it or not at all. It returns a row when it was kept.
 */
export function prepareEntry(tables: Tables, id: string, before: Loaded | null, text: string): Keeping {
  const { ground } = tables;
  const kept = understand(ground, id, text, before);
  const { incident, head } = kept.standing;
  const closed = incident.status === 'closed';
  const renew = before === null || closed || incident.revision - before.stateRevision >= mostBehind;
  const columns = {
    ...{ revision: incident.revision, head, status: incident.status },
    summary: closed ? formatLine(ground.protection, { ...summarise(incident), head }).trim() : null,
    fingerprint_keys: closed ? incident.fingerprints.slice(0, 20).map(kinKey) : null,
    service_key: incident.service === null ? null : kinKey(incident.service),
    ...(renew
      ? {
          state: writeStateText(ground.protection, kept.standing),
          ...{ state_revision: incident.revision, state_head: head, written_by: ground.version },
        }
      : {}),
  };
  const loaded = { ...kept.standing, stateRevision: renew ? incident.revision : (before?.stateRevision ?? 0) };
  return { ...kept, loaded, statement: toStatement(tables, id, before, text, columns, closed) };
}

function toStatement(
  { schema }: Tables,
  id: string,
  before: Loaded | null,
  text: string,
  columns: Readonly<Record<string, unknown>>,
  closed: boolean,
): Keeping['statement'] {
  const names = Object.keys(columns);
  const values = [...Object.values(columns), id, text, sha256(text)];
  const last = names.length;
  const closing = closed ? `nextval('${schema}.closings')` : 'null';
  const row =
    before === null
      ? `insert into ${schema}.incident (${names.join(', ')}, closing, id)
         values (${names.map((_, index) => `$${index + 1}`).join(', ')}, ${closing}, $${last + 1})
         on conflict (id) do nothing returning id`
      : `update ${schema}.incident set ${names.map((name, index) => `${name} = $${index + 1}`).join(', ')}, closing = ${closing}
         where id = $${last + 1} and revision = $${last + 4} and head = $${last + 5} and moved is null returning id`;
  const sql = `with moved as (${row})
    insert into ${schema}.entry (incident_id, entry, body, hash)
    select id, $1, $${last + 2}, $${last + 3} from moved returning incident_id`;
  return [sql, before === null ? values : [...values, before.incident.revision, before.head]];
}

/** Keeps a prepared entry; false when its number, or the id, was taken meanwhile. */
export async function keepEntry(asker: Asker, { statement }: Keeping): Promise<boolean> {
  const rows = await asker.ask(...statement);
  return rows.length === 1;
}

/** A fingerprint or a service as the table names it. */
export function kinKey(text: string): string {
  return sha256(text).slice(0, 16);
}
