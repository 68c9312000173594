import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

const usual = `
incident_response:
  people: { ana: { name: Ana Lima }, bo: { name: Bo Chen }, cy: { name: Cy Okoro } }
  workflows: { smartspec_rollback: { command: [./ops/rollback.sh], timeout: 1m } }
  approvals: { default: { by: [ana, bo], count: 1, expires: 1h, proposer_may_approve: [SEV-3, SEV-4] } }
`;

/** Leaves every argument, and everything in its environment, where the test can read it. */
const script = '#!/bin/sh\nfor one in "$@"; do printf "%s\\0" "$one"; done > ran.args\nenv > ran.env\n';

function project(config = usual): Rig {
  const rig = openRig(config);
  rig.write('ops/rollback.sh', script, 0o700);
  return rig;
}

async function declared(rig: Rig, severity = 'SEV-2'): Promise<string> {
  return (await rig.ok('declare', 'slow', '--severity', severity, '--service', 'checkout')).incident_id;
}

const propose = (id: string, ...more: readonly string[]): readonly string[] => [
  ...['mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana', ...more],
];

async function approved(rig: Rig, ...more: readonly string[]): Promise<string> {
  const id = await declared(rig);
  await rig.ok(...propose(id, ...more));
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  return id;
}

const hasRun = (rig: Rig): boolean => fs.existsSync(path.join(rig.folder, 'ran.args'));
const argsOf = (rig: Rig): readonly string[] => rig.read('ran.args').split('\0').slice(0, -1);

async function refuses(rig: Rig, reason: string, code: number, ...args: readonly string[]): Promise<void> {
  const ran = await rig.run(...args, '--json');
  expect({ code: ran.code, reason: ran.json.error?.reason }).toEqual({ code, reason });
  expect(hasRun(rig)).toBe(false);
}

describe('what is written into arguments stays an argument', () => {
  const nasty = [
    '; touch owned',
    '$(touch owned)',
    '`touch owned`',
    '| touch owned',
    '&& touch owned',
    "'; touch owned '",
    '--auto-approve=no',
    '-rf',
    '../../etc/passwd',
    '{args}',
    '%s%n',
    '"',
  ];

  test.each(nasty)(
    '%j reaches the program as it is, and nothing else happens',
    async (value) => {
      const rig = project();
      const id = await approved(rig, `--arg=failed-deployment-id=${value}`);
      expect((await rig.run('mitigate', 'run', id, '--apply')).code).toBe(0);
      const expected = value.startsWith('-') ? [`--failed-deployment-id=${value}`] : ['--failed-deployment-id', value];
      expect(argsOf(rig)).toEqual([...expected, '--apply', '--auto-approve']);
      expect(fs.existsSync(path.join(rig.folder, 'owned'))).toBe(false);
    },
    60_000,
  );

  test.each([
    ['a control character', 'failed-deployment-id=a\u001b[2Jb', 'argument-value-invalid'],
    ['a mark that hides text', 'failed-deployment-id=a\u202eb', 'argument-value-invalid'],
    ['a line break', 'failed-deployment-id=a\nb', 'argument-value-invalid'],
    ['a name that is a flag', '--;id=a', 'argument-name-invalid'],
    ['a name with a space', 'a b=c', 'argument-name-invalid'],
    ['no name', '=c', 'bad-argument'],
  ])('%s is refused when it is proposed', async (_what, argument, reason) => {
    const rig = project();
    await refuses(rig, reason, 2, ...propose(await declared(rig), `--arg=${argument}`));
  });

  test.each([
    '../ops/rollback.sh',
    '/bin/sh',
    './ops/rollback.sh',
    'sh',
    'smartspec_rollback;ls',
    '-rf',
    'smartspec_../x',
  ])('the workflow name %j is refused', async (workflow) => {
    const rig = project();
    const id = await declared(rig);
    await refuses(rig, 'workflow-name-invalid', 2, 'mitigate', 'propose', id, `--workflow=${workflow}`);
  });

  test('an alert cannot write into a command line through a playbook', async () => {
    const rig = project(`${usual}  playbooks:
    - name: go back
      match: { service: spec-core-007-checkout }
      propose: { workflow: smartspec_rollback, args: { failed-deployment-id: labels.build } }
      auto: true
`);
    const build = '$(touch owned); --apply';
    await rig.run('--alert-payload', checkout({ labels: { build } }), '--apply', '--json');
    const told = rig.files().includes('ran.args')
      ? argsOf(rig)
      : ['--failed-deployment-id', build, '--apply', '--auto-approve'];
    expect(told).toEqual(['--failed-deployment-id', build, '--apply', '--auto-approve']);
    expect(fs.existsSync(path.join(rig.folder, 'owned'))).toBe(false);
  }, 60_000);
});

