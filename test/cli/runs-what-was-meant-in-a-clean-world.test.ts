import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRig, type Rig } from '../support/rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const configured = (command: string): string =>
  `incident_response:\n  workflows: { smartspec_rollback: { command: [${command}], timeout: 1m } }\n`;
const leaves = (what: string): string => `#!/bin/sh\necho ${what} >> ran\nenv > ran.env\n`;

async function proposed(
  rig: Rig,
): Promise<{ readonly id: string; readonly code: number | null; readonly reason: string }> {
  const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3', '--service', 'checkout');
  const told = await rig.run('mitigate', 'propose', id, '--workflow', 'smartspec_rollback', '--as', 'ana', '--json');
  return { id, code: told.code, reason: told.json.error?.reason ?? '' };
}

async function approved(rig: Rig): Promise<string> {
  const { id } = await proposed(rig);
  await rig.ok('mitigate', 'approve', id, '--as', 'bo');
  return id;
}

const link = (rig: Rig, from: string, to: string): void => {
  const file = path.join(rig.folder, from);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { recursive: true, force: true });
  fs.symlinkSync(to, file);
};

describe('a command that is a link', () => {
  const outside = (): string => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'evil.sh'), leaves('evil'), { mode: 0o700 });
    return folder;
  };

  test.each<[string, string | undefined, (rig: Rig) => void]>([
    [
      'the configured script',
      configured('./ops/rollback.sh'),
      (rig) => link(rig, 'ops/rollback.sh', path.join(outside(), 'evil.sh')),
    ],
    ['the folder of the configured script', configured('./ops/evil.sh'), (rig) => link(rig, 'ops', outside())],
    [
      'a program in .smartspec/bin',
      undefined,
      (rig) => link(rig, '.smartspec/bin/smartspec_rollback', path.join(outside(), 'evil.sh')),
    ],
    [
      'a program in node_modules/.bin',
      undefined,
      (rig) => link(rig, 'node_modules/.bin/smartspec_rollback', path.join(outside(), 'evil.sh')),
    ],
  ])('and leads out of the project is refused: %s', async (_what, config, plant) => {
    const rig = openRig(config);
    plant(rig);
    expect(await proposed(rig)).toMatchObject({ code: 2, reason: 'command-outside-project' });
    expect(rig.files()).not.toContain('ran');
  });

  test('and leads nowhere, or round in a circle, is not found', async () => {
    for (const to of ['missing.sh', 'rollback.sh']) {
      const rig = openRig(configured('./ops/rollback.sh'));
      link(rig, 'ops/rollback.sh', to);
      expect(await proposed(rig)).toMatchObject({ code: 2, reason: 'command-not-found' });
    }
  });

  test.each<[string, (rig: Rig) => void]>([
    ['to another program of the project', (rig) => link(rig, 'ops/rollback.sh', 'other.sh')],
    ['to the same program under another name', (rig) => link(rig, 'ops/rollback.sh', 'copy.sh')],
  ])('and within the project may run, until it is led elsewhere: %s', async (_where, change) => {
    const rig = openRig(configured('./ops/rollback.sh'));
    rig.write('ops/v1.sh', leaves('v1'), 0o700);
    rig.write('ops/copy.sh', leaves('v1'), 0o700);
    rig.write('ops/other.sh', leaves('other'), 0o700);
    link(rig, 'ops/rollback.sh', 'v1.sh');
    const id = await approved(rig);
    change(rig);
    const refused = await rig.run('mitigate', 'run', id, '--apply', '--json');
    expect(refused).toMatchObject({ code: 4, json: { error: { reason: 'approval-outdated' } } });
    expect(rig.files()).not.toContain('ran');
    link(rig, 'ops/rollback.sh', 'v1.sh');
    expect((await rig.run('mitigate', 'run', id, '--apply')).code).toBe(0);
    expect(rig.read('ran')).toBe('v1\n');
  });
});

