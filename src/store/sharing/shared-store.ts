import type { IncidentEvent, RecordedEvent } from '../../incident/event.ts';
import type { Incident } from '../../incident/incident.ts';
import { type IncidentSummary, summarise } from '../../incident/incident-summary.ts';
import { byDeclaration } from '../by-declaration.ts';
import type {
  Appended,
  ClaimHolder,
  Created,
  Declaration,
  Examination,
  IncidentStore,
  Kinship,
  StoreTrouble,
} from '../incident-store.ts';
import { countUnshared, createHere, isHere, recordsHere, type Waiting } from './kept-here.ts';
import { Reach, type Sharing } from './reach.ts';
import { keepEntryHere, markUnshared } from './unshared.ts';

/**
 * The database, and this machine's files for as long as it is out of reach: an alert is never lost for want of it.
 *
 * An incident that begins meanwhile is kept here whole and can be worked on here; alerts for one that did not begin here
 * are kept as entries to come. Both are carried over by the next call that reaches the database.
 */
export class SharedStore implements IncidentStore {
  readonly #sharing: Sharing;
  /** Whether the database can be asked. */
  readonly reach: Reach;

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
    this.reach = new Reach(sharing);
  }

  /** What is kept on this machine alone. */
  waiting(): Waiting {
    return countUnshared(this.#sharing);
  }

  async create(declaration: Declaration): Promise<Created> {
    const { shared } = this.#sharing;
    return this.reach.either(
      () => shared.create(declaration),
      () => createHere(this.#sharing, declaration),
    );
  }

  async append(
    id: string,
    expectedRevision: number,
    events: readonly IncidentEvent[],
    recordedAt: string,
  ): Promise<Appended> {
    const { ground, local, shared, now } = this.#sharing;
    return this.#where(
      id,
      () => local.append(id, expectedRevision, events, recordedAt),
      () => shared.append(id, expectedRevision, events, recordedAt),
      async (trouble) => {
        const next = shared.prepareUnreached(id, expectedRevision, events, recordedAt);
        // A decision excludes others, which nobody can promise from here; an alert is a fact and only has to be kept.
        if (next === null || !events.some(isAlert)) throw trouble;
        keepEntryHere(ground, id, next.text, now());
        return { ok: true, incident: next.incident, warnings: [`${id}: this alert is kept on this machine only`] };
      },
    );
  }

  async read(id: string): Promise<Incident | null> {
    const { local, shared } = this.#sharing;
    return this.#where(
      id,
      () => local.read(id),
      () => shared.read(id),
    );
  }

  async findClaim(claim: string): Promise<ClaimHolder> {
    const { ground, local, shared, now } = this.#sharing;
    return this.reach.either(
      () => shared.findClaim(claim),
      async () => {
        const found = await local.findClaim(claim);
        // One from before there was a database: it goes where the others are.
        if (found.holder !== null && !(await isHere(this.#sharing, found.holder)))
          markUnshared(ground, found.holder, now());
        return found;
      },
    );
  }

  async listOpen(): Promise<readonly Incident[]> {
    const { shared } = this.#sharing;
    const elsewhere = await this.reach.either(
      () => shared.listOpen(),
      async () => [],
    );
    const here = (await recordsHere(this.#sharing)).filter(({ status }) => status !== 'closed');
    return here.length === 0 ? elsewhere : [...elsewhere, ...here].sort(byDeclaration);
  }

  async *listAll(): AsyncGenerator<IncidentSummary, void, undefined> {
    const reached = await this.reach.ping();
    for (const incident of (await recordsHere(this.#sharing)).toReversed()) yield summarise(incident);
    if (reached) yield* this.#sharing.shared.listAll();
  }

  async findPast(kin: Kinship, most: number): Promise<readonly IncidentSummary[]> {
    const { shared } = this.#sharing;
    return this.reach.either(
      () => shared.findPast(kin, most),
      async () => [],
    );
  }

  async *listIds(): AsyncGenerator<string, void, undefined> {
    const reached = await this.reach.ping();
    for (const { id } of await recordsHere(this.#sharing)) yield id;
    if (reached) yield* this.#sharing.shared.listIds();
  }

  async findIds(typed: string): Promise<readonly string[]> {
    const { local, shared } = this.#sharing;
    const elsewhere = await this.reach.either(
      () => shared.findIds(typed),
      async () => [],
    );
    const waiting = new Set((await recordsHere(this.#sharing)).map(({ id }) => id));
    const here = waiting.size === 0 ? [] : (await local.findIds(typed)).filter((id) => waiting.has(id));
    return [...new Set([...elsewhere, ...here])].slice(0, 10);
  }

  async *history(id: string): AsyncGenerator<RecordedEvent, void, undefined> {
    const { local, shared } = this.#sharing;
    await this.reach.ping();
    yield* (await isHere(this.#sharing, id)) ? local.history(id) : shared.history(id);
  }

  async examine(id: string): Promise<Examination> {
    const { local, shared } = this.#sharing;
    return this.#where(
      id,
      () => local.examine(id),
      () => shared.examine(id),
    );
  }

  async rebuild(id: string): Promise<readonly string[]> {
    const { local, shared } = this.#sharing;
    return this.#where(
      id,
      () => local.rebuild(id),
      () => shared.rebuild(id),
    );
  }

  async *changes(signal: AbortSignal): AsyncGenerator<string | null, void, undefined> {
    for await (const id of this.#sharing.shared.changes(signal)) {
      if (id === null) this.reach.comeBack();
      yield id;
    }
  }

  async close(): Promise<void> {
    await this.#sharing.shared.close();
  }

  /** Asks whichever of the two has this incident. */
  async #where<Result>(
    id: string,
    here: () => Promise<Result>,
    elsewhere: () => Promise<Result>,
    unreached: (trouble: StoreTrouble) => Promise<Result> = (trouble) => Promise.reject(trouble),
  ): Promise<Result> {
    await this.reach.prepare();
    return (await isHere(this.#sharing, id)) ? here() : this.reach.either(elsewhere, unreached);
  }
}

function isAlert({ type }: IncidentEvent): boolean {
  return type === 'alert.received' || type === 'alert.repeated' || type === 'alert.cleared';
}
