import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/workflow/check-command.ts';
import { checkWorkflow, monitorArguments } from '../../src/workflow/check-workflow.ts';
import { createCommandRunner } from '../../src/workflow/command-runner.ts';
import { type Check, type VerificationOrder, verify } from '../../src/workflow/verify.ts';
import { orderFor } from './projects.ts';

/** A check that answers as written: `+` is well, `-` is not; the last answer repeats. */
function answering(name: string, answers: string): Check {
  let asked = 0;
  return {
    name,
    run: async () => {
      const passed = answers[Math.min(asked, answers.length - 1)] === '+';
      asked += 1;
      return { name, passed, detail: passed ? 'Fine.' : `Broken at ${asked}.` };
    },
  };
}

async function verified(checks: readonly Check[], rest: Partial<VerificationOrder> = {}) {
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
  const result = await verify({ checks, passes: 3, every_ms: 10_000, sleep, ...rest });
  return { ...result, rounds: result.attempts.map(({ passed }) => (passed ? '+' : '-')).join(''), slept };
}

describe('verification', () => {
  it.each([
    ['passes after enough rounds', '+++', undefined, '+++', true],
    ['stops at the first failure when no more rounds are allowed', '-++', undefined, '-', false],
    ['stops in the middle', '+-+', undefined, '+-', false],
    ['goes on after a failure while enough rounds are left', '-+++', 4, '-+++', true],
    ['counts only rounds in a row', '++-++-', 6, '++-++-', false],
    ['gives up as soon as enough rounds in a row can’t be reached', '++-+', 5, '++-', false],
  ])('%s', async (_what, answers, attempts, rounds, passed) => {
    expect(await verified([answering('a', answers)], { attempts })).toMatchObject({ rounds, passed });
  });

  it('waits between rounds and not before the first or after the last', async () => {
    expect((await verified([answering('a', '+')])).slept).toEqual([10_000, 10_000]);
  });

  it('says for each check how often it passed and why it failed', async () => {
    const { checks } = await verified([answering('a', '+'), answering('b', '-+++')], { attempts: 4 });
    expect(checks).toEqual([
      { name: 'a', passed: true, detail: 'Fine. Passed 4 of 4 times.' },
      { name: 'b', passed: true, detail: 'Broken at 1. Passed 3 of 4 times.' },
    ]);
  });

  it('tells each round as it ends', async () => {
    const told: string[] = [];
    await verified([answering('a', '+')], { onProgress: ({ attempt }, inARow) => told.push(`${attempt}: ${inARow}`) });
    expect(told).toEqual(['1: 1', '2: 2', '3: 3']);
  });

  it('asks once at least', async () => {
    expect(await verified([answering('a', '-')], { passes: 0 })).toMatchObject({ rounds: '-', passed: false });
  });

  it('without checks has verified nothing', async () => {
    expect(await verified([])).toMatchObject({ passed: false, attempts: [], checks: [] });
  });

  it('that is called off has verified nothing, however well it looked', async () => {
    const calledOff = new AbortController();
    const result = await verified([answering('a', '+')], {
      signal: calledOff.signal,
      onProgress: () => calledOff.abort(),
    });
    expect(result).toMatchObject({ passed: false, rounds: '+' });
    expect(result.checks).toEqual([
      { name: 'a', passed: false, detail: 'Called off before 3 rounds in a row had passed. Fine.' },
    ]);
  });

  it('that is called off before it began says that nothing was asked', async () => {
    const { checks } = await verified([answering('a', '+')], { signal: AbortSignal.abort() });
    expect(checks).toEqual([{ name: 'a', passed: false, detail: 'Not asked.' }]);
  });
});

describe('a command as a check', () => {
  const runner = createCommandRunner();

  it('passes with exit code 0', async () => {
    const result = await checkCommand(orderFor('prints-json.mjs', ['{"status":"degraded"}', '0']), runner);
    expect(result.passed).toBe(true);
  });

  it('fails with any other, and says what it said last', async () => {
    const order = orderFor('exits-3.mjs', [], { workflow: 'smoke' });
    const result = await checkCommand(order, runner);
    expect(result.passed).toBe(false);
    expect(result.detail).toMatch(/exit code 3.*It said: (?:cannot reach the cluster|step one of two)$/);
  });

  it('fails when it never comes to an end', async () => {
    const result = await checkCommand(orderFor('hangs.mjs', [], { timeoutSeconds: 0.3 }), runner);
    expect(result).toMatchObject({ passed: false });
    expect(result.detail).toContain('did not finish within 0.3 s');
  });
});

describe('the production monitor as a check', () => {
  const runner = createCommandRunner();
  const workflow = 'smartspec_production_monitor';
  const specId = 'spec-core-007-checkout';
  const summary = (fields: object) => JSON.stringify({ workflow, spec_id: specId, ...fields });
  const metrics = [
    { name: 'p99_latency', value: 350, slo: 200, status: 'unhealthy' },
    { name: 'error_rate', value: 0.1, slo: 1, status: 'healthy' },
  ];

  it.each([
    ['healthy', summary({ status: 'healthy' }), '0', true, 'Its summary says healthy.'],
    ['healthy with exit code 1', summary({ status: 'healthy' }), '1', true, 'Its summary says healthy.'],
    ['degraded with exit code 0', summary({ status: 'degraded' }), '0', false, 'Its summary says degraded.'],
    [
      'unhealthy',
      summary({ status: 'unhealthy', metrics }),
      '0',
      false,
      'Its summary says unhealthy: p99_latency is unhealthy (350, objective 200).',
    ],
    ['merely “ok”', summary({ status: 'ok' }), '0', false, 'Its summary says ok.'],
    [
      'healthy about another spec',
      summary({ status: 'healthy', spec_id: 'spec-x' }),
      '0',
      false,
      `Its summary is about spec-x and not about ${specId}.`,
    ],
  ])('reads a summary that says %s', async (_what, json, code, passed, detail) => {
    const order = orderFor('writes-summary.mjs', ['production-monitor/run-1', json, code], { workflow });
    expect(await checkWorkflow(specId, order, runner)).toEqual({ passed, detail });
  });

  it('verifies nothing without a summary, even with exit code 0', async () => {
    const result = await checkWorkflow(specId, orderFor('shows-itself.mjs', [], { workflow }), runner);
    expect(result.passed).toBe(false);
    expect(result.detail).toContain('It wrote no summary.json');
  });

  it('says so when it could not be started', async () => {
    const order = orderFor('exits-3.mjs', [], { workflow, command: ['/nowhere/monitor'] });
    expect((await checkWorkflow(specId, order, runner)).detail).toContain('was not started');
  });

  it('is asked to look once at the spec', () => {
    expect(monitorArguments(specId)).toEqual([
      { name: 'spec-id', value: specId },
      { name: 'run-once', value: 'true' },
    ]);
    expect(monitorArguments(null)).toEqual([{ name: 'run-once', value: 'true' }]);
  });
});
