import { chmodSync, chownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWorkflow, type WorkflowQuestion } from '../../src/workflow/find-workflow.ts';
import { makeProject, put, script } from './projects.ts';

const workflow = 'smartspec_rollback';

function question(projectRoot: string, rest: Partial<WorkflowQuestion> = {}): WorkflowQuestion {
  return { workflow, args: [], projectRoot, path: '', configured: {}, ...rest };
}

function configured(...command: string[]): Pick<WorkflowQuestion, 'configured'> {
  return { configured: { [workflow]: { command } } };
}

describe('a workflow', () => {
  it('is the command configured for it, relative to the project', () => {
    const root = makeProject();
    const program = put(root, 'ops/rollback.sh', script, 0o755);
    expect(findWorkflow(question(root, configured('./ops/rollback.sh', '--x', '{args}')))).toEqual({
      ok: true,
      template: [program, '--x', '{args}'],
      passApply: undefined,
      found_in: 'configuration',
    });
  });

  it('is the command configured for it, by an absolute path or a bare name on PATH', () => {
    const root = makeProject();
    const elsewhere = makeProject();
    const program = put(elsewhere, 'deploytool', script, 0o755);
    for (const [command, path] of [
      [program, ''],
      ['deploytool', `/nowhere:${elsewhere}`],
    ] as const) {
      const found = findWorkflow(question(root, { ...configured(command, 'run'), path }));
      expect(found).toMatchObject({ ok: true, template: [program, 'run'] });
    }
  });

  it('is found without configuration: in .smartspec/bin, then node_modules/.bin, then on PATH', () => {
    const root = makeProject();
    const path = makeProject();
    const onPath = put(path, workflow, script, 0o755);
    const asked = question(root, { path });
    expect(findWorkflow(asked)).toMatchObject({ ok: true, template: [onPath], found_in: 'PATH' });
    const installed = put(root, `node_modules/.bin/${workflow}`, script, 0o755);
    expect(findWorkflow(asked)).toMatchObject({ ok: true, template: [installed], found_in: 'node_modules/.bin' });
    const own = put(root, `.smartspec/bin/${workflow}`, script, 0o755);
    expect(findWorkflow(asked)).toMatchObject({ ok: true, template: [own], found_in: '.smartspec/bin' });
  });

  it('that is nowhere comes with the line to paste and what to configure', () => {
    const args = [{ name: 'failed-deployment-id', value: 'deploy-12345' }];
    expect(findWorkflow(question(makeProject(), { args, path: '/nowhere' }))).toEqual({
      ok: false,
      outcome: 'workflow-not-configured',
      reason: 'workflow-not-configured',
      text: 'No command is configured for smartspec_rollback, and no program of that name is in .smartspec/bin, node_modules/.bin or on PATH.',
      paste: '/smartspec_rollback --failed-deployment-id deploy-12345',
      config_lines:
        'incident_response:\n  workflows:\n    smartspec_rollback: { command: [./ops/rollback.sh], timeout: 10m }',
    });
  });

  it('may have any plain name once it is configured', () => {
    const root = makeProject();
    put(root, 'ops/restart.sh', script, 0o755);
    const known = { restart_pods: { command: ['ops/restart.sh'], pass_apply: true } };
    const found = findWorkflow(question(root, { workflow: 'restart_pods', configured: known }));
    expect(found).toMatchObject({ ok: true, passApply: true });
    expect(findWorkflow(question(root, { workflow: 'restart_nodes', configured: known }))).toMatchObject({
      ok: false,
      reason: 'workflow-name-invalid',
    });
  });
});

describe('a workflow’s name is never a path or an option', () => {
  it.each([
    '../../bin/sh',
    '/bin/sh',
    'smartspec_../../x',
    'smartspec_a/b',
    'smartspec_rollback;id',
    'smartspec_rollback\n',
    'smartspec_$(id)',
    '--help',
    'constructor',
    '__proto__',
    'smartspec_Rollback',
    'smartspec_\u0000',
    `smartspec_${'a'.repeat(200)}`,
    '',
  ])('%j', (name) => {
    expect(findWorkflow(question(makeProject(), { workflow: name, path: '/usr/bin:/bin' }))).toMatchObject({
      ok: false,
      reason: 'workflow-name-invalid',
    });
  });

  it('even when the configuration says so', () => {
    const known = { '../../bin/sh': { command: ['/bin/sh'] } };
    expect(findWorkflow(question(makeProject(), { workflow: '../../bin/sh', configured: known })).ok).toBe(false);
  });
});

