import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { fixture, isRunning, orderFor } from './projects.ts';

const { run } = createCommandRunner();

function pidIn(text: string): number {
  return Number(/(\d+)$/m.exec(text)?.[1]);
}

describe('a run that comes to its own end', () => {
  it('failed with the exit code it gave, and both streams are kept', async () => {
    const result = await run(orderFor('exits-3.mjs'));
    expect(result).toMatchObject({ outcome: 'failed', exit_code: 3, summary: null });
    expect(result.text).toMatch(/^smartspec_rollback failed with exit code 3 after [\d.]+ s\.$/);
    expect(result.excerpt).toContain('step one of two');
    expect(result.excerpt).toContain('cannot reach the cluster');
  });

  it('is explained when a signal ended it', async () => {
    const result = await run(orderFor('kills-itself.mjs', ['SIGKILL']));
    expect(result).toMatchObject({ outcome: 'failed', exit_code: null });
    expect(result.text).toContain('signal SIGKILL (killed from outside, often for lack of memory)');
  });

  it('gets its arguments as they are, its environment as given, its folder, and nothing on stdin', async () => {
    const args = ['$(touch planted)', '; rm -rf x', '`id`', '--flag=-x', '', 'two words', "it's", '*', '\\n', 'é漢'];
    const order = orderFor('shows-itself.mjs', args);
    const result = await run(order);
    expect(JSON.parse(result.excerpt)).toEqual({ args, env: order.env, cwd: order.cwd, stdin: '' });
  });
});

describe('a run that can’t start', () => {
  it.each([
    ['a program that is not there', ['/nowhere/rollback'], 'ENOENT'],
    ['a file that is no program', [fixture('../../../package.json')], 'EACCES'],
    ['a script whose interpreter is not there', [fixture('cannot-start.txt')], 'ENOENT'],
    ['a path that is not absolute', ['rollback.sh'], 'ENOENT'],
    ['no program at all', [], 'ENOENT'],
    ['an argument with a NUL', ['/bin/true', 'a\0b'], 'EINVAL'],
  ])('is an outcome: %s', async (_what, command, code) => {
    const result = await run({ ...orderFor('exits-3.mjs'), command });
    expect(result).toMatchObject({ outcome: 'not-started', exit_code: null, excerpt: '' });
    expect(result.text).toContain(code);
  });

  it('is an outcome: a folder that is not there', async () => {
    const result = await run(orderFor('exits-3.mjs', [], { cwd: '/nowhere/project' }));
    expect(result.outcome).toBe('not-started');
  });
});

describe('a run that takes too long', () => {
  it('is asked to end, and ends', async () => {
    const result = await run(orderFor('hangs.mjs', [], { timeoutSeconds: 0.5 }));
    expect(result).toMatchObject({ outcome: 'timed-out', exit_code: null });
    expect(result.text).toContain('did not finish within 0.5 s');
    expect(isRunning(pidIn(result.excerpt))).toBe(false);
    expect(result.seconds).toBeLessThan(4);
  });

  it('is killed five seconds later when it will not', async () => {
    const result = await run(orderFor('ignores-sigterm.mjs', [], { timeoutSeconds: 0.5 }));
    expect(result.outcome).toBe('timed-out');
    expect(result.excerpt).toContain('I was asked to end and will not');
    expect(isRunning(pidIn(result.excerpt))).toBe(false);
    expect(result.seconds).toBeGreaterThan(5);
    expect(result.seconds).toBeLessThan(9);
  });

  it('takes its grandchildren with it', async () => {
    const result = await run(orderFor('leaves-a-grandchild.mjs', ['wait'], { timeoutSeconds: 0.7 }));
    expect(result.outcome).toBe('timed-out');
    expect(pidIn(result.excerpt)).toBeGreaterThan(1);
    expect(isRunning(pidIn(result.excerpt))).toBe(false);
  });
});

describe('a run that leaves a process behind which holds the pipe', () => {
  it('ends when the program ends, says so, and nobody survives', async () => {
    const result = await run(orderFor('leaves-a-grandchild.mjs'));
    expect(result).toMatchObject({ outcome: 'succeeded', exit_code: 0 });
    expect(result.text).toContain('It left processes behind, which were ended.');
    expect(isRunning(pidIn(result.excerpt))).toBe(false);
    expect(result.seconds).toBeLessThan(4);
  });
});

describe('a run whose background processes end with it', () => {
  it('left nobody behind, though the dead may not have been collected yet', async () => {
    const command = ['/bin/sh', '-c', '(echo one) & (echo two) & sh -c "sleep 0.1 &" ; wait; sleep 0.3'];
    const result = await run({ ...orderFor('exits-3.mjs'), command });
    expect(result.text).toMatch(/^smartspec_rollback succeeded after \S+ s \(exit code 0, no summary\)\.$/);
    expect(result.seconds).toBeLessThan(2);
  });
});

