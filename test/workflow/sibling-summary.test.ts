import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteSummaries, readSiblingSummary } from '../../src/workflow/read-sibling-summary.ts';
import { parseSiblingSummary } from '../../src/workflow/sibling-summary.ts';
import { makeProject, put } from './projects.ts';

const workflow = 'smartspec_rollback';
const redact = (text: string): string => text.replaceAll('hush-hush-4711', '[secret]');
const success = JSON.stringify({ workflow, status: 'success', rollback_id: 'r1' });

function read(root: string, rest: { stdout?: string; before?: ReadonlyMap<string, string>; workflow?: string } = {}) {
  return readSiblingSummary({ root, workflow, before: new Map(), stdout: '', redact, ...rest });
}

describe('a sibling’s summary', () => {
  it.each([
    ['smartspec_rollback', 'rollbacks/summary.json'],
    ['smartspec_rollback', 'rollbacks/r1/summary.json'],
    ['smartspec_hotfix_assistant', 'hotfix-assistant/run-7/summary.json'],
    ['smartspec_production_monitor', 'production-monitor/spec-core-007-checkout/run-7/summary.json'],
    ['smartspec_feedback_aggregator', 'feedback-aggregator/run-7/summary.json'],
    ['restart_pods', 'restart-pods/run-7/summary.json'],
  ])('of %s is found at %s', (name, path) => {
    const root = makeProject();
    put(root, `.spec/reports/${path}`, '{"status":"ok"}');
    expect(read(root, { workflow: name })).toMatchObject({
      status: 'ok',
      verdict: 'good',
      found_in: `.spec/reports/${path}`,
    });
  });

  it('is not looked for deeper than a run lies', () => {
    const root = makeProject();
    put(root, '.spec/reports/rollbacks/a/b/c/summary.json', success);
    expect(read(root)).toBeNull();
    put(root, '.spec/reports/rollbacks/a/b/summary.json', success);
    expect(read(root)).not.toBeNull();
  });

  it('is the newest one that was written by this run, whatever the clock of the disk says', () => {
    const root = makeProject();
    const old = put(root, '.spec/reports/rollbacks/r0/summary.json', '{"status":"failure"}');
    utimesSync(old, 4e9, 4e9);
    const before = noteSummaries(root, workflow);
    expect(read(root, { before })).toBe(null);
    const fresh = put(root, '.spec/reports/rollbacks/r1/summary.json', success);
    utimesSync(fresh, 1, 1);
    expect(read(root, { before })).toMatchObject({ status: 'success', rollback_id: 'r1' });
    put(root, '.spec/reports/rollbacks/r0/summary.json', '{"status":"failure","reason":"again"}');
    expect(read(root, { before })).toMatchObject({ status: 'failure', reason: 'again' });
  });

  it.each([
    [
      'a link to a file',
      (root: string, outside: string) =>
        symlinkSync(put(outside, 'x.json', success), join(root, '.spec/reports/rollbacks/r1/summary.json')),
    ],
    [
      'a pipe that would block for ever',
      (root: string) => execFileSync('mkfifo', [join(root, '.spec/reports/rollbacks/r1/summary.json')]),
    ],
    ['a folder', (root: string) => mkdirSync(join(root, '.spec/reports/rollbacks/r1/summary.json'))],
    [
      'larger than 256 KB',
      (root: string) => put(root, '.spec/reports/rollbacks/r1/summary.json', `${success}${' '.repeat(300_000)}`),
    ],
    ['cut off', (root: string) => put(root, '.spec/reports/rollbacks/r1/summary.json', success.slice(0, -1))],
    [
      'nested beyond reason',
      (root: string) => put(root, '.spec/reports/rollbacks/r1/summary.json', '[{"a":'.repeat(20_000)),
    ],
  ])('is not read when it is %s', (_what, make) => {
    const root = makeProject();
    mkdirSync(join(root, '.spec/reports/rollbacks/r1'), { recursive: true });
    make(root, makeProject());
    expect(read(root)).toBe(null);
  });

  it.each(['.spec', '.spec/reports', '.spec/reports/rollbacks', '.spec/reports/rollbacks/r1'])(
    'is not read through a link at %s',
    (link) => {
      const outside = makeProject();
      put(outside, '.spec/reports/rollbacks/r1/summary.json', success);
      const root = makeProject();
      mkdirSync(join(root, link, '..'), { recursive: true });
      symlinkSync(join(outside, link), join(root, link));
      expect(read(root)).toBe(null);
    },
  );

  it.each([
    ['alone', success],
    ['in its last line', `planning {\n{"status":"failure"} no\n${success}\n`],
    ['over several lines at the end', `planning\n${JSON.stringify(JSON.parse(success), null, 2)}\n`],
  ])('is found on standard output: %s', (_where, stdout) => {
    expect(read(makeProject(), { stdout })).toMatchObject({ status: 'success', found_in: 'stdout' });
  });

  it('is rather read from its file than from standard output', () => {
    const root = makeProject();
    put(root, '.spec/reports/rollbacks/r1/summary.json', '{"status":"failure"}');
    expect(read(root, { stdout: success })).toMatchObject({ status: 'failure' });
  });
});

describe('what a summary says', () => {
  function parse(value: unknown, name = workflow) {
    return parseSiblingSummary(value, name, 'stdout', redact);
  }

  it.each<readonly [status: string, verdict: string | null]>([
    ['success', 'good'],
    ['OK', 'good'],
    ['healthy', 'good'],
    ['warn', 'doubtful'],
    ['degraded', 'doubtful'],
    ...['succeeded', 'completed', 'passed'].map((word) => [word, 'good'] as const),
    ...['warning', 'partial'].map((word) => [word, 'doubtful'] as const),
    ...['failure', 'failed', 'error', 'unhealthy', 'aborted', 'blocked'].map((word) => [word, 'bad'] as const),
    ['purple', null],
    ['constructor', null],
  ])('is understood: %s is %s', (status, verdict) => {
    expect(parse({ status })).toMatchObject({ status: status.toLowerCase(), verdict });
  });

  it.each<[string, unknown]>([
    ['no object', ['success']],
    ['without a status', { rollback_id: 'r1' }],
    ['with a status that is no text', { status: true }],
    ['with an inherited status', Object.create({ status: 'success' })],
    ['of another workflow', { workflow: 'smartspec_hotfix_assistant', status: 'success' }],
    ['null', null],
  ])('is not believed when it is %s', (_what, value) => {
    expect(parse(value)).toBe(null);
  });

  it('is redacted, bounded and safe to print', () => {
    const reason = `hush-hush-4711 \u001b[31m${'x'.repeat(5000)}`;
    const summary = parse({
      status: 'failure',
      reason,
      metrics: [{ name: '\u001b[2J', status: 'unhealthy' }, null, 7],
    });
    expect(summary?.reason).toMatch(/^\[secret\] x+…$/);
    expect(summary?.reason).toHaveLength(500);
    expect(summary?.breaches).toEqual(['is unhealthy']);
  });

  it('never breaks on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parse({ status: 'ok', reason: value, metrics: value })));
  });
});
