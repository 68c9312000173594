import type { Incident } from '../../incident/incident.ts';
import { type IncidentSummary, summarise } from '../../incident/incident-summary.ts';
import { byDeclaration } from '../by-declaration.ts';
import { IdTable } from '../id-table.ts';
import { garbled, parseLine } from '../incident-index.ts';
import { type Kinship, StoreTrouble } from '../incident-store.ts';
import type { Asker } from './asker.ts';
import { kinKey } from './keep-entry.ts';
import { fromRows, loadColumns, type Tables } from './load-standing.ts';

type LoadRow = Parameters<typeof fromRows>[2][number];

/** Every incident that is not closed, oldest first, in one question; a damaged one must not hide the others. */
export async function listOpen(asker: Asker, tables: Tables): Promise<readonly Incident[]> {
  const { schema } = tables;
  const rows = await asker.ask<LoadRow>(
    `select ${loadColumns(schema)} from ${schema}.incident i
     left join ${schema}.entry e on e.incident_id = i.id and e.entry > i.state_revision
     where i.status <> 'closed' and i.moved is null order by i.id, e.entry`,
    [],
  );
  const byId = new Map<string, LoadRow[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const found: Incident[] = [];
  for (const rowsOfOne of byId.values()) {
    try {
      const loaded = await fromRows(asker, tables, rowsOfOne);
      if (loaded !== null && loaded.incident.status !== 'closed') found.push(loaded.incident);
    } catch (error) {
      if (!(error instanceof StoreTrouble) || error.reason !== 'record-damaged') throw error;
    }
  }
  return found.sort(byDeclaration);
}

const batch = 500;

/** Open incidents, newest first, then closed ones, the latest to close or change first. */
export async function* listSummaries(asker: Asker, tables: Tables): AsyncGenerator<IncidentSummary, void, undefined> {
  const open = await listOpen(asker, tables);
  const seen = new IdTable();
  for (const incident of open.toReversed()) {
    seen.set(incident.id, 1);
    yield summarise(incident);
  }
  for (let before: string | null = null; ; ) {
    const rows: readonly ClosedRow[] = await asker.ask<ClosedRow>(
      `select id, closing::text, summary from ${tables.schema}.incident
       where closing is not null and moved is null and ($1::bigint is null or closing < $1) order by closing desc limit ${batch}`,
      [before],
    );
    for (const { id, summary } of rows) {
      const line = summary === null ? garbled : parseLine(tables.ground, summary);
      if (line === garbled || seen.get(id) !== undefined) continue;
      seen.set(id, 1);
      const { head: _head, ...told } = line;
      yield told;
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) return;
    before = end.closing;
  }
}

interface ClosedRow {
  readonly id: string;
  readonly closing: string;
  readonly summary: string | null;
}

/** So many of the latest closings are looked through. */
const looked = 1000;

/** Closed incidents with the same alert or the same service among the latest to be closed, the same alert first. */
export async function findPast(
  asker: Asker,
  { schema, ground }: Tables,
  { fingerprint, service }: Kinship,
  most: number,
): Promise<readonly IncidentSummary[]> {
  if (fingerprint === null && service === null) return [];
  const rows = await asker.ask<{ summary: string | null }>(
    `select summary from (
       select closing, summary, fingerprint_keys, service_key from ${schema}.incident
       where closing is not null and moved is null order by closing desc limit ${looked}) latest
     where fingerprint_keys @> array[$1::text] or service_key = $2
     order by coalesce(fingerprint_keys @> array[$1::text], false) desc, closing desc limit $3`,
    [fingerprint === null ? null : kinKey(fingerprint), service === null ? null : kinKey(service), most],
  );
  return rows.flatMap(({ summary }) => {
    const line = summary === null ? garbled : parseLine(ground, summary);
    if (line === garbled) return [];
    const { head: _head, ...told } = line;
    return [told];
  });
}

/** Every id there is, in no order that means anything. */
export async function* listIds(asker: Asker, { schema }: Tables): AsyncGenerator<string, void, undefined> {
  for (let last = ''; ; ) {
    const rows: readonly { id: string }[] = await asker.ask<{ id: string }>(
      `select id from ${schema}.incident where moved is null and id > $1 order by id limit ${batch}`,
      [last],
    );
    for (const { id } of rows) yield id;
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) return;
    last = end.id;
  }
}

/** Ids that fit what was typed: the id itself, else those that start with it, end with it or hold it; open ones first. */
export async function findIds(asker: Asker, { schema }: Tables, typed: string): Promise<readonly string[]> {
  const wanted = typed.trim().toUpperCase();
  if (!/^[0-9A-Z-]{1,40}$/.test(wanted)) return [];
  const rows = await asker.ask<{ id: string }>(
    `select id from ${schema}.incident where moved is null and position($1 in id) > 0
     order by id <> $1, status = 'closed',
       case when starts_with(id, $1) then 0 when right(id, length($1)) = $1 then 1 else 2 end, id collate "C" limit 10`,
    [wanted],
  );
  return rows[0]?.id === wanted ? [wanted] : rows.map(({ id }) => id);
}
