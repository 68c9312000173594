import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { expect } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { StoreTrouble } from '../../src/store/incident-store.ts';
import { type Fault, FaultyDisk, Killed } from './faulty-disk.ts';
import { incidentsIn, placeAt } from './file-place.ts';
import { closed, declarationOf, fact, idOf, minute, note } from './store-events.ts';

const first = idOf(1);
const second = idOf(2);

type Step = readonly [
  name: string,
  run: (store: IncidentStore) => Promise<{ readonly ok: boolean; readonly warnings?: readonly string[] }>,
];

/** A life: declared, added to, its claim passed on, the successor started, closed, and changed once more. */
const steps: readonly Step[] = [
  ['create', (store) => store.create(declarationOf({ id: first, claims: ['group:x', 'fingerprint:a'] }))],
  [
    'add',
    (store) =>
      store.append(first, 1, [note('the first note'), fact('claim.added', { claim: 'fingerprint:b' })], minute(1)),
  ],
  ['pass', (store) => store.append(first, 2, [fact('claim.passed', { claim: 'group:x', to: second })], minute(2))],
  ['succeed', (store) => store.create(declarationOf({ id: second, claims: ['group:x'], follows: [first], offset: 3 }))],
  ['continue', (store) => store.append(second, 1, [note('on the successor')], minute(4))],
  ['close', (store) => store.append(first, 3, [closed()], minute(60))],
  ['amend', (store) => store.append(first, 4, [note('after closing')], minute(61))],
];

/** Of how many steps a whole life is made. */
export const lifeLength = steps.length;

/** How a life went on a disturbed disk. */
export interface Outcome {
  readonly disk: FaultyDisk;
  /** The steps that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** What the step in which it ended threw, unless it was the kill itself. */
  readonly error: unknown;
}

/** Lives through the steps, each as a process of its own would, until one is not acknowledged. */
export async function liveThrough(projectRoot: string, fault: Fault | null, until = steps.length): Promise<Outcome> {
  const disk = new FaultyDisk(projectRoot, fault);
  const acknowledged: string[] = [];
  let error: unknown = null;
  await disk.during(async () => {
    try {
      for (const [name, run] of steps.slice(0, until)) {
        const { ok, warnings = [] } = await run(openFileStore(placeAt(projectRoot)));
        if (disk.killed || !ok) return;
        acknowledged.push(name, ...(warnings.length === 0 ? [`${name} without warning`] : []));
      }
    } catch (thrown) {
      error = thrown instanceof Killed ? null : thrown;
    }
  });
  return { disk, acknowledged, error };
}

async function textOf(store: IncidentStore, id: string): Promise<string> {
  let text = '';
  for await (const event of store.history(id)) text += JSON.stringify(event);
  return text;
}

/**
 * What must be true after any accident: what was acknowledged is there, what is there is whole, and the next command
 * simply works; afterwards every derived file is right or can be made right.
 */
export async function expectSound(projectRoot: string, acknowledged: readonly string[]): Promise<void> {
  const store = openFileStore(placeAt(projectRoot));
  const done = (step: string): boolean => acknowledged.includes(step);
  const open = (await store.listOpen()).map(({ id }) => id);
  const all = new Map<string, string>();
  for await (const { id, status, revision } of store.listAll()) all.set(id, `${status} at ${revision}`);
  for (const id of open) expect(await store.examine(id)).toMatchObject({ ok: true });
  if (done('create')) expect(all.has(first), 'the declared incident is listed').toBe(true);
  if (done('create') && !done('pass')) expect((await store.findClaim('fingerprint:a')).holder).toBe(first);
  if (done('add')) expect(await textOf(store, first)).toContain('the first note');
  if (done('add without warning') && !done('pass')) expect((await store.findClaim('fingerprint:b')).holder).toBe(first);
  if (done('pass')) expect((await store.read(first))?.passed_claims).toEqual({ 'group:x': second });
  if (done('succeed')) expect(open).toContain(second);
  if (done('succeed')) expect(await store.findClaim('group:x')).toEqual({ holder: second, promised: null });
  if (done('continue')) expect(await textOf(store, second)).toContain('on the successor');
  if (done('close')) {
    expect(all.get(first)).toMatch(done('amend without warning') ? 'closed at 5' : 'closed');
    expect(open).not.toContain(first);
    expect((await store.findClaim('fingerprint:a')).holder).toBeNull();
  }
  if (done('amend')) expect(await textOf(store, first)).toContain('after closing');
  await expectNextCommandWorks(store);
  for await (const id of store.listIds()) await expectRebuildable(store, id);
}

/** What lists say of an incident is what reading it says, also when a closing or a later change was cut short. */
export async function expectListsAgree(projectRoot: string): Promise<void> {
  const store = openFileStore(placeAt(projectRoot));
  for await (const { id, status, revision } of store.listAll()) {
    expect(await store.read(id)).toMatchObject({ id, status, revision });
  }
}

/** After a life without accidents every derived file is right without a rebuild, and none lags behind. */
export async function expectTidy(projectRoot: string): Promise<void> {
  const store = openFileStore(placeAt(projectRoot));
  for await (const id of store.listIds()) {
    const { behind = [], ...found } = await store.examine(id);
    expect(found).toMatchObject({ ok: true, stale: [], unknown: [] });
    expect(behind).toEqual([]);
  }
  const claim = createHash('sha256').update('group:x').digest('hex').slice(0, 32);
  const named = fs.readFileSync(incidentsIn(projectRoot, 'open', `claim-${claim}.json`), 'utf8');
  // Not by way of its predecessor, or every recurrence would make the way to the latest one longer.
  expect(named).toContain((await store.read(second)) === null ? first : `"incident":"${second}"`);
}

/** The road of an alert: join whoever holds the claim, start what was promised, or start afresh. */
async function expectNextCommandWorks(store: IncidentStore): Promise<void> {
  const { holder, promised } = await store.findClaim('group:x');
  const incident = holder === null || promised !== null ? null : await store.read(holder);
  const id = incident?.id ?? promised ?? idOf(3);
  const result =
    incident === null
      ? await store.create(declarationOf({ id, claims: ['group:x'], offset: 90 }))
      : await store.append(id, incident.revision, [note('the next alert')], minute(90));
  expect(result).toMatchObject({ ok: true, warnings: [] });
  expect(await store.findClaim('group:x')).toEqual({ holder: id, promised: null });
  expect(await store.listOpen()).toContainEqual(expect.objectContaining({ id }));
}

async function expectRebuildable(store: IncidentStore, id: string): Promise<void> {
  await store.rebuild(id);
  const { behind = [], ...found } = await store.examine(id);
  expect(found).toMatchObject({ ok: true, first_bad: null, stale: [], unknown: [] });
  expect(behind).toEqual([]);
}

/** Trouble with the disk is told as such and never as a bug. */
export function expectTrouble(error: unknown): void {
  if (error !== null) expect(error).toBeInstanceOf(StoreTrouble);
}
