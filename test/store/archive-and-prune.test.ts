import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import type { FileStoreOptions } from '../../src/store/ground.ts';
import { findOriginal, keepOriginal } from '../../src/store/originals.ts';
import { pruneRecord } from '../../src/store/prune-record.ts';
import { archiveRecord, examineArchive } from '../../src/store/record-archive.ts';
import { writeReport } from '../../src/store/report-folder.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { guardedPlace, newKeyPair } from '../support/guarded-place.ts';
import { closed, declarationOf, fact, idOf, minute, note } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const pair = newKeyPair();
const asked = { by: 'ana', at: minute(100) };

async function closedRecord(place: FileStoreOptions): Promise<void> {
  const store = openFileStore(place);
  await store.create(declarationOf({ id, claims: ['group:x'] }));
  await store.append(id, 1, [note('the pool ran dry')], minute(1));
  await store.append(id, 2, [closed()], minute(60));
  writeReport(place, id, 'post-mortem.md', '# What happened\n');
}

const archiveOf = (place: FileStoreOptions): string => archiveRecord(place, id, asked)?.text ?? '';

describe('an archive', () => {
  test('holds every file of the record and its reports, and verifies anywhere', async () => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await closedRecord(place);
    const elsewhere = guardedPlace(temporaryFolder(), { verify: [{ kind: 'public', text: pair.publicKey }] });
    const text = archiveOf(place);
    expect(text).toContain('report/post-mortem.md');
    expect(examineArchive(elsewhere, Buffer.from(text))).toMatchObject({
      ok: true,
      signature: 'fits',
      examination: { id, ok: true, entries: 3 },
    });
    expect(examineArchive(placeAt(temporaryFolder()), Buffer.from(text))).toMatchObject({
      ok: true,
      signature: 'no-key',
    });
    expect(archiveOf(place)).toBe(text);
  });

  test('keeps bytes that are no text as they are', async () => {
    const place = placeAt(temporaryFolder());
    await closedRecord(place);
    keepOriginal(place, [{ id, seqs: [2] }], Uint8Array.from([0, 255, 254, 10, 13]));
    expect(examineArchive(place, Buffer.from(archiveOf(place)))).toMatchObject({ ok: true, signature: 'missing' });
  });

  const damages: readonly (readonly [what: string, damage: (text: string) => string, why: RegExp])[] = [
    ['a changed word', (text) => text.replace('the pool ran dry', 'the pool was fine'), /is not what was exported/],
    ['a removed line', (text) => text.split('\n').toSpliced(2, 1).join('\n'), /is missing/],
    [
      'an added file',
      (text) => `${text}${JSON.stringify({ path: 'x', encoding: 'utf8', content: '' })}\n`,
      /not in the manifest/,
    ],
    ['a file twice', (text) => `${text}${text.split('\n')[1]}\n`, /no file of the archive/],
    [
      'a changed manifest',
      (text) => text.replace('"exported_by":"ana"', '"exported_by":"bo"'),
      /signature that does not fit/,
    ],
    ['no manifest', (text) => text.split('\n').slice(1).join('\n'), /not the manifest/],
    ['nothing', () => '', /not the manifest/],
    ['hostile keys', () => '{"__proto__":{"format":"smartspec-incident-archive"}}', /not the manifest/],
  ];
  test.each(damages)('with %s does not verify', async (_what, damage, why) => {
    const place = guardedPlace(temporaryFolder(), { signing: pair.privateKey });
    await closedRecord(place);
    const examined = examineArchive(place, Buffer.from(damage(archiveOf(place))));
    expect(examined).toMatchObject({ ok: false, why: expect.stringMatching(why) });
  });

  test('there is none of an incident that is not on record', () => {
    expect(archiveRecord(placeAt(temporaryFolder()), id, asked)).toBeNull();
    expect(archiveRecord(placeAt(temporaryFolder()), '../../etc', asked)).toBeNull();
  });
});

describe('pruning', () => {
  test('removes a closed record and its reports and leaves one line', async () => {
    const place = placeAt(temporaryFolder());
    await closedRecord(place);
    expect(pruneRecord(place, id, minute(200))).toBe('pruned');
    const store = openFileStore(place);
    expect(await store.read(id)).toBeNull();
    expect(fs.existsSync(incidentsIn(place.projectRoot, id))).toBe(false);
    expect(fs.existsSync(incidentsIn(place.projectRoot, '..', 'post-mortems', id))).toBe(false);
    expect(fs.readdirSync(incidentsIn(place.projectRoot, 'tmp'))).toEqual([]);
    const listed = [];
    for await (const summary of store.listAll()) listed.push(summary);
    expect(listed).toMatchObject([{ id, title: 'pruned', status: 'closed', pruned_at: minute(200), fingerprints: [] }]);
    expect(await store.examine(id)).toMatchObject({ ok: true, pruned_at: minute(200) });
    expect(pruneRecord(place, id, minute(201))).toBe('not-there');
  });

  test('the line outlives an index that is built anew', async () => {
    const place = placeAt(temporaryFolder());
    await closedRecord(place);
    pruneRecord(place, id, minute(200));
    fs.rmSync(incidentsIn(place.projectRoot, 'index.jsonl'));
    const listed = [];
    for await (const { id: known, pruned_at } of openFileStore(place).listAll()) listed.push({ known, pruned_at });
    expect(listed).toEqual([{ known: id, pruned_at: minute(200) }]);
  });

  test('touches nothing that is open or unfinished', async () => {
    const place = placeAt(temporaryFolder());
    const store = openFileStore(place);
    await store.create(declarationOf({ id, claims: ['group:x'] }));
    expect(pruneRecord(place, id, minute(200))).toBe('not-closed');
    const action = fact('action.added', {
      action: {
        id: 'A1',
        text: 'alert on the pool',
        owner: 'ana',
        type: 'detect',
        due: null,
        ticket: null,
        end_state: null,
        factor: null,
        priority: 'P1',
        state: 'open',
        because: null,
      },
    });
    await store.append(id, 1, [action], minute(1));
    await store.append(id, 2, [closed()], minute(60));
    expect(pruneRecord(place, id, minute(200))).toBe('actions-open');
    expect((await store.read(id))?.status).toBe('closed');
  });

  test('leaves a damaged record to those who have to look at it', async () => {
    const place = placeAt(temporaryFolder());
    await closedRecord(place);
    fs.writeFileSync(incidentsIn(place.projectRoot, id, 'journal-000003.json'), '{');
    fs.rmSync(incidentsIn(place.projectRoot, id, 'incident.json'));
    expect(pruneRecord(place, id, minute(200))).toBe('damaged');
  });
});

test('an original is found by the alert it belongs to, or as the first there is', async () => {
  const place = placeAt(temporaryFolder());
  await closedRecord(place);
  expect(findOriginal(place, id, null)).toBeNull();
  keepOriginal(place, [{ id, seqs: [2, 5] }], Buffer.from('sealed'));
  expect(findOriginal(place, id, null)).toMatchObject({ seq: 2, path: expect.stringMatching(/000002\.raw\.age$/) });
  expect(findOriginal(place, id, 5)?.sealed.toString()).toBe('sealed');
  expect(findOriginal(place, id, 3)).toBeNull();
  expect(findOriginal(place, '../..', null)).toBeNull();
});
