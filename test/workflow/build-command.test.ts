import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArguments, invocationLine } from '../../src/workflow/build-arguments.ts';
import { buildCommand } from '../../src/workflow/build-command.ts';

const deployment = [{ name: 'failed-deployment-id', value: 'deploy-12345' }];
const plan = { workflow: 'smartspec_rollback', args: deployment, apply: false };
const program = '/srv/shop/ops/rollback.sh';

function argvOf(order: Parameters<typeof buildArguments>[0]): readonly string[] | string {
  const built = buildArguments(order);
  return built.ok ? built.argv : built.reason;
}

describe('an argument list', () => {
  it.each([
    ['a name and a value', 'target-version', 'v1.2.3', ['--target-version', 'v1.2.3']],
    ['a value that looks like a flag', 'target-version', '--auto-approve', ['--target-version=--auto-approve']],
    ['a value that is one dash', 'source', '-', ['--source=-']],
    ['an empty value', 'target-version', '', ['--target-version=']],
    ['a switch that is on', 'allow-network', 'true', ['--allow-network']],
    ['a switch that is off', 'allow-network', 'false', []],
    ['a switch with another value', 'allow-network', '--apply', ['--allow-network=--apply']],
    ['a command substitution', 'source', '$(reboot)', ['--source', '$(reboot)']],
    ['a shell’s separators', 'source', 'a; reboot | b && c > d', ['--source', 'a; reboot | b && c > d']],
    ['quotes', 'source', `"it's"`, ['--source', `"it's"`]],
    ['a name with a dash in front', '-rf', 'x', 'argument-name-invalid'],
    ['a name with an equals sign', 'a=b', 'x', 'argument-name-invalid'],
    ['a name in capitals', 'Apply', 'x', 'argument-name-invalid'],
    ['an empty name', '', 'x', 'argument-name-invalid'],
    ['a name of a thousand letters', 'a'.repeat(1000), 'x', 'argument-name-invalid'],
    ['a value with a line break', 'source', 'a\n--apply', 'argument-value-invalid'],
    ['a value with a NUL', 'source', 'a\0b', 'argument-value-invalid'],
    ['a value with an escape sequence', 'source', '\u001b[2K', 'argument-value-invalid'],
    ['a value that reads the other way round', 'source', 'a\u202eb', 'argument-value-invalid'],
    ['a value with half a character', 'source', '\ud800', 'argument-value-invalid'],
    ['a value that is too long', 'source', 'x'.repeat(4097), 'argument-value-invalid'],
  ])('is made of %s', (_what, name, value, expected) => {
    expect(argvOf({ ...plan, args: [{ name, value }] })).toEqual(expected);
  });

  it('is refused when it never ends', () => {
    const many = (length: number) =>
      argvOf({ ...plan, args: Array.from({ length }, () => ({ name: 'a', value: 'b' })) });
    expect(many(64)).toHaveLength(128);
    expect(many(65)).toBe('too-many-arguments');
    expect(argvOf({ ...plan, args: [{ name: 'a'.repeat(64), value: 'x'.repeat(4096) }] })).toHaveLength(2);
  });

  it.each([
    ['smartspec_rollback', undefined, ['--apply', '--auto-approve']],
    ['smartspec_hotfix_assistant', undefined, ['--apply']],
    ['smartspec_production_monitor', undefined, []],
    ['restart_pods', undefined, []],
    ['restart_pods', true, ['--apply']],
    ['smartspec_rollback', false, []],
    ['constructor', undefined, []],
  ])('gets what makes %s act, with pass_apply %s, only when it is run for real', (workflow, passApply, added) => {
    expect(argvOf({ workflow, args: [], apply: true, passApply })).toEqual(added);
    expect(argvOf({ workflow, args: [], apply: false, passApply })).toEqual([]);
  });

  it('says each acting flag once', () => {
    const args = [{ name: 'apply', value: 'true' }];
    expect(argvOf({ workflow: 'smartspec_rollback', args, apply: true })).toEqual(['--apply', '--auto-approve']);
  });

  it('never lets a value become a flag of its own, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
        const argv = argvOf({ ...plan, args: [{ name: 'source', value }] });
        if (typeof argv === 'string') return;
        expect(argv.filter((element) => element.startsWith('-'))).toHaveLength(1);
        expect(argv[0]).toMatch(/^--source(?:=|$)/);
      }),
    );
  });
});

describe('the line to paste', () => {
  it('is what the workflow’s manual shows', () => {
    expect(invocationLine('smartspec_rollback', ['--failed-deployment-id', 'deploy-12345'])).toBe(
      '/smartspec_rollback --failed-deployment-id deploy-12345',
    );
  });

  it('quotes what a shell would read otherwise', () => {
    expect(invocationLine('smartspec_rollback', ['--source', "it's $(x)", ''])).toBe(
      "/smartspec_rollback --source 'it'\\''s $(x)' ''",
    );
  });
});

