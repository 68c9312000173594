import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/store/file-store.ts';
import { findOriginal, keepOriginal } from '../../src/store/originals.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { declarationOf, idOf } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);
const sealed = (text: string): Buffer => Buffer.from(`sealed ${text}`);

test('of several originals the first is found where no number is asked for, and each by its own', async () => {
  const place = placeAt(temporaryFolder());
  await openFileStore(place).create(declarationOf({ id }));
  keepOriginal(place, [{ id, seqs: [12] }], sealed('late'));
  keepOriginal(place, [{ id, seqs: [2, 3] }], sealed('early'));
  const found = [null, 2, 3, 12, 4].map((seq) => findOriginal(place, id, seq));
  expect(found.map((one) => one && `${one.seq} ${one.sealed}`)).toEqual([
    '2 sealed early',
    '2 sealed early',
    '3 sealed early',
    '12 sealed late',
    null,
  ]);
});

test('originals of a record that a database keeps lie apart, and are found there', () => {
  const place = placeAt(temporaryFolder());
  keepOriginal(place, [{ id, seqs: [2] }], sealed('apart'));
  expect(findOriginal(place, id, null)?.path).toBe(`.spec/reports/incidents/originals/${id}/000002.raw.age`);
});

test('originals that a record left behind when it was carried over are found as well, and come first', () => {
  const place = placeAt(temporaryFolder());
  keepOriginal(place, [{ id, seqs: [7] }], sealed('apart'));
  const folder = incidentsIn(place.projectRoot, 'carried', id, 'alerts');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/000002.raw.age`, sealed('carried'));
  expect(findOriginal(place, id, null)?.sealed.toString()).toBe('sealed carried');
});
