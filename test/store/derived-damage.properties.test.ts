import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { declarationOf, idOf, minute, note, received } from '../support/store-events.ts';

const id = idOf(1);
const derived = ['incident.json', 'summary.json', 'alerts/000002.json', 'alerts/000005.json'];
let project = '';
/** Each derived file as it was after every entry that it was there for, the latest last. */
const versions = new Map<string, string[]>(derived.map((file) => [file, []]));
const place = (file: string): string => incidentsIn(project, id, file);

beforeAll(async () => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'incident-derived-')));
  const store = openFileStore(placeAt(project));
  const remember = (): void => {
    for (const [file, known] of versions) {
      if (fs.existsSync(place(file))) known.push(fs.readFileSync(place(file), 'utf8'));
    }
  };
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  remember();
  for (const revision of [1, 2, 3]) {
    const event = revision === 2 ? note('two') : received(`f00d00000000000${revision}`);
    await store.append(id, revision, [event], minute(revision));
    remember();
  }
});

afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

function restore(): void {
  for (const [file, known] of versions) {
    fs.mkdirSync(path.dirname(place(file)), { recursive: true, mode: 0o700 });
    fs.writeFileSync(place(file), known.at(-1) ?? '', { mode: 0o600 });
  }
}

const examine = () => openFileStore(placeAt(project)).examine(id);
const anyFile = fc.constantFrom(...[...versions.keys()]);

test('whatever a killed writer leaves of the derived files is never taken for tampering, and readers see the truth', async () => {
  const leaving = fc.array(fc.tuple(anyFile, fc.constantFrom('gone', 'older', 'cut'), fc.nat()), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(leaving, async (left) => {
      restore();
      for (const [file, how, number] of left) {
        const known = versions.get(file) ?? [];
        const text = known[number % known.length] ?? '';
        if (how === 'gone') fs.rmSync(place(file), { force: true });
        else fs.writeFileSync(place(file), how === 'older' ? text : text.slice(0, number % text.length));
      }
      expect(await examine()).toMatchObject({ ok: true, first_bad: null, stale: [] });
      expect(await openFileStore(placeAt(project)).read(id)).toMatchObject({ revision: 4, alert_count: 3 });
    }),
    { numRuns: 60 },
  );
});

test('a character that somebody changed, added or swapped in a derived file is always told', async () => {
  const edit = fc.tuple(anyFile, fc.nat(), fc.constantFrom('x', '7', '{', ' '), fc.boolean());
  await fc.assert(
    fc.asyncProperty(edit, async ([file, number, character, inserts]) => {
      restore();
      const text = versions.get(file)?.at(-1) ?? '';
      const at = number % text.length;
      const edited = text.slice(0, at) + character + text.slice(inserts ? at : at + 1);
      if (edited === text) return;
      fs.writeFileSync(place(file), edited);
      const { ok, stale } = await examine();
      expect(ok && stale.length === 0).toBe(false);
      expect(await openFileStore(placeAt(project)).read(id)).toMatchObject({ revision: 4, alert_count: 3 });
    }),
    { numRuns: 80 },
  );
});
