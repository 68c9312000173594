import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test.each(['000', '022', '077'])('folders are 0700 and files 0600 under umask %s', async (umask) => {
  const rig = openRig();
  const calls = [
    ['--alert-payload', checkout()],
    ['--alert-payload', '{"half'],
    ['verify', '--attest', 'the board is green'],
    ['resolve', '--out', '.spec/reports/copies'],
    ['post-mortem', 'draft'],
    ['post-mortem', 'schedule', '--at', '2026-11-26T10:00Z'],
  ];
  for (const args of calls) await rig.runWith({ umask }, ...args);
  const below = join(rig.folder, '.spec');
  const found = readdirSync(below, { recursive: true, encoding: 'utf8' });
  expect(found.some((file) => file.endsWith('review.ics'))).toBe(true);
  expect(found.some((file) => file.startsWith('reports/copies/'))).toBe(true);
  expect(found.some((file) => file.includes('quarantine/'))).toBe(true);
  const wrong = found.flatMap((file) => {
    const status = lstatSync(join(below, file));
    const mode = status.mode & 0o777;
    return mode === (status.isDirectory() ? 0o700 : 0o600) ? [] : [`${file} ${mode.toString(8)}`];
  });
  expect(wrong).toEqual([]);
});

test('nothing is written anywhere else', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  await rig.ok('verify', '--attest', 'green');
  await rig.ok('resolve');
  await rig.ok('post-mortem', 'draft');
  expect(rig.files().filter((file) => !/^\.spec\/reports\/(incidents|post-mortems)\//.test(file))).toEqual([]);
});
