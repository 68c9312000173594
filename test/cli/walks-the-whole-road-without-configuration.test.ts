import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

test('a workflow that nobody configured is exit 1 with the line to paste, and people do the rest', async () => {
  const rig = openRig();
  const id = (await rig.ok('--manual-incident', 'checkout is slow', '--severity', 'SEV-3', '--as', 'ana')).incident_id;
  const { warnings } = await rig.ok(
    'mitigate',
    'propose',
    '--workflow',
    'smartspec_rollback',
    '--arg',
    'failed-deployment-id=deploy-1',
    '--as',
    'ana',
  );
  expect(warnings.join()).toContain('No command is configured for smartspec_rollback');
  expect((await rig.ok('show', id)).next.at(-1)).toEqual({
    command: `incident mitigate outcome ${id} M1 --worked|--no-effect|--worse --text "…"`,
    why: expect.stringContaining('/smartspec_rollback --failed-deployment-id deploy-1'),
  });

  const preview = await rig.run('mitigate', 'run');
  expect(preview.code).toBe(0);
  expect(preview.stdout).toContain('/smartspec_rollback --failed-deployment-id deploy-1');
  expect(preview.stdout).toContain('nothing was run');
  expect(preview.stdout).not.toContain('--apply to run it');

  const run = await rig.run('mitigate', 'run', '--apply', '--as', 'ana', '--json');
  expect(run.code).toBe(1);
  expect(run.json).toMatchObject({
    outcome: 'workflow-not-configured',
    status: 'investigating',
    paste: expect.stringContaining('/smartspec_rollback --failed-deployment-id deploy-1'),
    error: { reason: 'workflow-not-configured', hint: expect.stringContaining('/smartspec_rollback') },
  });
  const again = await rig.run('mitigate', 'run', '--apply', '--as', 'ana');
  expect(again.code).toBe(1);
  const said = `${again.stdout}${again.stderr}`;
  for (const part of ['No command is configured', '/smartspec_rollback --failed-deployment-id deploy-1']) {
    expect(said.split(part)).toHaveLength(2);
  }
  const { timeline } = rig.state(id);
  expect(timeline.filter(({ type }) => type === 'workflow.finished')).toHaveLength(1);
  expect(rig.state(id)).toMatchObject({
    mitigated_at: null,
    mitigations: [{ id: 'M1', outcome: 'workflow-not-configured', verdict: null }],
  });

  expect(await rig.ok('mitigate', 'outcome', '--worked', '--text', 'rolled back by hand', '--as', 'ana')).toMatchObject(
    { outcome: 'mitigation-worked', status: 'mitigating' },
  );
  expect(await rig.run('verify', '--json')).toMatchObject({ code: expect.toSatisfy((code) => code !== 0) });
  expect(await rig.ok('verify', '--attest', 'the error board is flat for ten minutes', '--as', 'ana')).toMatchObject({
    outcome: 'attested',
  });
  expect(await rig.ok('resolve')).toMatchObject({ status: 'resolved' });
  expect(rig.state(id).timeline.at(-1)?.text).toBe('resolved: ana attests: the error board is flat for ten minutes');
  expect(await rig.ok('close')).toMatchObject({ status: 'closed' });
  const late = await rig.run('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--json');
  expect(late).toMatchObject({ code: 4, json: { error: { reason: 'not-in-this-status' } } });
});

test('a program that turns up later can be approved and run', async () => {
  const rig = openRig();
  await rig.ok('--manual-incident', 'checkout is slow', '--severity', 'SEV-3', '--as', 'ana');
  await rig.ok('mitigate', 'propose', '--workflow', 'smartspec_rollback', '--as', 'ana');
  const early = await rig.run('mitigate', 'approve', '--as', 'bo', '--json');
  expect(early.json.warnings.join()).toContain('lets nothing run here');
  expect(early.json.next.at(-1)?.command).toContain('mitigate outcome');
  rig.write('.smartspec/bin/smartspec_rollback', '#!/bin/sh\nexit 0\n', 0o755);
  expect((await rig.ok('mitigate', 'approve', '--as', 'cy')).next.at(-1)?.command).toContain('mitigate run');
  expect(await rig.ok('mitigate', 'run', '--apply', '--as', 'cy')).toMatchObject({ outcome: 'mitigation-ran' });
});

test('the verdict is one of three, and no effect sends the team back', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  expect((await rig.run('mitigate', 'outcome')).code).toBe(2);
  expect((await rig.run('mitigate', 'outcome', '--worked', '--worse')).code).toBe(2);
  expect(await rig.ok('mitigate', 'outcome', '--worked', '--text', 'flag off')).toMatchObject({ status: 'mitigating' });
  expect(await rig.ok('mitigate', 'outcome', '--no-effect', '--text', 'errors are back')).toMatchObject({
    status: 'investigating',
    outcome: 'mitigation-no-effect',
  });
});

test('arguments are checked when they are proposed: no secrets, nothing without a value', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', checkout());
  const secret = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
  for (const [arg, reason] of [
    [`token=${secret}`, 'secret-in-arguments'],
    ['novalue', 'bad-argument'],
  ] as const) {
    const { code, json } = await rig.run(
      'mitigate',
      'propose',
      '--workflow',
      'smartspec_rollback',
      '--arg',
      arg,
      '--json',
    );
    expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason });
  }
  expect((await rig.run('mitigate', 'propose', '--workflow', '../../bin/sh', '--json')).code).toBe(2);
  expect((await rig.run('mitigate', 'propose')).code).toBe(2);
  expect(rig.files('.spec').some((file) => rig.read(file).includes(secret))).toBe(false);
});
