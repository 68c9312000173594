import type { IncidentEvent, RecordedEvent } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { appendEntry, type KeptEntry } from './append-entry.ts';
import { findHolder } from './claims.ts';
import { createRecord } from './create-record.ts';
import { toTrouble } from './errno.ts';
import { examineRecord } from './examine-record.ts';
import { findIds } from './find-ids.ts';
import { findPast } from './find-past.ts';
import { type FileStoreOptions, groundOf, prepareGround, verifyGround } from './ground.ts';
import type {
  Appended,
  ClaimHolder,
  Created,
  Declaration,
  Examination,
  IncidentStore,
  Kinship,
} from './incident-store.ts';
import { markAsOwing, settleCreation, writeDerived } from './keep-derived.ts';
import { listIds, listOpenRecords, listSummaries } from './list-records.ts';
import { type LoadedRecord, loadRecord } from './load-record.ts';
import { readHistory } from './read-history.ts';
import { rebuildRecord } from './rebuild-record.ts';
import type { Ground } from './record-paths.ts';

/** Opens the records under `<project>/.spec/reports/incidents`; nothing is touched before the first call. */
export function openFileStore(options: FileStoreOptions): IncidentStore {
  return new FileStore(groundOf(options));
}

class FileStore implements IncidentStore {
  readonly #ground: Ground;
  #verified = false;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async create(declaration: Declaration): Promise<Created> {
    return this.#attempt(() => {
      prepareGround(this.#ground);
      const created = createRecord(this.#ground, declaration);
      if ('ok' in created) return created;
      return acknowledge(created, writeDerived(this.#ground, created, null));
    });
  }

  async append(
    id: string,
    expectedRevision: number,
    events: readonly IncidentEvent[],
    recordedAt: string,
  ): Promise<Appended> {
    return this.#attempt(() => {
      const before = this.#load(id);
      if (before === null || before.incident.revision !== expectedRevision) return changed;
      if (before.incident.status === 'closed') markAsOwing(this.#ground, id);
      const kept = appendEntry(this.#ground, before, events, recordedAt);
      if (kept === null) return changed;
      if (!before.settled) settleCreation(this.#ground);
      return acknowledge(kept, writeDerived(this.#ground, kept, before));
    });
  }

  async read(id: string): Promise<Incident | null> {
    return this.#attempt(() => this.#load(id)?.incident ?? null);
  }

  async findClaim(claim: string): Promise<ClaimHolder> {
    return this.#attempt(() => {
      this.#verify();
      const holder = findHolder(this.#ground, claim);
      return { holder: holder?.incident.id ?? null, promised: holder?.promised ?? null };
    });
  }

  async listOpen(): Promise<readonly Incident[]> {
    return this.#attempt(() => {
      this.#verify();
      return listOpenRecords(this.#ground);
    });
  }

  async *listAll(): AsyncGenerator<IncidentSummary, void, undefined> {
    yield* this.#stream(() => listSummaries(this.#ground));
  }

  async findPast(kin: Kinship, most: number): Promise<readonly IncidentSummary[]> {
    return this.#attempt(() => {
      this.#verify();
      return findPast(this.#ground, kin, most);
    });
  }

  async *listIds(): AsyncGenerator<string, void, undefined> {
    yield* this.#stream(() => listIds(this.#ground));
  }

  async findIds(typed: string): Promise<readonly string[]> {
    return this.#attempt(() => {
      this.#verify();
      return findIds(this.#ground, typed);
    });
  }

  async *history(id: string): AsyncGenerator<RecordedEvent, void, undefined> {
    yield* this.#stream(() => readHistory(this.#ground, id));
  }

  async examine(id: string): Promise<Examination> {
    return this.#attempt(() => {
      this.#verify();
      return examineRecord(this.#ground, id);
    });
  }

  async rebuild(id: string): Promise<readonly string[]> {
    return this.#attempt(() => {
      this.#verify();
      return rebuildRecord(this.#ground, id);
    });
  }

  #load(id: string): LoadedRecord | null {
    this.#verify();
    return loadRecord(this.#ground, id);
  }

  #verify(): void {
    if (this.#verified) return;
    verifyGround(this.#ground);
    this.#verified = true;
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toTrouble(error, this.#ground.incidents);
    }
  }

  *#stream<Item>(open: () => Generator<Item, void, undefined>): Generator<Item, void, undefined> {
    try {
      this.#verify();
      yield* open();
    } catch (error) {
      throw toTrouble(error, this.#ground.incidents);
    }
  }
}

const changed: Appended = { ok: false, reason: 'changed-meanwhile' };

function acknowledge(
  { standing }: KeptEntry,
  warnings: readonly string[],
): { ok: true; incident: Incident; warnings: readonly string[] } {
  return { ok: true, incident: standing.incident, warnings };
}
