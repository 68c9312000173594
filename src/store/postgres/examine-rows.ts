import { summarise } from '../../incident/incident-summary.ts';
import { formatLine } from '../incident-index.ts';
import { type Examination, StoreTrouble } from '../incident-store.ts';
import type { Standing } from '../journal.ts';
import { checkSignature, sealingVault } from '../protection.ts';
import { isIncidentId } from '../record-paths.ts';
import type { Asker } from './asker.ts';
import { findHolder } from './claim-rows.ts';
import { kinKey } from './keep-entry.ts';
import { applyBody, entryPath, readBodies, type Tables } from './load-standing.ts';
import { readStateText, writeStateText } from './state-text.ts';

interface IncidentRow {
  readonly revision: number;
  readonly head: string;
  readonly status: string;
  readonly state: string;
  readonly state_revision: number;
  readonly state_head: string;
  readonly written_by: string;
  readonly summary: string | null;
}

interface Mark {
  readonly head: string;
  readonly state: string;
}

/** Checks one record from its first entry, then its row against what the entries say. */
export async function examineRows(asker: Asker, tables: Tables, id: string): Promise<Examination> {
  if (!isIncidentId(id)) return bad(id, 1, id, 'is no incident id');
  const row = await readRow(asker, tables, id);
  const signatures = { signed: 0, unsigned: 0, checked: (tables.ground.protection?.verifiers.length ?? 0) > 0 };
  let standing: Standing | null = null;
  let at: Mark | null = null;
  for await (const { entry, body } of readBodies(asker, tables, id)) {
    const due = (standing?.incident.revision ?? 0) + 1;
    const place = entryPath(tables, id, due);
    if (entry !== due) return bad(id, due, place, `is missing, although entry ${entry} is there`);
    try {
      standing = applyBody(tables, id, standing, due, body);
    } catch (error) {
      if (!(error instanceof StoreTrouble) || error.reason !== 'record-damaged') throw error;
      return bad(id, due, place, error.message.replace(/^.*?\/\d+ /, '').replace(/\.$/, ''));
    }
    const why = tally(tables, signatures, body);
    if (why !== null) return bad(id, due, place, why);
    if (row !== null && row.revision === due && row.head !== standing.head) {
      return bad(id, due, place, `is not the entry that ${tables.schema}.incident was written after`);
    }
    if (row?.state_revision === due) at = { head: standing.head, state: writeState(tables, standing) };
  }
  const entries = standing?.incident.revision ?? 0;
  const next = entryPath(tables, id, entries + 1);
  if (standing === null) return bad(id, 1, next, 'is missing');
  if (row !== null && row.revision > entries) {
    const why = `is missing; ${tables.schema}.incident was written after entry ${row.revision}`;
    return bad(id, entries + 1, next, why);
  }
  const stale = [...staleColumns(tables, row, standing, at), ...(await staleClaims(asker, tables, standing))];
  const told = signatures.signed > 0 || signatures.checked ? { signatures } : {};
  return { id, ok: true, entries, first_bad: null, stale, unknown: [], ...told };
}

async function readRow(asker: Asker, { schema }: Tables, id: string): Promise<IncidentRow | null> {
  const [row] = await asker.ask<IncidentRow>(
    `select revision, head, status, state, state_revision, state_head, written_by, summary
     from ${schema}.incident where id = $1`,
    [id],
  );
  return row ?? null;
}

function bad(id: string, entry: number, path: string, why: string): Examination {
  return { id, ok: false, entries: entry - 1, first_bad: { entry, path, why }, stale: [], unknown: [] };
}

function tally(tables: Tables, signatures: { signed: number; unsigned: number }, body: string): string | null {
  const state = checkSignature(tables.ground.protection?.verifiers ?? [], body);
  if (state === 'missing') signatures.unsigned += 1;
  else signatures.signed += 1;
  return state === 'does-not-fit' ? 'bears a signature that does not fit' : null;
}

/** The state as text, sealed texts being different every time. */
function writeState(tables: Tables, standing: Standing): string {
  return sealingVault(tables.ground.protection, standing.incident.id) === null
    ? writeStateText(undefined, standing)
    : JSON.stringify(standing.incident);
}

function staleColumns(tables: Tables, row: IncidentRow | null, standing: Standing, at: Mark | null): readonly string[] {
  const { incident, head } = standing;
  const name = (column: string): string => `${tables.schema}.incident.${column} ${incident.id}`;
  if (row === null) return [name('id')];
  const { protection, version } = tables.ground;
  const expected = { id: incident.id, revision: row.state_revision };
  const found = row.written_by === version ? readStateText(protection, row.state, expected) : null;
  const stateFits = at !== null && row.state_head === at.head && found !== null && JSON.stringify(found) === at.state;
  const closed = incident.status === 'closed';
  const summary = closed ? formatLine(protection, { ...summarise(incident), head }).trim() : null;
  const sealed = protection?.seals === true;
  return [
    ...(row.revision === incident.revision && row.head === head ? [] : [name('revision')]),
    ...(row.status === incident.status ? [] : [name('status')]),
    // What another version left is put right by the next entry, and readers do not use it.
    ...(stateFits || row.written_by !== version ? [] : [name('state')]),
    ...((sealed ? row.summary !== null : row.summary === summary) || (sealed && !closed) ? [] : [name('summary')]),
  ];
}

async function staleClaims(asker: Asker, { schema }: Tables, { incident }: Standing): Promise<readonly string[]> {
  const own = incident.claims.filter((claim) => !Object.hasOwn(incident.passed_claims, claim));
  const stale: string[] = [];
  for (const claim of own) {
    const { holder } = await findHolder(asker, schema, claim);
    const fits = incident.status === 'closed' ? holder !== incident.id : holder !== null;
    if (!fits) stale.push(`${schema}.claim ${claim}`);
  }
  return stale;
}

/** Writes everything but the entries anew from them; returns what was written. */
export async function rebuildRows(asker: Asker, tables: Tables, id: string): Promise<readonly string[]> {
  if (!isIncidentId(id)) return [];
  const { schema, ground } = tables;
  let standing: Standing | null = null;
  for await (const { entry, body } of readBodies(asker, tables, id)) {
    standing = applyBody(tables, id, standing, entry, body);
  }
  if (standing === null) return [];
  const { incident, head } = standing;
  const closed = incident.status === 'closed';
  await asker.ask(
    `update ${schema}.incident set revision = $2, head = $3, status = $4, service_key = $5, fingerprint_keys = $6,
       state = $7, state_revision = $2, state_head = $3, written_by = $8, summary = $9,
       closing = case when $4 = 'closed' then coalesce(closing, nextval('${schema}.closings')) end
     where id = $1 and revision <= $2`,
    [
      ...[id, incident.revision, head, incident.status],
      incident.service === null ? null : kinKey(incident.service),
      closed ? incident.fingerprints.slice(0, 20).map(kinKey) : null,
      ...[writeStateText(ground.protection, standing), ground.version],
      closed ? formatLine(ground.protection, { ...summarise(incident), head }).trim() : null,
    ],
  );
  return ['incident', 'claim'].map((table) => `${schema}.${table} ${id}`);
}
