import { chmodSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

const statesOf = ({ stdout }: { readonly stdout: string }): Readonly<Record<string, string>> => {
  const { checks } = JSON.parse(stdout);
  return Object.fromEntries(checks.map(({ name, state }: { name: string; state: string }) => [name, state]));
};

async function closedIncident(rig: Rig, title: string): Promise<string> {
  const { incident_id: id } = await rig.ok('declare', title, '--severity', 'SEV-4', '--as', 'ana');
  await rig.ok('verify', id, '--attest', 'seen it', '--as', 'ana');
  await rig.ok('resolve', id, '--as', 'ana');
  await rig.ok('close', id, '--as', 'ana');
  return id;
}

test('doctor finds nothing where nothing is wrong', async () => {
  const rig = openRig();
  expect((await rig.run('doctor')).code).toBe(0);
  await rig.ok('--alert-payload', checkout());
  const healthy = await rig.run('doctor', '--json');
  expect(healthy.code).toBe(0);
  expect(new Set(Object.values(statesOf(healthy)))).toEqual(new Set(['ok']));
  expect(Object.keys(statesOf(healthy))).toEqual(
    expect.arrayContaining([
      'node',
      'configuration',
      'folders',
      'permissions',
      'fsync',
      'hard links',
      'clock',
      'records',
    ]),
  );
});

test('doctor says what stays readable where records are encrypted', async () => {
  const rig = openRig('incident_response:\n  security: { encrypt_record: true, record_key: env:RECORD_KEY }\n');
  const env = { RECORD_KEY: Buffer.alloc(40, 'k').toString('base64') };
  const { code, stdout } = await rig.runWith({ env }, 'doctor');
  expect(code).toBe(0);
  expect(stdout).toMatch(/warn +encryption .*reports under post-mortems\/.*quarantine\/.*security\.encrypt_to/);
});

test('doctor names what is open to others, and --fix closes that and nothing else', async () => {
  const rig = openRig();
  const { incident_id: id } = await rig.ok('--alert-payload', checkout());
  const file = join(rig.folder, '.spec/reports/incidents', id, 'incident.json');
  chmodSync(file, 0o644);
  const found = await rig.run('doctor');
  expect(found).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/fail +permissions .*incident\.json.*doctor --fix/),
  });
  expect(statSync(file).mode & 0o777).toBe(0o644);
  expect((await rig.run('doctor', '--fix')).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('doctor tells of links, damage, broken settings, missing secrets and missing workflows', async () => {
  const rig = openRig(
    [
      'incident_response:',
      '  grouping: { window: soon }',
      '  workflows: { smartspec_rollback: { command: [./not-there.sh] } }',
      '  security: { signing_key: env:NOBODY_SET_THIS }',
    ].join('\n'),
  );
  const { json } = await rig.run('--alert-payload', checkout(), '--json');
  const folder = join(rig.folder, '.spec/reports/incidents');
  symlinkSync('/nowhere', join(folder, 'link'));
  writeFileSync(join(folder, json.incident_id, 'journal-000001.json'), '{', { mode: 0o600 });
  const told = await rig.run('doctor', '--json');
  expect(told.code).toBe(1);
  expect(statesOf(told)).toMatchObject({
    configuration: 'fail',
    secrets: 'warn',
    permissions: 'fail',
    records: 'fail',
    'workflow smartspec_rollback': 'fail',
  });
});

test('an exported record is checked by itself, and a changed one is exit 5', async () => {
  const rig = openRig();
  const { incident_id: id } = await rig.ok('--alert-payload', checkout());
  const { files } = await rig.ok('audit', 'export', id, '--out', '.spec/reports/auditor');
  const archive = files['archive'] ?? '';
  expect(archive).toBe(`.spec/reports/auditor/${id}.archive.jsonl`);
  expect(statSync(join(rig.folder, archive)).mode & 0o777).toBe(0o600);
  const elsewhere = openRig();
  const copy = elsewhere.write('copy.jsonl', rig.read(archive));
  expect(await elsewhere.ok('audit', 'verify', `@${copy}`)).toMatchObject({ outcome: 'verified' });
  elsewhere.write('copy.jsonl', rig.read(archive).replace('p99_latency', 'p50_latency'));
  expect((await elsewhere.run('audit', 'verify', `@${copy}`)).code).toBe(5);
  expect((await rig.run('audit', 'export', id, '--out', '/etc')).code).toBe(2);
});

test('prune previews, removes with --apply what is old and finished, and says so ever after', async () => {
  const rig = openRig();
  const finished = await closedIncident(rig, 'mail is late');
  const unfinished = await closedIncident(rig, 'logins fail');
  const item = ['--owner', 'ana', '--type', 'prevent', '--due', '2027-01-01', '--priority', 'P1'];
  await rig.ok('action', 'add', unfinished, 'watch the login queue', ...item);
  const open = (await rig.ok('declare', 'search is slow', '--severity', 'SEV-4')).incident_id;
  expect(await rig.ok('audit', 'prune', '--older-than', '1d')).toMatchObject({ outcome: 'preview', would_prune: [] });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const preview = await rig.ok('audit', 'prune', '--older-than', '1s');
  expect(preview).toMatchObject({ outcome: 'preview', would_prune: [finished] });
  expect(await rig.ok('show', finished)).toMatchObject({ status: 'closed' });
  expect(await rig.ok('audit', 'prune', '--older-than', '1s', '--apply')).toMatchObject({ pruned: [finished] });
  const shown = await rig.run('show', finished, '--json');
  expect({ code: shown.code, reason: shown.json.error?.reason }).toEqual({ code: 2, reason: 'pruned-incident' });
  const { stdout } = await rig.run('list', '--all');
  expect(stdout).toMatch(new RegExp(`${finished} .*pruned \\d{4}-\\d{2}-\\d{2}`));
  for (const id of [unfinished, open]) expect(stdout).toContain(id);
  expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ outcome: 'verified', checked: 2, pruned: 1 });
  expect((await rig.run('audit', 'verify', '--all', '--signed')).code).toBe(5);
  expect((await rig.run('audit', 'prune', '--older-than', 'soon')).code).toBe(2);
});