describe('a configured command', () => {
  const line = '/smartspec_rollback --failed-deployment-id deploy-12345';

  it.each([
    [
      'without a placeholder, followed by the arguments',
      ['--plain'],
      ['--plain', '--failed-deployment-id', 'deploy-12345'],
    ],
    ['with the arguments in their place', ['{args}', '--last'], ['--failed-deployment-id', 'deploy-12345', '--last']],
    ['with the pasteable line as one argument', ['-p', '{invocation}'], ['-p', line]],
  ])('is run %s', (_what, rest, expected) => {
    expect(buildCommand({ ...plan, template: [program, ...rest] })).toEqual({
      ok: true,
      command: [program, ...expected],
      shown: expect.stringContaining(program),
      invocation: line,
    });
  });

  it.each([
    ['inside a longer element', [program, 'run {args} now'], 'placeholder-inside-argument'],
    ['as a shell’s program text', ['/bin/bash', '-c', '{invocation}'], 'placeholder-as-program-text'],
    [
      'as a shell’s program text after other options',
      ['/bin/sh', '-e', '-xc', '{args}'],
      'placeholder-as-program-text',
    ],
    ['as program text behind env', ['/usr/bin/env', 'python3', '-c', '{args}'], 'placeholder-as-program-text'],
    ['as JavaScript', ['/usr/bin/node', '--eval', '{invocation}'], 'placeholder-as-program-text'],
    ['as the program itself', ['{args}'], 'placeholder-as-program-text'],
  ])('is refused with a placeholder %s', (_where, template, reason) => {
    expect(buildCommand({ ...plan, template })).toMatchObject({ ok: false, reason });
  });

  it.each([
    ...['sh', 'bash', 'dash', 'zsh', 'ksh', 'mksh', 'csh', 'tcsh', 'fish', 'ash', 'busybox'],
    ...['cmd.exe', 'powershell', 'pwsh', 'python', 'python3.12', 'node', 'deno', 'bun'],
    ...['perl', 'ruby', 'php', 'lua', 'osascript', 'awk'],
  ])('never gives %s anything to run as a program', (interpreter) => {
    for (const flag of ['-c', '-e', '-E', '-r', '-xc', '--eval', '--command', '--print', '-p', '-Command', '/c']) {
      for (const placeholder of ['{args}', '{invocation}']) {
        const template = ['/usr/bin/env', `/usr/bin/${interpreter}`, flag, placeholder];
        expect(buildCommand({ ...plan, template })).toMatchObject({ ok: false, reason: 'placeholder-as-program-text' });
      }
    }
    expect(buildCommand({ ...plan, template: [`/usr/bin/${interpreter}`, 'script', '{args}'] }).ok).toBe(true);
  });

  it('may give the line to an agent that takes a prompt', () => {
    const built = buildCommand({ ...plan, template: ['/opt/bin/claude', '-p', '{invocation}'], apply: true });
    expect(built).toMatchObject({ ok: true, command: ['/opt/bin/claude', '-p', `${line} --apply --auto-approve`] });
  });

  it('is shown as a person would type it', () => {
    const args = [{ name: 'reason', value: "it's down" }];
    const built = buildCommand({ ...plan, args, template: [program] });
    expect(built).toMatchObject({ shown: `${program} --reason 'it'\\''s down'` });
  });

  it('is refused with an argument that is', () => {
    const args = [{ name: 'a b', value: '' }];
    expect(buildCommand({ ...plan, args, template: [program] })).toMatchObject({ reason: 'argument-name-invalid' });
  });
});

describe('a program that lets another shell read its arguments', () => {
  const through = (template: readonly string[], value: string) =>
    buildCommand({ ...plan, template, args: [{ name: 'target-version', value }], apply: true });

  it.each([
    [['/usr/bin/ssh', 'deploy@shop', './rollback.sh'], '$(reboot)'],
    [['/usr/bin/timeout', '60', '/usr/bin/ssh', 'shop', './rollback.sh'], 'v1; reboot'],
    [['/usr/bin/su', 'deploy', '-c', './rollback.sh'], '`reboot`'],
    [['/usr/bin/watch', './rollback.sh'], 'v1 && reboot'],
  ])('%j is handed no %s', (template, value) => {
    expect(through(template, value)).toMatchObject({ ok: false, reason: 'argument-value-invalid' });
  });

  it('is handed what every shell reads as one plain word', () => {
    const template = ['/usr/bin/ssh', 'deploy@shop', './rollback.sh'];
    expect(through(template, 'v1.2.3-rc.1+build_7')).toMatchObject({
      ok: true,
      command: [...template, '--target-version', 'v1.2.3-rc.1+build_7', '--apply', '--auto-approve'],
    });
  });

  it('is another matter than a program that reads each argument as it is', () => {
    expect(through([program], '$(reboot)')).toMatchObject({ ok: true });
  });
});