describe('another program does not run in the place of the approved one', () => {
  test('not one planted earlier on PATH, where everybody may write', async () => {
    const rig = openRig(usual.replace('./ops/rollback.sh', 'rollback-tool'));
    const [planted, real] = ['planted', 'real'].map((name) => path.join(rig.folder, name));
    rig.write('planted/rollback-tool', '#!/bin/sh\necho planted > ran.args\n', 0o755);
    rig.write('real/rollback-tool', '#!/bin/sh\necho real > ran.args\n', 0o755);
    fs.chmodSync(planted ?? '', 0o777);
    const env = { PATH: `.:${planted}:${real}:${process.env['PATH'] ?? ''}` };
    const id = await declared(rig);
    for (const args of [propose(id), ['mitigate', 'approve', id, '--as', 'bo'], ['mitigate', 'run', id, '--apply']]) {
      expect((await rig.runWith({ env }, ...args)).code).toBe(0);
    }
    expect(rig.read('ran.args')).toBe('real\n');
  }, 60_000);

  test('not one planted on PATH after the approval', async () => {
    const rig = openRig(usual.replace('./ops/rollback.sh', 'rollback-tool'));
    rig.write('early/rollback-tool', script, 0o755);
    rig.write('late/rollback-tool', '#!/bin/sh\ntrue\n', 0o755);
    const pathOf = (...folders: readonly string[]) => ({
      PATH: [...folders.map((folder) => path.join(rig.folder, folder)), process.env['PATH']].join(':'),
    });
    const id = await declared(rig);
    await rig.runWith({ env: pathOf('late') }, ...propose(id));
    await rig.runWith({ env: pathOf('late') }, 'mitigate', 'approve', id, '--as', 'bo');
    const ran = await rig.runWith({ env: pathOf('early', 'late') }, 'mitigate', 'run', id, '--apply', '--json');
    expect(ran).toMatchObject({ code: 4, json: { error: { reason: 'approval-outdated' } } });
    expect(hasRun(rig)).toBe(false);
  }, 60_000);

  test.each<[string, (rig: Rig) => void]>([
    ['the script was changed', (rig) => fs.appendFileSync(path.join(rig.folder, 'ops/rollback.sh'), '# more\n')],
    [
      'the configuration names another program',
      (rig) => {
        rig.write('ops/other.sh', script, 0o700);
        rig.write('.spec/smartspec.config.yaml', usual.replace('rollback.sh', 'other.sh'));
      },
    ],
    [
      'the configuration adds an argument',
      (rig) => rig.write('.spec/smartspec.config.yaml', usual.replace('rollback.sh]', 'rollback.sh, --force]')),
    ],
  ])(
    'not once %s',
    async (_what, change) => {
      const rig = project();
      const id = await approved(rig);
      change(rig);
      await refuses(rig, 'approval-outdated', 4, 'mitigate', 'run', id, '--apply');
    },
    60_000,
  );

  test('not once the script of an interpreter was changed', async () => {
    const rig = openRig(usual.replace('[./ops/rollback.sh]', '[sh, ops/rollback.sh]'));
    rig.write('ops/rollback.sh', script);
    const id = await approved(rig);
    fs.appendFileSync(path.join(rig.folder, 'ops/rollback.sh'), 'echo more\n');
    await refuses(rig, 'approval-outdated', 4, 'mitigate', 'run', id, '--apply');
  }, 60_000);

  test('not through a symbolic link that leads out of the project', async () => {
    const rig = project();
    fs.rmSync(path.join(rig.folder, 'ops/rollback.sh'));
    fs.symlinkSync('/bin/true', path.join(rig.folder, 'ops/rollback.sh'));
    await refuses(rig, 'command-outside-project', 2, ...propose(await declared(rig)));
  });

  test('not one that anybody may change', async () => {
    const rig = project();
    fs.chmodSync(path.join(rig.folder, 'ops/rollback.sh'), 0o777);
    await refuses(rig, 'command-writable-by-others', 2, ...propose(await declared(rig)));
  });

  test('and nothing is smuggled in through the environment', async () => {
    const rig = project();
    const id = await approved(rig);
    const env = {
      LD_PRELOAD: '/nowhere/evil.so',
      NODE_OPTIONS: '',
      BASH_ENV: '/nowhere/evil',
      API_TOKEN: 'abc',
      SMARTSPEC_X: 'kept',
    };
    expect((await rig.runWith({ env }, 'mitigate', 'run', id, '--apply')).code).toBe(0);
    const seen = rig.read('ran.env');
    expect(seen).toContain('SMARTSPEC_X=kept');
    for (const name of ['LD_PRELOAD', 'NODE_OPTIONS', 'BASH_ENV', 'API_TOKEN']) expect(seen).not.toContain(`${name}=`);
  }, 60_000);
});

