import { expect, test } from 'vitest';
import { respond } from '../../src/road/respond.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { everyCommand } from '../support/every-command.ts';
import { placeAt } from '../support/file-place.ts';
import { commandOf } from '../support/given.ts';
import { interruptedStore } from '../support/interrupted-store.ts';
import { declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { attested, closedAt, resolved } from '../support/stories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);

async function openStore() {
  const store = openFileStore(placeAt(temporaryFolder()));
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  return store;
}

test('what is decided is kept, and the state afterwards is handed back', async () => {
  const store = await openStore();
  const response = await respond(id, commandOf({ type: 'acknowledge' }), { store, sanitising: {} });
  expect(response).toMatchObject({
    ok: true,
    incident: { status: 'investigating', commander: 'ana', revision: 2 },
    warnings: [],
  });
  expect(response.ok && response.kept.map(({ type }) => type)).toEqual(['incident.acknowledged', 'role.assigned']);
  expect(await store.read(id)).toMatchObject({ status: 'investigating', revision: 2 });
});

test('what was true already is no entry', async () => {
  const store = await openStore();
  const assign = commandOf(everyCommand.assign);
  await respond(id, assign, { store, sanitising: {} });
  expect(await respond(id, assign, { store, sanitising: {} })).toMatchObject({
    ok: true,
    kept: [],
    incident: { revision: 2 },
  });
});

test('a refusal keeps nothing, and an unknown id is said to be unknown', async () => {
  const store = await openStore();
  expect(await respond(id, commandOf({ type: 'resolve' }), { store, sanitising: {} })).toMatchObject({
    ok: false,
    refusal: { reason: 'not-verified' },
  });
  expect((await store.read(id))?.revision).toBe(1);
  expect(await respond(idOf(9), commandOf({ type: 'resolve' }), { store, sanitising: {} })).toEqual({
    ok: false,
    refusal: { reason: 'unknown-incident', id: idOf(9) },
    incident: null,
  });
});

test('when somebody else was faster, it is decided again on what is true now', async () => {
  const store = await openStore();
  await store.append(id, 1, [attested(1)], minute(1));
  const slow = interruptedStore(store, { before: 2, by: () => store.append(id, 2, [note('meanwhile')], minute(2)) });
  const response = await respond(id, commandOf({ type: 'resolve' }), { store: slow.store, sanitising: {} });
  expect(response).toMatchObject({ ok: true, incident: { status: 'resolved', revision: 4 } });
  expect(slow.calls()).toBe(4);
});

test('and what became impossible meanwhile is refused', async () => {
  const store = await openStore();
  await store.append(id, 1, [attested(1)], minute(1));
  const over = () => store.append(id, 2, [resolved(2), closedAt(3)], minute(3));
  const slow = interruptedStore(store, { before: 2, by: over });
  const response = await respond(id, commandOf({ type: 'acknowledge' }), { store: slow.store, sanitising: {} });
  expect(response).toMatchObject({ ok: false, refusal: { reason: 'not-in-this-status', status: 'closed' } });
});

test('a command can be made from the state it is decided on, each time anew', async () => {
  const store = await openStore();
  const seen: number[] = [];
  const slow = interruptedStore(store, { before: 2, by: () => store.append(id, 1, [note('meanwhile')], minute(2)) });
  await respond(
    id,
    ({ revision }) => {
      seen.push(revision);
      return commandOf({ ...everyCommand['add-note'], text: `on ${revision}` });
    },
    { store: slow.store, sanitising: {} },
  );
  expect(seen).toEqual([1, 2]);
  expect((await store.read(id))?.timeline.at(-1)?.text).toBe('on 2');
});

test('fifty notes at once are all kept', async () => {
  const store = await openStore();
  const texts = Array.from({ length: 50 }, (_, index) => `note ${index}`);
  await Promise.all(
    texts.map((text) => respond(id, commandOf({ ...everyCommand['add-note'], text }), { store, sanitising: {} })),
  );
  const kept = (await store.read(id))?.timeline.map(({ text }) => text) ?? [];
  expect(kept).toEqual(expect.arrayContaining(texts));
});