describe('a command is refused', () => {
  it.each([
    ['that does not exist', './ops/missing.sh', 'command-not-found'],
    ['that leads out of the project', '../../../bin/sh', 'command-outside-project'],
    ['that is not executable', './notes.txt', 'command-not-executable'],
    ['that is a folder', './ops', 'command-not-executable'],
    ['that anybody may change', './open.sh', 'command-writable-by-others'],
    ['in a folder into which anybody may write', './open/rollback.sh', 'command-writable-by-others'],
    ['that is a link out of the project', './link.sh', 'command-outside-project'],
    ['behind a linked folder', './linked/sh', 'command-outside-project'],
    ['that is a link to nothing', './dangling.sh', 'command-not-found'],
    ['that is empty', '', 'command-invalid'],
    ['with a NUL', './ops/a\0b', 'command-invalid'],
    ['with a bare name that is not on PATH', 'no-such-tool', 'command-not-found'],
    ['with a bare name that looks like an option', '-sh', 'command-not-found'],
  ])('%s', (_what, program, reason) => {
    const root = makeProject();
    put(root, 'ops/rollback.sh', script, 0o755);
    put(root, 'notes.txt');
    put(root, 'open.sh', script, 0o757);
    put(root, 'open/rollback.sh', script, 0o755);
    chmodSync(join(root, 'open'), 0o777);
    symlinkSync('/bin/sh', join(root, 'link.sh'));
    symlinkSync('/bin', join(root, 'linked'));
    symlinkSync('nowhere', join(root, 'dangling.sh'));
    const found = findWorkflow(question(root, { ...configured(program), path: '/usr/bin:/bin' }));
    expect(found).toMatchObject({ ok: false, outcome: 'not-started', reason });
  });

  it('that others of its group may change', () => {
    const root = makeProject();
    const program = put(root, 'group.sh', script, 0o775);
    chownSync(program, process.getuid?.() ?? 0, 54321);
    chmodSync(program, 0o775);
    expect(findWorkflow(question(root, configured('./group.sh')))).toMatchObject({
      reason: 'command-writable-by-others',
    });
  });

  it('but not a link that stays within the project', () => {
    const root = makeProject();
    put(root, 'tools/real.sh', script, 0o755);
    mkdirSync(join(root, 'ops'));
    symlinkSync('../tools/real.sh', join(root, 'ops/rollback.sh'));
    expect(findWorkflow(question(root, configured('./ops/rollback.sh'))).ok).toBe(true);
  });

  it('in .smartspec/bin when it is a link out of the project, rather than taking the next one', () => {
    const root = makeProject();
    const path = makeProject();
    put(path, workflow, script, 0o755);
    mkdirSync(join(root, '.smartspec/bin'), { recursive: true });
    symlinkSync('/bin/sh', join(root, '.smartspec/bin', workflow));
    expect(findWorkflow(question(root, { path }))).toMatchObject({ ok: false, reason: 'command-outside-project' });
  });
});

describe('a program planted on PATH before the real one', () => {
  it.each([
    ['by a relative entry', (planted: string) => relative(process.cwd(), planted)],
    ['by an empty entry', () => ''],
    ['by the entry for the current folder', () => '.'],
    ['in a folder into which anybody may write', openTo(0o777)],
    ['in a folder like /tmp', openTo(0o1777)],
  ])('is passed over: %s', (_what, entryFor) => {
    const root = makeProject();
    const planted = makeProject();
    const real = makeProject();
    put(planted, workflow, script, 0o755);
    const program = put(real, workflow, script, 0o755);
    const found = findWorkflow(question(root, { path: `${entryFor(planted)}:${real}` }));
    expect(found).toMatchObject({ ok: true, template: [program] });
  });

  it('is passed over when it is a file that anybody may change, or no program', () => {
    const [root, open, plain, real] = [makeProject(), makeProject(), makeProject(), makeProject()];
    put(open, workflow, script, 0o777);
    put(plain, workflow, script, 0o644);
    const program = put(real, workflow, script, 0o755);
    const found = findWorkflow(question(root, { path: [open, plain, real].join(':') }));
    expect(found).toMatchObject({ ok: true, template: [program] });
  });
});

function openTo(mode: number): (folder: string) => string {
  return (folder) => {
    chmodSync(folder, mode);
    return folder;
  };
}