describe('a run that starts a service in a session of its own', () => {
  it('ends without waiting for the service, which stays', async () => {
    const pipes = (): number => readdirSync('/proc/self/fd').length;
    const before = pipes();
    const result = await run(orderFor('escapes-its-group.mjs'));
    await wait(50);
    expect(pipes()).toBe(before);
    expect(result).toMatchObject({ outcome: 'succeeded', exit_code: 0, excerpt: 'restarted' });
    expect(result.seconds).toBeLessThan(4);
  });
});

describe('a run that is called off', () => {
  it('ends with everything it started, and the outcome is aborted', async () => {
    const calledOff = new AbortController();
    const lines: string[] = [];
    const onProgress = (line: string): void => {
      lines.push(line);
      calledOff.abort();
    };
    const result = await run(orderFor('hangs.mjs', [], { signal: calledOff.signal, onProgress }));
    expect(result).toMatchObject({ outcome: 'aborted', exit_code: null });
    expect(isRunning(pidIn(lines[0] ?? ''))).toBe(false);
  });

  it('never starts when it was called off before', async () => {
    const result = await run(orderFor('shows-itself.mjs', [], { signal: AbortSignal.abort() }));
    expect(result).toMatchObject({ outcome: 'aborted', excerpt: '' });
  });
});

describe('output', () => {
  it('is kept at both ends and counted between, however much there is', async () => {
    const before = process.memoryUsage().rss;
    const lines: string[] = [];
    const result = await run(orderFor('floods.mjs', ['64'], { onProgress: (line) => lines.push(line) }));
    expect(result.outcome).toBe('succeeded');
    expect(result.excerpt).toMatch(/^the first line\n/);
    expect(result.excerpt).toMatch(/\n… 67 MB left out …\n/);
    expect(result.excerpt).toMatch(/\nthe last line$/);
    expect(result.excerpt.length).toBeLessThan(8400);
    expect(lines.length).toBeLessThan(42 * (result.seconds + 2));
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
  });

  it('is told and kept without secrets and without anything a terminal would obey', async () => {
    const lines: string[] = [];
    const result = await run(orderFor('prints-secrets.mjs', [], { onProgress: (line) => lines.push(line) }));
    expect([...lines].sort()).toEqual(['[secret] split by an escape', 'goneback', 'red token=[secret]']);
    expect(result.excerpt.split('\n').sort()).toEqual([...lines].sort());
  });

  it('is told while the program is still running', async () => {
    const calledOff = new AbortController();
    const lines: string[] = [];
    const { signal } = calledOff;
    const running = run(orderFor('hangs.mjs', [], { signal, onProgress: (line) => lines.push(line) }));
    for (let tries = 0; lines.length === 0 && tries < 500; tries += 1) await wait(20);
    expect(lines[0]).toMatch(/^waiting as \d+$/);
    expect(isRunning(pidIn(lines[0] ?? ''))).toBe(true);
    calledOff.abort();
    await running;
  });
});

describe('the workflow’s own summary', () => {
  const rollback = (fields: object) => JSON.stringify({ workflow: 'smartspec_rollback', rollback_id: 'r1', ...fields });

  it.each([
    ['says failure though the exit code is 0', { status: 'failure', reason: 'no such version' }, '0', 'failed'],
    ['says success though the exit code is 1', { status: 'success', to_version: '1.8.1' }, '1', 'succeeded'],
    ['agrees with the exit code', { status: 'success', from_version: '1.8.2', to_version: '1.8.1' }, '0', 'succeeded'],
    ['has a word nobody knows, so the exit code decides', { status: 'purple' }, '1', 'failed'],
    [
      'is another workflow’s, so the exit code decides',
      { workflow: 'smartspec_other', status: 'failure' },
      '0',
      'succeeded',
    ],
  ])('is believed: it %s', async (_what, fields, code, outcome) => {
    const result = await run(orderFor('writes-summary.mjs', ['rollbacks/r1', rollback(fields), code]));
    expect(result).toMatchObject({ outcome, exit_code: Number(code) });
  });

  it('says in the sentence what it said, and that the exit code disagreed', async () => {
    const json = rollback({ status: 'failure', reason: 'no such version' });
    const { text } = await run(orderFor('writes-summary.mjs', ['rollbacks/r1', json, '0']));
    expect(text).toMatch(
      /failed after [\d.]+ s; its summary says “failure”: no such version\. Its exit code 0 says otherwise/,
    );
  });

  it('may come as JSON on standard output after other lines', async () => {
    const result = await run(orderFor('prints-json.mjs', [rollback({ status: 'failure' }), '0']));
    expect(result).toMatchObject({ outcome: 'failed', summary: { status: 'failure', found_in: 'stdout' } });
  });

  it('is not enough when it only previewed though it was told to apply', async () => {
    const args = ['hotfix-assistant/x', JSON.stringify({ mode: 'preview', status: 'ok' }), '0', '--apply'];
    const result = await run(orderFor('writes-summary.mjs', args, { workflow: 'smartspec_hotfix_assistant' }));
    expect(result).toMatchObject({ outcome: 'failed', exit_code: 0 });
    expect(result.text).toContain('only previewed');
  });
});
