import { StoreTrouble } from '../incident-store.ts';
import { applyEntry, parseEntry, type Standing } from '../journal.ts';
import { type Ground, isIncidentId, sha256 } from '../record-paths.ts';
import type { Asker } from './asker.ts';
import { readStateText } from './state-text.ts';

/** A record as it stands, and how far the state in its row had come. */
export interface Loaded extends Standing {
  readonly stateRevision: number;
}

/** What every step of the store needs: whose tables, and how entries are read. */
export interface Tables {
  readonly schema: string;
  readonly ground: Ground;
}

/** One row of an incident with one of the entries after its state; all but the last two stand in the first row alone. */
interface LoadRow {
  readonly id: string;
  readonly written_by: string;
  readonly state: string | null;
  readonly state_revision: number;
  readonly state_head: string;
  readonly known_head: string | null;
  readonly entry: number | null;
  readonly body: string | null;
}

/** The columns of a `LoadRow`, from incidents `i` and entries `e` after their state. */
export function loadColumns(schema: string): string {
  return `i.id, i.written_by, i.state_revision, i.state_head, e.entry, e.body,
    case when e.entry is null or e.entry = i.state_revision + 1 then i.state end as state,
    (select hash from ${schema}.entry k where k.incident_id = i.id and k.entry = i.state_revision) as known_head`;
}

export function entryPath({ schema }: Tables, id: string, entry: number): string {
  return `${schema}.entry ${id}/${entry}`;
}

/** The standing of one incident, going on from what is known of it already; null when there is none. */
export async function loadStanding(
  asker: Asker,
  tables: Tables,
  id: string,
  known: Loaded | null = null,
): Promise<Loaded | null> {
  if (!isIncidentId(id)) return null;
  if (known !== null) return goOn(asker, tables, id, known);
  const { schema } = tables;
  const rows = await asker.ask<LoadRow>(
    `select ${loadColumns(schema)} from ${schema}.incident i
     left join ${schema}.entry e on e.incident_id = i.id and e.entry > i.state_revision
     where i.id = $1 and i.moved is null order by e.entry`,
    [id],
  );
  return rows.length === 0 ? null : fromRows(asker, tables, rows);
}

/** Applies what was added since; the entries are proof enough that the incident is still kept here. */
async function goOn(asker: Asker, tables: Tables, id: string, known: Loaded): Promise<Loaded | null> {
  const { schema } = tables;
  const rows = await asker.ask<{ entry: number | null; body: string | null; revision: number }>(
    `select i.revision, e.entry, e.body from ${schema}.incident i
     left join ${schema}.entry e on e.incident_id = i.id and e.entry > $2
     where i.id = $1 and i.moved is null order by e.entry`,
    [id, known.incident.revision],
  );
  const [first] = rows;
  if (first === undefined) return null;
  // A database that was put back to an earlier day knows less than this process remembers.
  if (first.revision < known.incident.revision) return loadStanding(asker, tables, id);
  return { ...apply(tables, id, known, rows), stateRevision: known.stateRevision };
}

/** The standing that rows of one incident give: from its state if this version wrote it, else from the first entry. */
export async function fromRows(asker: Asker, tables: Tables, rows: readonly LoadRow[]): Promise<Loaded | null> {
  const [first] = rows;
  if (first === undefined) return null;
  const { id, state_revision: stateRevision } = first;
  const usable = first.written_by === tables.ground.version && first.known_head === first.state_head;
  const incident =
    usable && first.state !== null
      ? readStateText(tables.ground.protection, first.state, { id, revision: stateRevision })
      : null;
  if (incident !== null) return { ...apply(tables, id, { incident, head: first.state_head }, rows), stateRevision };
  const standing = await replay(asker, tables, id);
  return standing === null ? null : { ...standing, stateRevision };
}

async function replay(asker: Asker, tables: Tables, id: string): Promise<Standing | null> {
  let standing: Standing | null = null;
  for await (const { entry, body } of readBodies(asker, tables, id))
    standing = applyBody(tables, id, standing, entry, body);
  return standing;
}

function apply(
  tables: Tables,
  id: string,
  from: Standing,
  rows: readonly { readonly entry: number | null; readonly body: string | null }[],
): Standing {
  let standing = from;
  for (const { entry, body } of rows) {
    if (entry !== null && body !== null) standing = applyBody(tables, id, standing, entry, body);
  }
  return standing;
}

/** Applies one entry as it is kept; StoreTrouble when it does not fit. */
export function applyBody(tables: Tables, id: string, before: Standing | null, number: number, body: string): Standing {
  const place = entryPath(tables, id, number);
  const due = (before?.incident.revision ?? 0) + 1;
  const parsed = parseEntry(body, tables.ground.protection, place);
  const after =
    typeof parsed === 'string' ? parsed : applyEntry(before, id, due, { entry: parsed, hash: sha256(body) });
  if (typeof after !== 'string') return after;
  throw new StoreTrouble('record-damaged', place, `The record is damaged: ${place} ${after}.`);
}

const batch = 200;

/** Every entry of one incident after the given one, in order, so many at a time. */
export async function* readBodies(
  asker: Asker,
  { schema }: Tables,
  id: string,
  after = 0,
): AsyncGenerator<{ readonly entry: number; readonly body: string }, void, undefined> {
  for (let last = after; ; ) {
    const rows = await asker.ask<{ entry: number; body: string }>(
      `select entry, body from ${schema}.entry where incident_id = $1 and entry > $2 order by entry limit ${batch}`,
      [id, last],
    );
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) return;
    last = end.entry;
  }
}
