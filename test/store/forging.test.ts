import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { ProtectionKeys } from '../../src/store/protection.ts';
import { sha256 } from '../../src/store/record-paths.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { guardedPlace, newKeyPair, newSecret } from '../support/guarded-place.ts';
import { closed, declarationOf, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const pair = newKeyPair();
const signing: Partial<ProtectionKeys> = { signing: pair.privateKey };

async function fourEntries(keys: Partial<ProtectionKeys>): Promise<string> {
  const project = temporaryFolder();
  const store = openFileStore(guardedPlace(project, keys));
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  for (let revision = 1; revision < 4; revision += 1) {
    await store.append(id, revision, [note(`note ${revision}`)], minute(revision));
  }
  return project;
}

const journal = (project: string, entry: number): string => incidentsIn(project, id, `journal-00000${entry}.json`);

/** What somebody does who can write every file and knows how the chain is made, but has no key. */
function forge(project: string, change: (text: string) => string): void {
  let previous: string | null = null;
  for (let entry = 1; entry <= 4; entry += 1) {
    const kept = JSON.parse(change(fs.readFileSync(journal(project, entry), 'utf8')));
    const text = `${JSON.stringify({ ...kept, previous })}\n`;
    fs.writeFileSync(journal(project, entry), text);
    previous = sha256(text);
  }
  for (const name of ['incident.json', 'summary.json']) fs.rmSync(incidentsIn(project, id, name));
}

const examine = (project: string, keys: Partial<ProtectionKeys>) =>
  openFileStore(guardedPlace(project, keys)).examine(id);

describe('a record that was forged as a whole', () => {
  test('is taken for true without signatures, which is what they are for', async () => {
    const project = await fourEntries({});
    forge(project, (text) => text.replace('note 2', 'note 9'));
    expect(await openFileStore(placeAt(project)).examine(id)).toMatchObject({ ok: true, entries: 4 });
  });

  test('is told by the first signature that does not fit', async () => {
    const project = await fourEntries(signing);
    forge(project, (text) => text.replace('note 2', 'note 9'));
    expect(await examine(project, signing)).toMatchObject({
      ok: false,
      first_bad: { entry: 3, why: 'bears a signature that does not fit' },
    });
  });

  test('is told with the public key alone', async () => {
    const project = await fourEntries(signing);
    const verify = [{ kind: 'public', text: pair.publicKey }] as const;
    expect(await examine(project, { verify })).toMatchObject({ ok: true, signatures: { signed: 4, checked: true } });
    forge(project, (text) => text.replace('note 1', 'note 7'));
    expect(await examine(project, { verify })).toMatchObject({ ok: false, first_bad: { entry: 2 } });
  });

  test('is told when it is signed with a key that nobody listed', async () => {
    const project = await fourEntries({ signing: newKeyPair().privateKey });
    expect(await examine(project, signing)).toMatchObject({ ok: false, first_bad: { entry: 1 } });
  });

  test('is told when the signatures end in the middle', async () => {
    const project = await fourEntries(signing);
    await openFileStore(placeAt(project)).append(id, 4, [note('unsigned')], minute(5));
    expect(await examine(project, signing)).toMatchObject({
      ok: false,
      first_bad: { entry: 5, why: 'is not signed, although entries before it are' },
    });
  });
});

describe('what is not forged', () => {
  test('begins to be signed at any entry', async () => {
    const project = await fourEntries({});
    await openFileStore(guardedPlace(project, signing)).append(id, 4, [note('signed')], minute(5));
    expect(await examine(project, signing)).toMatchObject({
      ok: true,
      signatures: { signed: 1, unsigned: 4, checked: true },
    });
  });

  test('says that its signatures were not checked where no key is at hand', async () => {
    const project = await fourEntries(signing);
    expect(await examine(project, {})).toMatchObject({ ok: true, signatures: { signed: 4, checked: false } });
  });

  test('stays checkable after a key was changed', async () => {
    const project = await fourEntries(signing);
    const next = newKeyPair();
    const keys = { signing: next.privateKey, verify: [{ kind: 'public', text: pair.publicKey }] } as const;
    await openFileStore(guardedPlace(project, keys)).append(id, 4, [note('with the new key')], minute(5));
    expect(await examine(project, keys)).toMatchObject({ ok: true, signatures: { signed: 5, unsigned: 0 } });
  });
});

describe('a sealed record', () => {
  const keys = { record: newSecret(), seals: true };

  test('holds nothing readable but ids, states and times, wherever it is kept', async () => {
    const project = await fourEntries(keys);
    await openFileStore(guardedPlace(project, keys)).append(id, 4, [closed()], minute(60));
    const words = ['note', 'checkout', 'slow', 'latency', 'north', 'SEV-', 'ana', 'payload', 'group', 'f00d'];
    const files = fs.readdirSync(project, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(7);
    for (const { parentPath, name } of files) {
      const text = fs.readFileSync(`${parentPath}/${name}`, 'utf8').replaceAll(/"sealed": ?"[^"]+"/g, '');
      for (const word of words) expect(text.toLowerCase(), `${name}: ${word}`).not.toContain(word.toLowerCase());
    }
  });

  test('has a chain that is checked without the key', async () => {
    const project = await fourEntries(keys);
    expect(await openFileStore(placeAt(project)).examine(id)).toMatchObject({ ok: true, entries: 4, opened: false });
    fs.rmSync(journal(project, 2));
    expect(await openFileStore(placeAt(project)).examine(id)).toMatchObject({ ok: false, first_bad: { entry: 2 } });
  });

  test.each([
    ['no key', {}],
    ['another key', { record: newSecret(), seals: true }],
  ])('with %s is locked, not damaged', async (_what, others) => {
    const project = await fourEntries(keys);
    const store = openFileStore(guardedPlace(project, others));
    await expect(store.read(id)).rejects.toMatchObject({ reason: 'record-locked' });
    await expect(store.listOpen()).rejects.toMatchObject({ reason: 'record-locked' });
  });

  test('a missing key neither lets anything be written in the plain nor empties the index', async () => {
    const project = await fourEntries(keys);
    await openFileStore(guardedPlace(project, keys)).append(id, 4, [closed()], minute(60));
    const index = fs.readFileSync(incidentsIn(project, 'index.jsonl'), 'utf8');
    const store = openFileStore(guardedPlace(project, { seals: true }));
    const other = declarationOf({ id: idOf(2), claims: ['group:y'] });
    await expect(store.create(other)).rejects.toMatchObject({ reason: 'record-locked' });
    await expect(store.listAll()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      reason: 'record-locked',
    });
    expect(fs.readFileSync(incidentsIn(project, 'index.jsonl'), 'utf8')).toBe(index);
  });

  test('opens together with entries from before sealing began', async () => {
    const project = await fourEntries({});
    const store = openFileStore(guardedPlace(project, keys));
    await store.append(id, 4, [note('sealed now')], minute(5));
    expect((await openFileStore(guardedPlace(project, keys)).read(id))?.timeline.at(-1)?.text).toBe('sealed now');
    expect(await store.examine(id)).toMatchObject({ ok: true, entries: 5, stale: [] });
  });
});
