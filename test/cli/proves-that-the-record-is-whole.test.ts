import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test('a journal that was tampered with is exit 5, and the entry is named', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('note', 'errors began with deploy-1');
  await rig.ok('note', 'it was the pool');
  expect(await rig.ok('audit', 'verify')).toMatchObject({ outcome: 'verified', entries: 3 });
  const entry = `.spec/reports/incidents/${id}/journal-000002.json`;
  rig.write(entry, rig.read(entry).replace('deploy-1', 'deploy-2'));
  const { code, json } = await rig.run('audit', 'verify', id, '--json');
  expect({ code, outcome: json.outcome, reason: json.error?.reason }).toEqual({
    code: 5,
    outcome: 'damaged',
    reason: 'record-damaged',
  });
  expect(json.error?.message).toMatch(/entry 2 does not fit/);
  const text = await rig.run('audit', 'verify', '--all');
  expect(text).toMatchObject({ code: 5, stdout: expect.stringMatching(/entry 2 does not fit/) });
});

test('an edited last entry, a missing one and an inserted one do not pass either', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('note', 'errors began with deploy-1');
  await rig.ok('note', 'it was the pool');
  const at = (entry: number) => `.spec/reports/incidents/${id}/journal-00000${entry}.json`;
  const whole = [1, 2, 3].map((entry) => rig.read(at(entry)));
  const damages: readonly (() => void)[] = [
    () => void rig.write(at(3), (whole[2] ?? '').replace('pool', 'loop')),
    () => rmSync(join(rig.folder, at(2))),
    () => void rig.write(at(4), whole[2] ?? ''),
    () => void rig.write(at(2), whole[2] ?? ''),
    () => void rig.write(at(1), '{'),
  ];
  for (const damage of damages) {
    damage();
    const { code, stderr } = await rig.run('audit', 'verify', id);
    expect({ code, told: stderr.length > 0 }, `${damage}`).toEqual({ code: 5, told: true });
    for (const entry of [1, 2, 3]) rig.write(at(entry), whole[entry - 1] ?? '');
    rmSync(join(rig.folder, at(4)), { force: true });
    expect((await rig.run('audit', 'verify', id)).code).toBe(0);
  }
});

test('a sibling is told apart from the damaged one', async () => {
  const rig = openRig();
  const bad = (await rig.ok('declare', 'logins fail')).incident_id;
  const good = (await rig.ok('declare', 'mail is late')).incident_id;
  const entry = `.spec/reports/incidents/${bad}/journal-000001.json`;
  rig.write(entry, rig.read(entry).replace('logins', 'lagoon'));
  expect((await rig.run('audit', 'verify', good)).code).toBe(0);
  const all = await rig.run('audit', 'verify', '--all', '--json');
  expect(all.json).toMatchObject({ exit_code: 5, checked: 2, damaged: [{ id: bad, first_bad: { entry: 1 } }] });
  expect(await rig.ok('note', good, 'work goes on')).toMatchObject({ outcome: 'noted' });
});

test('derived files that were edited or lost are named, and rebuilt byte for byte', async () => {
  const rig = openRig();
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('--alert-payload', checkout({ severity: 'SEV-1' }));
  await rig.ok('note', 'seen', '--kind', 'finding');
  const derived = () => rig.files('.spec/reports/incidents').filter((file) => !/\/(journal-|tmp\/|index)/.test(file));
  const before = derived().map((file) => [file, rig.read(file)] as const);
  rig.write(`.spec/reports/incidents/${id}/incident.json`, '{"status":"closed"}');
  rmSync(join(rig.folder, `.spec/reports/incidents/${id}/summary.json`));
  rmSync(join(rig.folder, `.spec/reports/incidents/${id}/alerts`), { recursive: true });
  const stale = await rig.run('audit', 'verify', id, '--json');
  expect(stale).toMatchObject({ code: 5, json: { error: { reason: 'derived-files-differ' } } });
  expect(await rig.ok('show', id)).toMatchObject({ status: 'investigating', severity: 'SEV-1' });
  await rig.ok('audit', 'rebuild', id);
  expect(derived().map((file) => [file, rig.read(file)])).toEqual(before);
  expect(await rig.ok('audit', 'verify', id)).toMatchObject({ outcome: 'verified' });
});

test('simulate writes nothing at all', async () => {
  const rig = openRig();
  const told = await rig.ok('simulate', checkout());
  expect(told).toMatchObject({ outcome: 'simulated', severity: 'SEV-2', would_be: [{ outcome: 'created' }] });
  expect((await rig.run('simulate', 'rubbish')).code).toBe(2);
  expect(rig.files('.spec')).toEqual([]);
});
