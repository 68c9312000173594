import fs from 'node:fs';
import { expect, test } from 'vitest';
import { keepInQuarantine, quarantineLimit } from '../../src/store/quarantine.ts';
import { incidentsIn, placeAt } from '../support/file-place.ts';
import { minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const reason = { reason: 'not-json', message: 'Unexpected token at line 1, column 1' };

function noteOf(payload: string): unknown {
  return JSON.parse(fs.readFileSync(payload.replace(/\.payload$/, '.json'), 'utf8'));
}

test.each([
  ['text', Buffer.from('{"half": ')],
  ['bytes that are no text', Buffer.from([0, 255, 254, 10, 13, 0, 128])],
  ['nothing', Buffer.alloc(0)],
])('a payload of %s is kept byte for byte, with the reason next to it', (_name, bytes) => {
  const project = temporaryFolder();
  const kept = keepInQuarantine(placeAt(project), bytes, reason, minute(0));
  expect(fs.readFileSync(kept).equals(bytes)).toBe(true);
  expect(noteOf(kept)).toMatchObject({
    ...reason,
    received_at: minute(0),
    count: 1,
    size: bytes.length,
    complete: true,
  });
  expect(fs.readdirSync(incidentsIn(project, 'quarantine'))).toHaveLength(2);
  expect(fs.readdirSync(incidentsIn(project, 'tmp'))).toEqual([]);
});

test('the same payload is kept once and counted', () => {
  const project = temporaryFolder();
  const bytes = Buffer.from('again and again');
  const paths = [0, 1, 2].map((at) => keepInQuarantine(placeAt(project), bytes, reason, minute(at)));
  expect(new Set(paths).size).toBe(1);
  expect(noteOf(paths[0] ?? '')).toMatchObject({ count: 3, received_at: minute(0), last_received_at: minute(2) });
});

test('different payloads do not stand in each other’s way', () => {
  const project = temporaryFolder();
  const paths = ['a', 'b'].map((text) => keepInQuarantine(placeAt(project), Buffer.from(text), reason, minute(0)));
  expect(paths.map((file) => fs.readFileSync(file, 'utf8'))).toEqual(['a', 'b']);
});

test('of a payload beyond the limit the beginning is kept, and the note says so', () => {
  const project = temporaryFolder();
  const bytes = Buffer.alloc(quarantineLimit + 1, 'x');
  const kept = keepInQuarantine(placeAt(project), bytes, reason, minute(0));
  expect(fs.statSync(kept).size).toBe(quarantineLimit);
  expect(noteOf(kept)).toMatchObject({ size: quarantineLimit + 1, kept_bytes: quarantineLimit, complete: false });
});

test('of a payload of which only the beginning came, the note says so', () => {
  const project = temporaryFolder();
  const kept = keepInQuarantine(placeAt(project), Buffer.from('begin'), { ...reason, size: 9000 }, minute(0));
  expect(noteOf(kept)).toMatchObject({ size: 9000, kept_bytes: 5, complete: false });
});

test('of a payload that was sealed for somebody nothing can be read', () => {
  const project = temporaryFolder();
  const sealed = Buffer.from('sealed');
  const kept = keepInQuarantine(placeAt(project), Buffer.from('in the clear'), reason, minute(0), sealed);
  expect(fs.readFileSync(kept)).toEqual(sealed);
  for (const name of fs.readdirSync(incidentsIn(project, 'quarantine')))
    expect(fs.readFileSync(incidentsIn(project, 'quarantine', name), 'utf8')).not.toContain('in the clear');
});

test('a note that was spoilt does not keep the payload from being kept', () => {
  const project = temporaryFolder();
  const bytes = Buffer.from('x');
  const kept = keepInQuarantine(placeAt(project), bytes, reason, minute(0));
  fs.writeFileSync(kept.replace(/\.payload$/, '.json'), '{');
  keepInQuarantine(placeAt(project), bytes, reason, minute(1));
  expect(noteOf(kept)).toMatchObject({ count: 1, received_at: minute(1) });
});

test('a quarantine that is a symbolic link is refused', () => {
  const project = temporaryFolder();
  keepInQuarantine(placeAt(project), Buffer.from('x'), reason, minute(0));
  fs.renameSync(incidentsIn(project, 'quarantine'), incidentsIn(project, 'elsewhere'));
  fs.symlinkSync(incidentsIn(project, 'elsewhere'), incidentsIn(project, 'quarantine'));
  expect(() => keepInQuarantine(placeAt(project), Buffer.from('y'), reason, minute(0))).toThrow(/symbolic link/);
});
