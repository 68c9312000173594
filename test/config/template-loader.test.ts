import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTemplate } from '../../src/config/template-loader.ts';

let root = '';
let places = { projectRoot: '', programFolder: '' };
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'templates-'));
  places = { projectRoot: path.join(root, 'project'), programFolder: path.join(root, 'program') };
  fs.mkdirSync(path.join(places.programFolder, 'templates'), { recursive: true });
  fs.mkdirSync(places.projectRoot);
  fs.writeFileSync(path.join(places.programFolder, 'templates', 'update.hbs'), 'usual words');
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function own(): string {
  const folder = path.join(places.projectRoot, '.smartspec', 'templates');
  fs.mkdirSync(folder, { recursive: true });
  return path.join(folder, 'update.hbs');
}

test('without one of the project the usual one is loaded', () => {
  expect(loadTemplate('update.hbs', places)).toEqual({
    ok: true,
    text: 'usual words',
    origin: 'program',
    warnings: [],
  });
});

test('the project’s own comes first', () => {
  fs.writeFileSync(own(), 'own words');
  expect(loadTemplate('update.hbs', places)).toMatchObject({ text: 'own words', origin: 'project' });
});

test('one that nobody has is missing', () => {
  expect(loadTemplate('other.hbs', places)).toEqual({ ok: false, reason: 'missing' });
});

test.each([
  '../update.hbs',
  '/etc/passwd',
  'a/b.hbs',
  '.hbs',
  'update',
  'UPDATE.hbs',
  `${'a'.repeat(70)}.hbs`,
  'a\u0000.hbs',
])('the name %j is refused', (name) => {
  expect(loadTemplate(name, places)).toEqual({ ok: false, reason: 'name-invalid' });
});

const unusable: Readonly<Record<string, () => void>> = {
  'a link': () => fs.symlinkSync('/etc/hostname', own()),
  'behind a link': () => {
    fs.mkdirSync(path.join(root, 'away', 'templates'), { recursive: true });
    fs.writeFileSync(path.join(root, 'away', 'templates', 'update.hbs'), 'foreign words');
    fs.symlinkSync(path.join(root, 'away'), path.join(places.projectRoot, '.smartspec'));
  },
  'too large': () => fs.writeFileSync(own(), 'x'.repeat(256 * 1024 + 1)),
  'a folder': () => fs.mkdirSync(own()),
};
test.each(Object.entries(unusable))('one that is %s is passed over with a warning', (_, make) => {
  make();
  const loaded = loadTemplate('update.hbs', places);
  expect(loaded).toMatchObject({ ok: true, text: 'usual words', origin: 'program' });
  expect(loaded.ok && loaded.warnings).toHaveLength(1);
});
