import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { closed, declarationOf, fact, idOf, minute, note, received, repeated } from '../support/store-events.ts';
import { commandsOf, emptyModel, type Writers } from '../support/store-model.ts';

/** Opens one more writer on the same place; the first call of a test is given an empty place. */
export type OpenPlace = () => Promise<() => IncidentStore>;

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function twoWriters(openPlace: OpenPlace): Promise<Writers> {
  const open = await openPlace();
  return [open(), open()];
}

/** The promises that every store keeps, whatever it keeps incidents in; `numRuns` random courses are compared with a table. */
export function keepsItsPromises(openPlace: OpenPlace, numRuns = 150): void {
  describe('starting a record', () => {
    test('what one writer creates, another reads whole', async () => {
      const [one, other] = await twoWriters(openPlace);
      const created = await one.create(declarationOf({ id: idOf(1), claims: ['fingerprint:a'] }));
      expect(created).toMatchObject({ ok: true, warnings: [], incident: { id: idOf(1), revision: 1, last_seq: 2 } });
      expect(await other.read(idOf(1))).toEqual(created.ok && created.incident);
    });

    test('one claim starts one incident; the second one is told who holds it', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['fingerprint:a'] }));
      const second = await other.create(declarationOf({ id: idOf(2), claims: ['fingerprint:a'] }));
      expect(second).toEqual({ ok: false, reason: 'claimed-meanwhile', id: idOf(1) });
      expect(await one.read(idOf(2))).toBeNull();
    });

    test('incidents declared by hand claim nothing and do not exclude each other', async () => {
      const [one, other] = await twoWriters(openPlace);
      expect(await one.create(declarationOf({ id: idOf(1) }))).toMatchObject({ ok: true });
      expect(await other.create(declarationOf({ id: idOf(2) }))).toMatchObject({ ok: true });
    });

    test.each([{ claims: [] }, { claims: ['fingerprint:b'] }])(
      'an id is given once, with claims $claims',
      async (wish) => {
        const [one, other] = await twoWriters(openPlace);
        await one.create(declarationOf({ id: idOf(1), claims: ['fingerprint:a'], title: 'the first' }));
        const second = await other.create(declarationOf({ id: idOf(1), ...wish, title: 'the second' }));
        expect(second).toEqual({ ok: false, reason: 'id-taken' });
        expect(await one.read(idOf(1))).toMatchObject({ title: 'the first', revision: 1 });
        expect(await one.findClaim('fingerprint:b')).toEqual({ holder: null, promised: null });
      },
    );

    test('of many that start under one claim at once exactly one succeeds', async () => {
      const writers = await twoWriters(openPlace);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          writers[index % 2 === 0 ? 0 : 1].create(declarationOf({ id: idOf(index), claims: ['group:x'] })),
        ),
      );
      const winners = results.filter((result) => result.ok);
      expect(winners).toHaveLength(1);
      expect(await writers[0].listOpen()).toHaveLength(1);
    });
  });

  describe('adding to a record', () => {
    test('events are kept on top of the revision they were decided from', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      const appended = await other.append(idOf(1), 1, [note('first'), note('second')], minute(3));
      expect(appended).toMatchObject({ ok: true, warnings: [], incident: { revision: 2, last_seq: 4 } });
      expect(await one.read(idOf(1))).toEqual(appended.ok && appended.incident);
    });

    test.each([0, 1, 3, 4, -1, 1e9, Number.NaN])('revision %d is refused where 2 is the latest', async (revision) => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      await other.append(idOf(1), 1, [note('there first')], minute(1));
      const late = await one.append(idOf(1), revision, [note('too late')], minute(2));
      expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
      expect(await gather(one.history(idOf(1)))).toHaveLength(3);
    });

    test('an incident that does not exist is not added to', async () => {
      const [one] = await twoWriters(openPlace);
      const appended = await one.append(idOf(9), 0, [note('into the void')], minute(1));
      expect(appended).toEqual({ ok: false, reason: 'changed-meanwhile' });
      expect(await one.read(idOf(9))).toBeNull();
    });

    test('of many decisions on one revision exactly one is kept', async () => {
      const writers = await twoWriters(openPlace);
      await writers[0].create(declarationOf({ id: idOf(1) }));
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          writers[index % 2 === 0 ? 0 : 1].append(idOf(1), 1, [note(`by ${index}`)], minute(1)),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(await writers[1].read(idOf(1))).toMatchObject({ revision: 2, last_seq: 3 });
    });

    test('the history gives every event back, numbered, with both of its times', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      await one.append(idOf(1), 1, [note('seen', 5), repeated('f00d000000000001', 6)], minute(7));
      const events = await gather(other.history(idOf(1)));
      expect(events.map(({ seq, type, recorded_at }) => [seq, type, recorded_at])).toEqual([
        [1, 'incident.declared', minute(0)],
        [2, 'alert.received', minute(0)],
        [3, 'note.added', minute(7)],
        [4, 'alert.repeated', minute(7)],
      ]);
      expect(events[2]).toEqual({ ...note('seen', 5), seq: 3, recorded_at: minute(7) });
    });

    test('the state is what follows from the history', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      for (let revision = 1; revision < 6; revision += 1) {
        await one.append(idOf(1), revision, [repeated('f00d000000000001', revision)], minute(revision));
      }
      let state: Incident | null = null;
      for (const event of await gather<RecordedEvent>(other.history(idOf(1)))) state = evolve(state, event);
      expect(await other.read(idOf(1))).toEqual({ ...state, revision: 6 });
    });

    test.each([
      ['keys that name prototypes', JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')],
      ['lone surrogates and NULs', { text: 'a\ud800b\u0000c\udc00' }],
      ['numbers at the edge', { tiny: 5e-324, big: 1e308, precise: 0.1, negative: -1 }],
      ['deep nesting', JSON.parse(`${'['.repeat(500)}1${']'.repeat(500)}`)],
      ['a long text', { text: 'x'.repeat(1_000_000) }],
      ['line ends of every kind', { text: 'a\nb\r\nc\u2028d\u2029e' }],
    ])('a payload with %s comes back as it was', async (_name, payload) => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      await one.append(idOf(1), 1, [received('f00d000000000002', payload)], minute(1));
      const event = (await gather(other.history(idOf(1))))[2];
      expect(JSON.stringify(event?.data)).toBe(JSON.stringify(received('f00d000000000002', payload).data));
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    test.each([
      '',
      '..',
      '../INC-20261123-000001',
      'INC-20261123-000001/..',
      'inc',
      '__proto__',
      'INC-20261123-00\u00000001',
    ])('the id %j names no incident', async (id) => {
      const [one] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      expect(await one.read(id)).toBeNull();
      expect(await gather(one.history(id))).toEqual([]);
      expect(await one.append(id, 1, [note('x')], minute(1))).toEqual({ ok: false, reason: 'changed-meanwhile' });
    });
  });

  describe('claims', () => {
    test('nobody holds a claim that was never made', async () => {
      const [one] = await twoWriters(openPlace);
      expect(await one.findClaim('fingerprint:a')).toEqual({ holder: null, promised: null });
    });

    test('every claim of a declaration leads to its incident', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['group:x', 'fingerprint:a'] }));
      expect(await other.findClaim('fingerprint:a')).toEqual({ holder: idOf(1), promised: null });
      expect(await other.findClaim('group:x')).toEqual({ holder: idOf(1), promised: null });
    });

    test('a claim added later leads there too, but is never taken from another incident', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['fingerprint:a'] }));
      await one.create(declarationOf({ id: idOf(2), claims: ['fingerprint:b'] }));
      const added = ['fingerprint:b', 'fingerprint:c'].map((claim) => fact('claim.added', { claim }));
      await one.append(idOf(1), 1, added, minute(1));
      expect(await other.findClaim('fingerprint:b')).toEqual({ holder: idOf(2), promised: null });
      expect(await other.findClaim('fingerprint:c')).toEqual({ holder: idOf(1), promised: null });
    });

    test('closing gives every claim back', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['group:x', 'fingerprint:a'] }));
      await one.append(idOf(1), 1, [fact('claim.added', { claim: 'fingerprint:b' })], minute(1));
      await one.append(idOf(1), 2, [closed()], minute(60));
      for (const claim of ['group:x', 'fingerprint:a', 'fingerprint:b']) {
        expect(await other.findClaim(claim)).toEqual({ holder: null, promised: null });
      }
      expect(await other.create(declarationOf({ id: idOf(2), claims: ['group:x'] }))).toMatchObject({ ok: true });
    });

    test('a claim passed on is promised to one id, which alone can start under it', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['group:x', 'fingerprint:a'] }));
      const pass = ['group:x', 'fingerprint:a'].map((claim) => fact('claim.passed', { claim, to: idOf(2) }));
      await one.append(idOf(1), 1, pass, minute(1));
      expect(await other.findClaim('group:x')).toEqual({ holder: idOf(1), promised: idOf(2) });
      const stranger = await other.create(declarationOf({ id: idOf(3), claims: ['group:x'] }));
      expect(stranger).toEqual({ ok: false, reason: 'claimed-meanwhile', id: idOf(1) });
      const wish = { id: idOf(2), claims: ['group:x', 'fingerprint:a'] };
      expect(await other.create(declarationOf(wish))).toMatchObject({ ok: true });
      expect(await one.findClaim('group:x')).toEqual({ holder: idOf(2), promised: null });
      expect(await one.findClaim('fingerprint:a')).toEqual({ holder: idOf(2), promised: null });
      const twice = await one.create(declarationOf({ ...wish, title: 'the same promise, kept a second time' }));
      expect(twice).toEqual({ ok: false, reason: 'claimed-meanwhile', id: idOf(2) });
      expect(await one.read(idOf(2))).toMatchObject({ title: 'Checkout is slow' });
    });

    test('a promise outlives the closing of the incident that gave it', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
      await one.append(idOf(1), 1, [fact('claim.passed', { claim: 'group:x', to: idOf(2) }), closed()], minute(1));
      expect(await other.findClaim('group:x')).toEqual({ holder: idOf(1), promised: idOf(2) });
      expect(await other.create(declarationOf({ id: idOf(2), claims: ['group:x'] }))).toMatchObject({ ok: true });
      await other.append(idOf(2), 1, [closed()], minute(2));
      expect(await one.findClaim('group:x')).toEqual({ holder: null, promised: null });
    });

    test('a merged incident leads on to the one it was merged into, until that is closed', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
      await one.create(declarationOf({ id: idOf(2), claims: ['group:y'] }));
      const merge = [
        fact('claim.passed', { claim: 'group:x', to: idOf(2) }),
        fact('incident.merged', { into: idOf(2) }),
        closed(),
      ];
      await one.append(idOf(1), 1, merge, minute(1));
      expect(await other.findClaim('group:x')).toEqual({ holder: idOf(2), promised: null });
      await other.append(idOf(2), 1, [closed()], minute(2));
      expect(await one.findClaim('group:x')).toEqual({ holder: null, promised: null });
      expect(await one.create(declarationOf({ id: idOf(3), claims: ['group:x'] }))).toMatchObject({ ok: true });
    });
  });

  describe('lists', () => {
    test('an empty place has nothing to list', async () => {
      const [one] = await twoWriters(openPlace);
      expect(await one.listOpen()).toEqual([]);
      expect(await gather(one.listAll())).toEqual([]);
      expect(await gather(one.listIds())).toEqual([]);
      expect(await one.findIds('INC')).toEqual([]);
    });

    test('open incidents come oldest first, all of them with the latest first, each once', async () => {
      const [one, other] = await twoWriters(openPlace);
      for (const number of [3, 1, 2, 4, 5]) await one.create(declarationOf({ id: idOf(number), offset: number }));
      await one.append(idOf(2), 1, [closed()], minute(61));
      await one.append(idOf(4), 1, [closed()], minute(62));
      expect((await other.listOpen()).map(({ id }) => id)).toEqual([idOf(1), idOf(3), idOf(5)]);
      const all = await gather(other.listAll());
      expect(all.map(({ id }) => id)).toEqual([idOf(5), idOf(3), idOf(1), idOf(4), idOf(2)]);
      expect((await gather(other.listIds())).toSorted()).toEqual([1, 2, 3, 4, 5].map(idOf));
    });

    test('a closed incident that changes is listed once, as it is now', async () => {
      const [one, other] = await twoWriters(openPlace);
      await one.create(declarationOf({ id: idOf(1) }));
      await one.append(idOf(1), 1, [closed()], minute(60));
      await other.append(idOf(1), 2, [note('one more thing')], minute(70));
      expect(await gather(one.listAll())).toMatchObject([{ id: idOf(1), status: 'closed', revision: 3 }]);
      expect(await one.listOpen()).toEqual([]);
    });

    test.each([
      ['the whole id', idOf(1), [idOf(1)]],
      ['lower case', idOf(1).toLowerCase(), [idOf(1)]],
      ['a beginning', 'INC-20261123-0000', [idOf(1), idOf(12), idOf(2)].toSorted()],
      ['an end', '12', [idOf(12), idOf(1), idOf(2)]],
      ['something inside', '1123-0', [idOf(1), idOf(12), idOf(2)].toSorted()],
      ['nothing', '', []],
      ['something else', 'zebra', []],
    ])('ids are found by %s', async (_name, typed, expected) => {
      const [one, other] = await twoWriters(openPlace);
      for (const number of [1, 2, 12]) await one.create(declarationOf({ id: idOf(number) }));
      expect([...(await other.findIds(typed))].toSorted()).toEqual([...expected].toSorted());
      await one.append(idOf(12), 1, [closed()], minute(60));
      expect([...(await other.findIds(typed))].toSorted()).toEqual([...expected].toSorted());
    });

    test('at most ten ids are offered', async () => {
      const [one] = await twoWriters(openPlace);
      for (let number = 0; number < 14; number += 1) await one.create(declarationOf({ id: idOf(number) }));
      expect(await one.findIds('INC')).toHaveLength(10);
    });
  });

  test('a record that nobody tampered with passes examination, and rebuilding changes nothing', async () => {
    const [one, other] = await twoWriters(openPlace);
    await one.create(declarationOf({ id: idOf(1), claims: ['group:x'] }));
    await one.append(idOf(1), 1, [note('fine')], minute(1));
    const whole = { id: idOf(1), ok: true, entries: 2, first_bad: null, stale: [], unknown: [] };
    expect(await other.examine(idOf(1))).toMatchObject(whole);
    const before = await one.read(idOf(1));
    await other.rebuild(idOf(1));
    expect(await one.read(idOf(1))).toEqual(before);
    expect(await one.examine(idOf(1))).toMatchObject(whole);
  });

  test('whatever two writers do in whatever order, the store answers as a simple table would', async () => {
    await fc.assert(
      fc.asyncProperty(commandsOf(), async (commands) => {
        const writers = await twoWriters(openPlace);
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: writers }), commands);
      }),
      { numRuns },
    );
  }, 60_000);
}
