import fc from 'fast-check';
import { expect } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { closed, declarationOf, fact, idOf, minute, note } from './store-events.ts';

export type Writers = readonly [IncidentStore, IncidentStore];

interface Known {
  revision: number;
  events: number;
  closed: boolean;
  readonly claims: string[];
  readonly passed: Map<string, string>;
}

/** What a store should know, kept in the simplest way there is. */
interface Model {
  readonly incidents: Map<string, Known>;
  /** Who a claim was first given to; passing it on is looked up from there. */
  readonly claims: Map<string, string>;
  nextId: number;
}

export const emptyModel = (): Model => ({ incidents: new Map(), claims: new Map(), nextId: 1 });

const allClaims = ['fingerprint:a', 'fingerprint:b', 'group:x'];
type Command = fc.AsyncCommand<Model, Writers>;

function resolve(model: Model, claim: string): { holder: string | null; promised: string | null } {
  let id = model.claims.get(claim);
  if (id === undefined) return { holder: null, promised: null };
  for (;;) {
    const known: Known | undefined = model.incidents.get(id);
    const to = known?.passed.get(claim);
    if (to === undefined) return { holder: known?.closed === true ? null : id, promised: null };
    if (!model.incidents.has(to)) return { holder: id, promised: to };
    id = to;
  }
}

/** Gives the claim to the incident if nobody has it, or if it was promised to it; says who has it otherwise. */
function take(model: Model, claim: string, id: string): string | null {
  const { holder, promised } = resolve(model, claim);
  if (holder !== null && promised !== id) return holder === id ? null : holder;
  model.claims.set(claim, id);
  return null;
}

async function agree(model: Model, [one, other]: Writers): Promise<void> {
  for (const claim of allClaims) expect(await other.findClaim(claim)).toEqual(resolve(model, claim));
  for (const [id, known] of model.incidents) {
    const status = known.closed ? 'closed' : 'open';
    expect(await one.read(id)).toMatchObject({ id, revision: known.revision, last_seq: known.events, status });
  }
  const open = [...model.incidents].filter(([, known]) => !known.closed).map(([id]) => id);
  expect((await one.listOpen()).map(({ id }) => id).toSorted()).toEqual(open.toSorted());
  const listed: string[] = [];
  for await (const { id } of other.listAll()) listed.push(id);
  expect(listed.toSorted()).toEqual([...model.incidents.keys()].toSorted());
}

function declare(writer: 0 | 1, claims: readonly string[]): Command {
  return {
    check: () => true,
    toString: () => `declare(${writer}, ${claims})`,
    run: async (model, writers) => {
      const [primary] = claims;
      const promised = primary === undefined ? null : resolve(model, primary).promised;
      const id = promised ?? idOf(model.nextId++);
      const created = await writers[writer].create(declarationOf({ id, claims, offset: model.nextId }));
      const holder = primary === undefined ? null : take(model, primary, id);
      if (holder === null) {
        expect(created).toMatchObject({ ok: true, warnings: [] });
        for (const claim of claims.slice(1)) take(model, claim, id);
        model.incidents.set(id, { revision: 1, events: 2, closed: false, claims: [...claims], passed: new Map() });
      } else expect(created).toEqual({ ok: false, reason: 'claimed-meanwhile', id: holder });
      await agree(model, writers);
    },
  };
}

type Change = (model: Model, known: Known, id: string) => readonly IncidentEvent[];

function change(name: string, writer: 0 | 1, pick: number, late: boolean, decide: Change): Command {
  return {
    check: (model) => model.incidents.size > 0,
    toString: () => `${name}(${writer}, incident ${pick}${late ? ', late' : ''})`,
    run: async (model, writers) => {
      const ids = [...model.incidents.keys()];
      const id = ids[pick % ids.length] ?? '';
      const known = model.incidents.get(id);
      if (known === undefined) return;
      if (late) {
        const refused = await writers[writer].append(id, known.revision - 1, [note('late')], minute(1));
        expect(refused).toEqual({ ok: false, reason: 'changed-meanwhile' });
      } else {
        const revision = known.revision;
        const events = decide(model, known, id);
        known.revision += 1;
        known.events += events.length;
        const kept = await writers[writer].append(id, revision, events, minute(revision));
        expect(kept).toMatchObject({ ok: true, warnings: [] });
      }
      await agree(model, writers);
    },
  };
}

const addNote: Change = () => [note('written down')];

const close: Change = (model, known, id) => {
  for (const claim of known.claims) {
    if (!known.passed.has(claim) && model.claims.get(claim) === id) model.claims.delete(claim);
  }
  known.closed = true;
  return [closed()];
};

function addClaim(claim: string): Change {
  return (model, known, id) => {
    known.claims.push(claim);
    if (!known.closed) take(model, claim, id);
    return [fact('claim.added', { claim })];
  };
}

/** Only an open incident that holds the claim passes it on, and only once: that is what the rules of triage allow. */
function passOn(claim: string): Change {
  return (model, known, id) => {
    const { holder, promised } = resolve(model, claim);
    if (holder !== id || promised !== null || known.closed) return [note('nothing to pass on')];
    const to = idOf(model.nextId++);
    known.passed.set(claim, to);
    return [fact('claim.passed', { claim, to })];
  };
}

/** Random sequences of what two writers may do to a few incidents and claims. */
export function commandsOf(): fc.Arbitrary<Iterable<Command>> {
  const writer = fc.constantFrom<0 | 1>(0, 1);
  const pick = fc.nat(5);
  const claim = fc.constantFrom(...allClaims);
  const claims = fc.uniqueArray(claim, { maxLength: 3 });
  return fc.commands(
    [
      fc.tuple(writer, claims).map(([by, wanted]) => declare(by, wanted)),
      fc.tuple(writer, pick, fc.boolean()).map(([by, at, late]) => change('note', by, at, late, addNote)),
      fc.tuple(writer, pick).map(([by, at]) => change('close', by, at, false, close)),
      fc.tuple(writer, pick, claim).map(([by, at, on]) => change(`claim ${on}`, by, at, false, addClaim(on))),
      fc.tuple(writer, pick, claim).map(([by, at, on]) => change(`pass ${on}`, by, at, false, passOn(on))),
    ],
    { maxCommands: 14 },
  );
}