describe('an approval is for one thing, by one person, for a while', () => {
  test('not for other arguments', async () => {
    const rig = project();
    const id = await approved(rig, '--arg', 'failed-deployment-id=deploy-1');
    await rig.ok(...propose(id, '--arg', 'failed-deployment-id=deploy-2'));
    await refuses(rig, 'not-approved', 4, 'mitigate', 'run', id, 'M2', '--apply');
  }, 60_000);

  test('not for another incident', async () => {
    const rig = project();
    await approved(rig);
    const other = await declared(rig);
    await rig.ok(...propose(other));
    await refuses(rig, 'not-approved', 4, 'mitigate', 'run', other, '--apply');
  }, 60_000);

  test('not after it has expired', async () => {
    const rig = project(usual.replace('expires: 1h', 'expires: 1s'));
    const id = await approved(rig);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await refuses(rig, 'approval-expired', 4, 'mitigate', 'run', id, '--apply');
  }, 60_000);

  test('not by whoever proposed it, also once it has become worse', async () => {
    const rig = project();
    const id = await declared(rig, 'SEV-3');
    await rig.ok(...propose(id));
    await rig.ok('mitigate', 'approve', id, '--as', 'ana');
    await rig.ok('severity', id, 'SEV-1', '--because', 'everybody is hit');
    await refuses(rig, 'not-approved', 4, 'mitigate', 'run', id, '--apply');
    await rig.ok(...propose(id));
    await refuses(rig, 'proposer-may-not-approve', 4, 'mitigate', 'approve', id, 'M2', '--as', 'ana');
  }, 60_000);

  test('not by anybody who may not, and not by nobody', async () => {
    const rig = project();
    const id = await declared(rig);
    await rig.ok(...propose(id));
    await refuses(rig, 'not-allowed-to-approve', 4, 'mitigate', 'approve', id, '--as', 'cy');
    await refuses(rig, 'not-allowed-to-approve', 4, 'mitigate', 'approve', id, '--as', 'mallory');
    await refuses(rig, 'not-allowed-to-approve', 4, 'mitigate', 'approve', id);
  }, 60_000);

  test('not in the name of another than the calling account’s, whatever the environment says', async () => {
    const me = os.userInfo().username;
    const rig = project(
      usual
        .replace('{ name: Ana Lima }', `{ name: Ana Lima, os_user: "${me}" }`)
        .replace('Bo Chen', 'Bo Chen, os_user: bo'),
    );
    const id = await declared(rig);
    await rig.ok(...propose(id));
    await refuses(rig, 'identity-mismatch', 4, 'mitigate', 'approve', id, '--as', 'bo');
    const smuggled = await rig.runWith(
      { env: { GITHUB_ACTOR: 'bo' } },
      'mitigate',
      'approve',
      id,
      '--as',
      'bo',
      '--json',
    );
    expect(smuggled).toMatchObject({ code: 4, json: { error: { reason: 'identity-mismatch' } } });
    await refuses(rig, 'identity-mismatch', 4, 'mitigate', 'run', id, '--apply', '--as', 'bo');
    await refuses(rig, 'identity-mismatch', 4, ...propose(id), '--as', 'bo');
  }, 60_000);

  test('and going past it is for the commander alone, with a reason, in the open', async () => {
    const rig = project();
    const id = await declared(rig);
    await rig.ok('assign', id, 'commander', 'cy');
    await rig.ok(...propose(id));
    const override = ['mitigate', 'run', id, '--override', '--apply'];
    await refuses(rig, 'override-not-allowed', 4, ...override, '--because', 'hurry', '--as', 'bo');
    await refuses(rig, 'reason-missing', 4, ...override, '--as', 'cy');
    await rig.ok(...override, '--because', 'nobody else is awake', '--as', 'cy');
    const { timeline } = rig.state(id);
    expect(timeline.find(({ type }) => type === 'gate.overridden')).toMatchObject({
      by: 'cy',
      data: { gate: 'approval' },
    });
    await rig.ok('resolve', id, '--override', '--because', 'the service is switched off', '--as', 'cy');
    await rig.ok('post-mortem', 'draft', id);
    const report = rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`);
    expect(report).toContain('nobody else is awake');
    expect(report).toContain('the service is switched off');
  }, 60_000);
});

test('what a run prints cannot command a terminal', async () => {
  const rig = project();
  rig.write('ops/rollback.sh', '#!/bin/sh\nprintf "\\033[2J\\033]0;owned\\007 done\\n"\n', 0o700);
  const id = await approved(rig);
  const { stdout, stderr, code } = await rig.run('mitigate', 'run', id, '--apply');
  expect(code).toBe(0);
  expect(stdout).toContain('done');
  expect(`${stdout}${stderr}`).not.toMatch(/[\u001b\u0007]/);
}, 60_000);

const keygen = ['/usr/bin/ssh-keygen', '/bin/ssh-keygen'].find((file) => fs.existsSync(file));

test('nobody may approve while the approvals in the configuration are wrong, and is not told to ask for a person', async () => {
  const rig = project(usual.replace('expires: 1h', 'expires: 1 hour'));
  const id = (await rig.run('declare', 'slow', '--service', 'checkout', '--json')).json.incident_id;
  await rig.run(...propose(id ?? ''));
  const { code, json } = await rig.run('mitigate', 'approve', '--as', 'bo', '--json');
  expect({ code, error: json.error }).toEqual({
    code: 4,
    error: {
      reason: 'not-allowed-to-approve',
      message: 'The approvals in the configuration file are wrong, so nobody may approve until they are put right.',
      hint: 'incident doctor',
    },
  });
});

describe.skipIf(keygen === undefined)('where approvals are signed', () => {
  const signed = usual
    .replace('count: 1', 'count: 1, signed: true')
    .replace(/approvals: \{ default/, 'approvals: { allowed_signers: .spec/signers, default')
    .replace('Bo Chen', 'Bo Chen, email: bo@example.com');

  const run = (rig: Rig, ...args: readonly string[]): void => {
    execFileSync(keygen ?? '', args, { cwd: rig.folder, stdio: 'ignore' });
  };

  async function signedProject(): Promise<{ rig: Rig; id: string }> {
    const rig = project(signed);
    for (const name of ['bo', 'stranger']) run(rig, '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', name);
    rig.write('.spec/signers', `bo@example.com namespaces="incident-approval" ${rig.read('bo.pub')}`);
    const id = await declared(rig);
    await rig.ok(...propose(id));
    return { rig, id };
  }

  async function sign(rig: Rig, id: string, key: string, namespace = 'incident-approval'): Promise<string> {
    const { stdout } = await rig.run('mitigate', 'approve', id, '--show');
    rig.write('text', stdout);
    fs.rmSync(path.join(rig.folder, 'text.sig'), { force: true });
    run(rig, '-q', '-Y', 'sign', '-n', namespace, '-f', key, 'text');
    return stdout;
  }

  test('a signature of what is shown counts, once, and is checked for ever after', async () => {
    const { rig, id } = await signedProject();
    await refuses(rig, 'signature-missing', 4, 'mitigate', 'approve', id, '--as', 'bo');
    const text = await sign(rig, id, 'bo');
    expect(text).toContain(`incident: ${id}\nmitigation: M1\n`);
    const told = await rig.ok('mitigate', 'approve', id, '--signature', 'text.sig');
    expect(told).toMatchObject({ outcome: 'approved', identity: 'signature' });
    expect(await rig.ok('audit', 'verify', id)).toMatchObject({ signatures: { checked: 1, bad: [] } });
    await rig.ok('mitigate', 'run', id, '--apply');
    rig.write('.spec/signers', '');
    const later = await rig.ok('audit', 'verify', id);
    expect(later.warnings.join()).toContain('not on the list of allowed signers any more');
  }, 60_000);

  test('signing and approving at once needs only the key', async () => {
    const { rig, id } = await signedProject();
    expect(await rig.ok('mitigate', 'approve', id, '--key', 'bo')).toMatchObject({ identity: 'signature' });
  }, 60_000);

  test('a stranger’s key, another purpose, a changed text or another name do not count', async () => {
    const { rig, id } = await signedProject();
    const approve = ['mitigate', 'approve', id, '--signature', 'text.sig'];
    await refuses(rig, 'signer-not-allowed', 4, 'mitigate', 'approve', id, '--key', 'stranger');
    await sign(rig, id, 'stranger');
    await refuses(rig, 'signer-not-allowed', 4, ...approve);
    await sign(rig, id, 'bo', 'file');
    await refuses(rig, 'signature-invalid', 4, ...approve);
    const text = await sign(rig, id, 'bo');
    await refuses(rig, 'signer-mismatch', 4, ...approve, '--as', 'ana');
    rig.write('text', text.replace('M1', 'M2'));
    await refuses(rig, 'signed-something-else', 4, ...approve);
    rig.write('text', text.replace(/valid until: \d{4}/, 'valid until: 2999'));
    await refuses(rig, 'signed-for-too-long', 4, ...approve);
    await refuses(rig, 'no-such-file', 4, 'mitigate', 'approve', id, '--signature', 'nothing.sig');
  }, 60_000);

  test('a signed text is worth nothing after its time, nor for another proposal', async () => {
    const { rig, id } = await signedProject();
    const text = await sign(rig, id, 'bo');
    const past = text.replace(/valid until: .*/, 'valid until: 2026-01-01T00:00:00.000Z');
    rig.write('text', past);
    fs.rmSync(path.join(rig.folder, 'text.sig'));
    run(rig, '-q', '-Y', 'sign', '-n', 'incident-approval', '-f', 'bo', 'text');
    await refuses(rig, 'signature-expired', 4, 'mitigate', 'approve', id, '--signature', 'text.sig');
    await sign(rig, id, 'bo');
    await rig.ok(...propose(id));
    await refuses(rig, 'signed-something-else', 4, 'mitigate', 'approve', id, 'M2', '--signature', 'text.sig');
  }, 60_000);
});
