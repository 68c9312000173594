import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DeliveryFault, Message } from '../../src/notify/notifier.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { aMessage, openForTest } from './rig.ts';

const pagers = fileURLToPath(new URL('../fixtures/pagers/', import.meta.url));

function openPager(command: readonly string[], changes: Partial<Parameters<typeof openForTest>[0]> = {}) {
  return openForTest({ config: { webhook: {}, command: { pager: command } }, environment: process.env, ...changes });
}

function aPage(changes: Partial<Message> = {}): Message {
  return aMessage({ channel: 'command', to: '+1 202 555 0101', via: 'pager', kind: 'page', ...changes });
}

describe('a command', () => {
  test('is told the message as JSON on stdin, and nothing in its arguments', async () => {
    const file = path.join(temporaryFolder(), 'told.json');
    const pager = [`${pagers}keep.mjs`, file, '--stdin', '$(touch evil); `x`'];
    expect(await openPager(pager).deliver(aPage(), [])).toEqual({ ok: true, reference: null });
    const kept = JSON.parse(fs.readFileSync(file, 'utf8'));
    expect(kept.arguments).toEqual(['--stdin', '$(touch evil); `x`']);
    expect(kept.told.endsWith('}\n')).toBe(true);
    expect(JSON.parse(kept.told)).toMatchObject({
      key: aPage().key,
      to: '+1 202 555 0101',
      subject: '[SEV-2] You are needed: Checkout answers slowly',
      incident: { id: 'INC-20261123-7KQ2MX' },
    });
  });

  test('runs in the project with its environment, but without the secrets of other channels', async () => {
    const folder = temporaryFolder();
    const config = {
      slack: { token: 'env:SLACK', api_url: 'https://slack.com/api/' },
      webhook: {},
      command: { pager: [`${pagers}keep.mjs`, 'told.json'] },
    };
    const environment = { PATH: process.env['PATH'], SLACK: 'not for pagers', PAGER_KEY: 'for pagers' };
    expect(await openForTest({ config, environment, projectRoot: folder }).deliver(aPage(), [])).toMatchObject({
      ok: true,
    });
    const { environment: found } = JSON.parse(fs.readFileSync(path.join(folder, 'told.json'), 'utf8'));
    expect(found).toMatchObject({ PAGER_KEY: 'for pagers' });
    expect(found).not.toHaveProperty('SLACK');
  });

  test('that does not read, or leaves somebody behind, has delivered when it says so', async () => {
    const long = aPage({ text: 'x'.repeat(500_000) });
    for (const name of ['deaf.sh', 'lingering.sh']) {
      const started = performance.now();
      expect(await openPager([`${pagers}${name}`]).deliver(long, [])).toEqual({ ok: true, reference: null });
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});

const codes: readonly (readonly [code: number, reason: DeliveryFault, retry: boolean])[] = [
  [1, 'command-failed', true],
  [7, 'command-failed', true],
  [75, 'command-failed', true],
  [64, 'command-failed', false],
  [78, 'command-failed', false],
  [126, 'command-failed', false],
  [127, 'command-failed', false],
  [67, 'recipient-unknown', false],
  [68, 'recipient-unknown', false],
  [77, 'not-permitted', false],
];

describe('when a command fails', () => {
  test.each(codes)('exit code %i is %s, retry %s, with the last line it wrote', async (code, reason, retry) => {
    const delivery = await openPager([`${pagers}fail.sh`, String(code), 'the modem is busy']).deliver(aPage(), []);
    expect(delivery).toEqual({
      ok: false,
      reason,
      detail: `The command pager ended with exit code ${code}: the modem is busy`,
      retry,
      retry_after: null,
    });
  });

  test('one that hangs is stopped with everybody it started', async () => {
    const file = path.join(temporaryFolder(), 'ids');
    const delivery = await openPager([`${pagers}hang.sh`, file], { patience: 500 }).deliver(aPage(), []);
    expect(delivery).toMatchObject({ ok: false, reason: 'timed-out', retry: true });
    const ids = fs.readFileSync(file, 'utf8').trim().split('\n').map(Number);
    expect(ids).toHaveLength(2);
    await expect.poll(() => ids.filter(isRunning), { timeout: 3_000 }).toEqual([]);
  });

  test.each([
    ['that does not exist', ['/nowhere/pager'], 'command-failed', false],
    ['that is a folder', [pagers], 'command-failed', false],
    ['with a NUL in it', ['/bin/echo', 'a\0b'], 'command-failed', false],
    ['that is empty', [], 'not-configured', false],
  ] as const)('one %s is %s', async (_what, command, reason, retry) => {
    expect(await openPager(command).deliver(aPage(), [])).toMatchObject({ ok: false, reason, retry });
  });

  test('one that is ended by a signal is tried again', async () => {
    const delivery = await openPager(['/bin/sh', '-c', 'kill -9 $$']).deliver(aPage(), []);
    expect(delivery).toMatchObject({
      reason: 'command-failed',
      detail: 'The command pager was ended by SIGKILL.',
      retry: true,
    });
  });

  test('a name that is not configured starts nothing', async () => {
    for (const via of ['other', '__proto__', 'toString', null]) {
      const delivery = await openPager(['/bin/true']).deliver(aPage({ via }), []);
      expect(delivery).toMatchObject({ reason: 'not-configured', retry: false });
    }
  });
});

/** An orphan that nobody collects still answers signals, so a dead one is recognised by its state. */
function isRunning(id: number): boolean {
  try {
    const stat = fs.readFileSync(`/proc/${id}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
