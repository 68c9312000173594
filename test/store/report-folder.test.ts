import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReport, writeOutCopy, writeReport } from '../../src/store/report-folder.ts';
import { placeAt } from '../support/file-place.ts';
import { idOf } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = idOf(1);

test('a report is written whole, privately, and read back', () => {
  const project = temporaryFolder();
  const file = writeReport(placeAt(project), id, 'post-mortem.md', '# What happened\n');
  expect(path.relative(project, file)).toBe(`.spec/reports/post-mortems/${id}/post-mortem.md`);
  expect(readReport(placeAt(project), id, 'post-mortem.md')).toBe('# What happened\n');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  writeReport(placeAt(project), id, 'post-mortem.md', 'anew');
  expect(readReport(placeAt(project), id, 'post-mortem.md')).toBe('anew');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['post-mortem.md']);
});

test('a report that was never written is null', () => {
  const project = temporaryFolder();
  expect(readReport(placeAt(project), id, 'post-mortem.md')).toBeNull();
  expect(readReport(placeAt(project), '../..', 'post-mortem.md')).toBeNull();
  expect(readReport(placeAt(project), id, '../summary.json')).toBeNull();
});

test('what is no report of the incident is not read, even if it is there', () => {
  const project = temporaryFolder();
  const folder = path.dirname(writeReport(placeAt(project), id, 'post-mortem.md', '# What happened\n'));
  for (const name of ['../other.json', '.hidden.json']) {
    fs.writeFileSync(path.join(folder, name), '{}');
    expect(readReport(placeAt(project), id, name)).toBeNull();
  }
});

test.each([
  [id, '../escape.md'],
  [id, 'a/b.md'],
  [id, '.hidden'],
  [id, ''],
  [id, 'nul\u0000.md'],
  ['..', 'post-mortem.md'],
  ['', 'post-mortem.md'],
])('a report is never written to %j / %j', (folder, name) => {
  const project = temporaryFolder();
  expect(() => writeReport(placeAt(project), folder, name, 'x')).toThrow('not a report');
  expect(fs.readdirSync(project)).toEqual([]);
});

test('reports do not follow a symbolic link out of the project', () => {
  const project = temporaryFolder();
  const outside = temporaryFolder();
  writeReport(placeAt(project), id, 'post-mortem.md', 'inside');
  const folder = path.join(project, '.spec', 'reports', 'post-mortems', id);
  fs.rmSync(folder, { recursive: true });
  fs.symlinkSync(outside, folder);
  expect(() => writeReport(placeAt(project), id, 'post-mortem.md', 'x')).toThrow(/symbolic link/);
  expect(() => readReport(placeAt(project), id, 'post-mortem.md')).toThrow(/symbolic link/);
  expect(fs.readdirSync(outside)).toEqual([]);
});

const allowed = ['.spec/reports', 'artifacts'];

test.each(['artifacts', 'artifacts/nightly', '.spec/reports/answers', './artifacts/../artifacts/x'])(
  'the answer is copied into %s, which is allowed',
  (out) => {
    const project = temporaryFolder();
    const copied = writeOutCopy(placeAt(project), { out, allowed, name: 'summary.json' }, '{}\n');
    const file = path.join(project, out, 'summary.json');
    expect(copied).toEqual({ ok: true, path: file });
    expect(fs.readFileSync(file, 'utf8')).toBe('{}\n');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  },
);

test.each(['.', '..', 'src', 'artifacts/..', 'artifacts-of-others', '/etc', '../artifacts', '.spec'])(
  'the answer is not copied into %s, which is not',
  (out) => {
    const project = temporaryFolder();
    const refused = writeOutCopy(placeAt(project), { out, allowed, name: 'summary.json' }, '{}');
    expect(refused).toMatchObject({ ok: false, reason: 'outside-allow-list' });
    expect(fs.readdirSync(project)).toEqual([]);
  },
);

test('the answer is not copied through a symbolic link, nor under an unsafe name', () => {
  const project = temporaryFolder();
  const outside = temporaryFolder();
  fs.symlinkSync(outside, path.join(project, 'artifacts'));
  const target = { out: 'artifacts/x', allowed, name: 'summary.json' };
  expect(() => writeOutCopy(placeAt(project), target, '{}')).toThrow(/symbolic link/);
  const unsafe = writeOutCopy(placeAt(project), { ...target, name: '../x' }, '{}');
  expect(unsafe).toMatchObject({ ok: false, reason: 'unsafe-name' });
  expect(fs.readdirSync(outside)).toEqual([]);
});

test('an allow-list cannot lead out of the project', () => {
  const project = temporaryFolder();
  const refused = writeOutCopy(placeAt(project), { out: '/tmp', allowed: ['/', '..'], name: 'x.json' }, '{}');
  expect(refused).toMatchObject({ ok: false, reason: 'outside-allow-list' });
});
