import type { Created, Declaration } from '../incident-store.ts';
import { formatEntry } from '../journal.ts';
import { isIncidentId } from '../record-paths.ts';
import type { Asker } from './asker.ts';
import { claimKey, findHolder, takeClaims } from './claim-rows.ts';
import type { Database } from './database.ts';
import { keepEntry, prepareEntry } from './keep-entry.ts';
import type { Loaded, Tables } from './load-standing.ts';

type Refused = Extract<Created, { ok: false }>;

/** Ends a transaction without a trace: what was decided in it is the answer, not an error. */
class Undone extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.reason);
    this.refused = refused;
  }
}

/** Starts a record with its claims in one transaction, or says who holds the claim. */
export async function createIncident(
  database: Database,
  tables: Tables,
  { id, events, claim, recorded_at }: Declaration,
): Promise<Loaded | Refused> {
  if (!isIncidentId(id)) throw new Error(`not an id of an incident: ${id}`);
  const head = { entry: 1, incident: id, previous: null, lastSeq: 0 };
  const text = formatEntry(tables.ground.protection, head, events, recorded_at);
  const keeping = prepareEntry(tables, id, null, text);
  const { claims } = keeping.loaded.incident;
  try {
    await database.transaction(async (asker) => {
      if (!(await keepEntry(asker, keeping))) throw new Undone(await whyTaken(asker, tables, id, claim));
      const wanted = claim === null ? claims : [claim, ...claims];
      const taken = await takeClaims(asker, tables.schema, id, wanted);
      if (claim === null || taken.has(claimKey(claim))) return;
      const { holder } = await findHolder(asker, tables.schema, claim);
      throw new Undone({ ok: false, reason: 'claimed-meanwhile', id: holder ?? id });
    });
    return keeping.loaded;
  } catch (error) {
    if (error instanceof Undone) return error.refused;
    throw error;
  }
}

/** Whoever comes with the same promise a second time is told so; anybody else has to take another id. */
async function whyTaken(asker: Asker, { schema }: Tables, id: string, claim: string | null): Promise<Refused> {
  const mine = claim !== null && (await findHolder(asker, schema, claim)).holder === id;
  return mine ? { ok: false, reason: 'claimed-meanwhile', id } : { ok: false, reason: 'id-taken' };
}
