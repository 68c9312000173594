import type { IncidentEvent } from '../../incident/event.ts';
import type { Incident } from '../../incident/incident.ts';
import type { ClaimHolder } from '../incident-store.ts';
import { sha256 } from '../record-paths.ts';
import type { Asker } from './asker.ts';

/** A claim as its row names it; the text itself may hold what a database does not take. */
export function claimKey(claim: string): string {
  return sha256(claim).slice(0, 32);
}

/**
 * A claim of which nobody has to be asked any more: its holder is closed and promised it to nobody.
 *
 * The holder has to be seen closed. One that can not be seen has begun a moment ago, while somebody waited for its claim.
 */
const isFree = (schema: string): string => `
  exists (select 1 from ${schema}.incident h
    where h.id = coalesce((select p.id from ${schema}.incident p where p.id = c.promised), c.incident_id)
      and (h.status = 'closed' or h.moved is not null) and (c.promised is null or h.id = c.promised))`;

/** Who holds a claim; an incident that was promised it and has been started meanwhile is its holder. */
export async function findHolder(asker: Asker, schema: string, claim: string): Promise<ClaimHolder> {
  const [row] = await asker.ask<{ holder: string; promised: string | null }>(
    `select coalesce(p.id, c.incident_id) as holder, case when p.id is null then c.promised end as promised
     from ${schema}.claim c left join ${schema}.incident p on p.id = c.promised
     where c.key = $1 and not (${isFree(schema)})`,
    [claimKey(claim)],
  );
  return row ?? { holder: null, promised: null };
}

/**
 * Takes every one of these claims that is free or was promised to this incident; returns the keys it holds now.
 *
 * They are taken in the order of their keys, so that two who want the same ones never wait for each other.
 */
export async function takeClaims(
  asker: Asker,
  schema: string,
  id: string,
  claims: readonly string[],
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const keys = [...new Set(claims.map(claimKey))].sort();
  const rows = await asker.ask<{ key: string }>(
    `insert into ${schema}.claim as c (key, incident_id) select key, $2 from unnest($1::text[]) key order by key
     on conflict (key) do update set incident_id = excluded.incident_id, promised = null
     where c.promised = excluded.incident_id or (${isFree(schema)})
     returning c.key`,
    [keys, id],
  );
  return new Set(rows.map(({ key }) => key));
}

/** What one more entry means for claims: some are passed on, some are taken, and closing gives back the rest. */
export async function moveClaims(
  asker: Asker,
  schema: string,
  incident: Incident,
  events: readonly IncidentEvent[],
): Promise<void> {
  const { id, status, passed_claims } = incident;
  for (const event of events) if (event.type === 'claim.passed') await pass(asker, schema, id, event.data);
  if (status === 'closed') {
    await asker.ask(`delete from ${schema}.claim where incident_id = $1 and promised is null`, [id]);
    return;
  }
  const added = events.flatMap((event) => (event.type === 'claim.added' ? [event.data.claim] : []));
  // What it has passed on once leads to its successor for good.
  const wanted = added.filter((claim) => !Object.hasOwn(passed_claims, claim));
  await takeClaims(asker, schema, id, wanted);
}

/** True for entries that touch no claim, which are most: they are kept in one statement. */
export function leavesClaims(incident: Incident, events: readonly IncidentEvent[]): boolean {
  return incident.status !== 'closed' && !events.some(({ type }) => type === 'claim.added' || type === 'claim.passed');
}

/** To an incident that exists, a claim is handed over at once; to one that does not, it is promised. */
async function pass(
  asker: Asker,
  schema: string,
  id: string,
  { claim, to }: { readonly claim: string; readonly to: string },
): Promise<void> {
  await asker.ask(
    `update ${schema}.claim set
       incident_id = coalesce((select n.id from ${schema}.incident n where n.id = $3), $2),
       promised = case when exists (select 1 from ${schema}.incident n where n.id = $3) then null else $3 end
     where key = $1 and (incident_id = $2 or promised = $2)`,
    [claimKey(claim), id, to],
  );
}