/** What makes programs load, run or ask something else than they would. */
const smuggled = {
  NODE_OPTIONS: '--no-deprecation',
  NODE_PATH: '/nowhere',
  LD_PRELOAD: '/nowhere/evil.so',
  LD_LIBRARY_PATH: '/nowhere',
  LD_AUDIT: '/nowhere/evil.so',
  DYLD_INSERT_LIBRARIES: '/nowhere/evil.dylib',
  BASH_ENV: '/nowhere/evil',
  ENV: '/nowhere/evil',
  PYTHONPATH: '/nowhere',
  PYTHONSTARTUP: '/nowhere/evil.py',
  PERL5OPT: '-Mevil',
  RUBYOPT: '-revil',
  JAVA_TOOL_OPTIONS: '-javaagent:evil.jar',
  GIT_SSH_COMMAND: 'touch owned',
  GIT_EXTERNAL_DIFF: 'touch owned',
  GIT_PAGER: 'touch owned',
  GIT_ASKPASS: '/nowhere/evil',
  GIT_EXEC_PATH: '/nowhere',
  GIT_DIR: '/nowhere',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'core.fsmonitor',
  GIT_CONFIG_VALUE_0: 'touch owned',
  KUBECONFIG: '/nowhere/config',
  AWS_PROFILE: 'production',
};

test('nothing is smuggled into a run, nor into a check, by the environment', async () => {
  const rig = openRig(
    `${configured('./ops/rollback.sh')}  verification: { passes: 1, checks: [{ command: [./ops/healthy.sh] }] }\n`,
  );
  rig.write('ops/rollback.sh', leaves('v1'), 0o700);
  rig.write('ops/healthy.sh', '#!/bin/sh\nenv > checked.env\n', 0o700);
  const id = await approved(rig);
  expect((await rig.runWith({ env: smuggled }, 'mitigate', 'run', id, '--apply')).code).toBe(0);
  expect((await rig.runWith({ env: smuggled }, 'verify', id)).code).toBe(0);
  for (const file of ['ran.env', 'checked.env']) {
    const names = rig
      .read(file)
      .split('\n')
      .map((line) => line.split('=', 1)[0]);
    expect(names).toContain('PATH');
    for (const name of Object.keys(smuggled)) expect(names, name).not.toContain(name);
  }
});

test('a workflow gets what the configuration names for it, and it alone', async () => {
  const rig = openRig(configured('./ops/rollback.sh').replace('timeout: 1m', 'timeout: 1m, env: [KUBECONFIG]'));
  rig.write('ops/rollback.sh', leaves('v1'), 0o700);
  const id = await approved(rig);
  expect((await rig.runWith({ env: smuggled }, 'mitigate', 'run', id, '--apply')).code).toBe(0);
  expect(rig.read('ran.env')).toContain('KUBECONFIG=/nowhere/config\n');
  expect(rig.read('ran.env')).not.toContain('AWS_PROFILE');
});

describe('looking through a repository', () => {
  const git = (rig: Rig, ...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: rig.folder,
      stdio: 'ignore',
    });
  };

  test('starts none of the programs that it, or the environment, names', async () => {
    const rig = openRig();
    git(rig, 'init', '-q');
    rig.write('.gitattributes', '* diff=evil filter=evil\n');
    rig.write('src/checkout/price.ts', 'export {};\n');
    git(rig, 'add', '.gitattributes', 'src');
    git(rig, 'commit', '-q', '-m', 'Round prices in checkout');
    git(rig, 'tag', '-m', 'a release', 'v2');
    const evil = rig.write('evil.sh', '#!/bin/sh\ntouch owned\ncat\n', 0o700);
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'pager.log',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'gpg.program',
      'core.sshCommand',
      'core.askPass',
      'core.editor',
      'credential.helper',
      'sequence.editor',
    ]) {
      git(rig, 'config', name, evil);
    }
    git(rig, 'config', 'alias.log', `!${evil}`);
    git(rig, 'config', 'log.showSignature', 'true');
    git(rig, 'config', 'core.hooksPath', rig.folder);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const { incident_id: id } = await rig.ok('declare', 'slow', '--severity', 'SEV-3', '--service', 'checkout');
    const told = await rig.runWith(
      { env: { ...smuggled, GIT_EXTERNAL_DIFF: evil, GIT_PAGER: evil } },
      'suspects',
      id,
      '--json',
    );
    expect(told.json['suspects']).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'commit', title: 'Round prices in checkout' })]),
    );
    expect(rig.files()).not.toContain('owned');
  });
});
