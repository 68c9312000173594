import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { minimalEnvironment } from '../../src/workflow/minimal-environment.ts';
import { prepareWorkflow } from '../../src/workflow/prepare-workflow.ts';
import { fixture, makeProject, orderFor, put, script } from './projects.ts';

const workflow = 'smartspec_rollback';
const { run } = createCommandRunner();

function prepare(projectRoot: string, value: string, rest: Partial<Parameters<typeof prepareWorkflow>[0]> = {}) {
  return prepareWorkflow({
    workflow,
    args: [{ name: 'failed-deployment-id', value }],
    projectRoot,
    path: '',
    configured: { [workflow]: { command: [fixture('shows-itself.mjs')] } },
    apply: true,
    ...rest,
  });
}

describe('a deployment id from a hostile alert', () => {
  it.each([
    ['$(touch planted)'],
    ['`touch planted`'],
    ['; touch planted'],
    ['&& touch planted'],
    ['| touch planted'],
    ['> planted'],
    ["'; touch planted; '"],
    ['"; touch planted; "'],
    ['$' + '{IFS}touch$' + '{IFS}planted'],
    ['*'],
    ['~'],
    ['%PATH%'],
    ['{invocation}'],
    ['{args}'],
    ['../../../etc/passwd'],
    ['\\'],
    [' '],
    ['ＮＯＮ－ＡＳＣＩＩ'],
  ])('arrives as it is, as one argument, and does nothing: %s', async (value) => {
    const cwd = makeProject();
    const prepared = prepare(cwd, value);
    if (!prepared.ok) throw new Error(prepared.text);
    const { excerpt } = await run({ ...orderFor('shows-itself.mjs', [], { cwd }), command: prepared.command });
    expect(JSON.parse(excerpt).args).toEqual(['--failed-deployment-id', value, '--apply', '--auto-approve']);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(['-rf', '--help', '--target-version=v0', '-', '--', '-$(id)'])(
    'stays the value of its name when it looks like a flag: %s',
    async (value) => {
      expect(prepare(makeProject(), value)).toMatchObject({
        ok: true,
        command: [fixture('shows-itself.mjs'), `--failed-deployment-id=${value}`, '--apply', '--auto-approve'],
      });
    },
  );

  it.each([
    ['a line break', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a NUL', 'a\0b'],
    ['an escape sequence', '\u001b]0;x\u0007'],
    ['a C1 control', 'a\u009bb'],
    ['a mark that hides', 'deploy\u200b-1'],
    ['a mark that reverses', 'deploy\u202e1'],
    ['half a character', 'a\udfff'],
    ['two megabytes', 'x'.repeat(2e6)],
  ])('is refused, and nothing can be pasted, when it holds %s', (_what, value) => {
    expect(prepare(makeProject(), value)).toMatchObject({
      ok: false,
      outcome: 'not-started',
      reason: 'argument-value-invalid',
      paste: null,
    });
    expect(prepare(makeProject(), value, { configured: {} })).toMatchObject({ ok: false, paste: null });
  });
});

describe('a hostile project', () => {
  it.each([
    ['names a program outside', ['../outside.sh'], 'command-outside-project'],
    ['links a program outside', ['./ops/link.sh'], 'command-outside-project'],
    ['lets a value become a shell’s program text', ['/bin/sh', '-c', '{invocation}'], 'placeholder-as-program-text'],
    ['lets a value into a longer text', ['/bin/sh', '-c', 'deploy {args}'], 'placeholder-inside-argument'],
    ['configures nothing at all', [], 'command-invalid'],
  ])('can’t make anything run when it %s', (_what, command, reason) => {
    const above = makeProject();
    put(above, 'outside.sh', script, 0o755);
    put(above, 'project/ops/real.sh', script, 0o755);
    symlinkSync('../../outside.sh', join(above, 'project/ops/link.sh'));
    expect(prepare(join(above, 'project'), 'd1', { configured: { [workflow]: { command } } })).toMatchObject({
      ok: false,
      outcome: 'not-started',
      reason,
    });
  });

  it.each(['../ops/x', '/bin/sh', 'smartspec_x/../../sh', '.', '-c'])('can’t name a workflow %j', (name) => {
    const configured = { [name]: { command: ['/bin/sh'] } };
    expect(prepare(makeProject(), 'd1', { workflow: name, configured })).toMatchObject({
      ok: false,
      reason: 'workflow-name-invalid',
      paste: null,
    });
  });

  it('can’t have its folder searched for programs', () => {
    const root = makeProject();
    put(root, workflow, script, 0o755);
    expect(prepare(root, 'd1', { configured: {}, path: '.::bin' })).toMatchObject({
      reason: 'workflow-not-configured',
    });
  });
});

describe('a hostile environment', () => {
  it('reaches no program: neither loaders, nor start-up files, nor functions', async () => {
    const cwd = makeProject();
    const planted = put(cwd, 'planted.sh', 'touch ran\n', 0o755);
    const all = {
      PATH: process.env['PATH'],
      BASH_ENV: planted,
      ENV: planted,
      NODE_OPTIONS: `--require ${planted}`,
      LD_PRELOAD: planted,
      'BASH_FUNC_echo%%': '() { touch ran; }',
      IFS: 'x',
      PS4: '$(touch ran)',
      SHELLOPTS: 'xtrace',
    };
    const order = { ...orderFor('exits-3.mjs', [], { cwd }), env: minimalEnvironment(all) };
    const result = await run({ ...order, command: ['/bin/bash', '-c', 'echo fine'] });
    expect(result).toMatchObject({ outcome: 'succeeded', excerpt: 'fine' });
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });
});
