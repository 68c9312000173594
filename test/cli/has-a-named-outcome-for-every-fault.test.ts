import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, program, type Rig } from '../support/rig.ts';

const support = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const records = '.spec/reports/incidents';

async function withAlert(): Promise<{ readonly rig: Rig; readonly id: string }> {
  const rig = openRig();
  return { rig, id: (await rig.ok('--alert-payload', checkout())).incident_id };
}

async function expectOneSoundRecord(rig: Rig): Promise<void> {
  expect(await rig.ok('list', '--all')).toMatchObject({ incidents: [expect.anything()] });
  expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ outcome: 'verified', checked: 1 });
}

describe('a disk that reports errors', () => {
  test.each([
    ['EIO', 'input-output-error'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
  ])('%s while an alert is added is told by its name, and the record stays as it was', async (fault, reason) => {
    const { rig, id } = await withAlert();
    const how = { node: ['--require', support('failing-disk.cjs')], env: { FAULT: fault, FAULT_AFTER: '0' } };
    const hit = await rig.runWith(how, '--alert-payload', checkout(), '--json');
    expect(hit).toMatchObject({ code: 1, json: { error: { reason }, incident_id: null } });
    expect(hit.stderr).not.toMatch(/\n {4}at /);
    expect(rig.state(id).alert_count).toBe(1);
    await expectOneSoundRecord(rig);
  });

  test.each(['EIO', 'EROFS', 'ENOSPC'])('%s takes nothing from whoever only looks', async (fault) => {
    const { rig, id } = await withAlert();
    const how = { node: ['--require', support('failing-disk.cjs')], env: { FAULT: fault, FAULT_AFTER: '0' } };
    for (const args of [['list'], ['show', id], ['timeline', id], ['status'], ['audit', 'verify', '--all']]) {
      const { code, stdout } = await rig.runWith(how, ...args);
      expect({ args, code }).toEqual({ args, code: 0 });
      expect(stdout).not.toBe('');
    }
  });
});

describe('a folder that is gone', () => {
  test.each([
    ['tmp', `${records}/tmp`],
    ['the alerts of the incident', `${records}/<id>/alerts`],
    ['everything but the record', `${records}/<id>/incident.json`],
  ])('(%s) is made again by the next command', async (_name, folder) => {
    const { rig, id } = await withAlert();
    rmSync(join(rig.folder, folder.replace('<id>', id)), { recursive: true });
    expect(await rig.ok('--alert-payload', checkout())).toMatchObject({ outcome: 'deduplicated', incident_id: id });
    await expectOneSoundRecord(rig);
  });

  test('(what is listed as open) is told by verify, and put back by a rebuild', async () => {
    const { rig, id } = await withAlert();
    rmSync(join(rig.folder, records, 'open'), { recursive: true });
    expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ checked: 1, behind: 1 });
    await rig.ok('audit', 'rebuild', '--all');
    expect(await rig.ok('--alert-payload', checkout())).toMatchObject({ outcome: 'deduplicated', incident_id: id });
  });

  test('(all of them) is a project without incidents, and the next alert begins anew', async () => {
    const { rig } = await withAlert();
    rmSync(join(rig.folder, '.spec/reports'), { recursive: true });
    expect((await rig.ok('list', '--all'))['incidents']).toEqual([]);
    expect(await rig.ok('--alert-payload', checkout())).toMatchObject({ outcome: 'created' });
    await expectOneSoundRecord(rig);
  });

  test('in the middle of a command is told as such, nothing is acknowledged, and the same command works', async () => {
    const { rig, id } = await withAlert();
    const how = {
      node: ['--require', support('vanishing-folder.cjs')],
      env: { VANISH: join(rig.folder, records) },
    };
    const hit = await rig.runWith(how, 'note', id, 'seen', '--json');
    expect(hit).toMatchObject({ code: 1, json: { error: { reason: 'folder-vanished' } } });
    expect(await rig.ok('--alert-payload', checkout())).toMatchObject({ outcome: 'created' });
  });

  test('under the feet of the command is told, and is no bug', () => {
    const { folder } = openRig();
    const gone = join(folder, 'gone');
    mkdirSync(gone);
    for (const args of [['list'], ['--alert-payload', checkout()]]) {
      const shell = 'rmdir "$PWD" && exec "$0" "$@"';
      const ran = spawnSync('/bin/sh', ['-c', shell, process.execPath, program, ...args, '--json'], { cwd: gone });
      expect({ code: ran.status, error: JSON.parse(String(ran.stdout)).error.reason }).toEqual({
        code: 1,
        error: 'folder-vanished',
      });
      mkdirSync(gone);
    }
  });
});

describe('a clock that jumps back', () => {
  const at = (seconds: number) => ({
    node: ['--require', support('shift-clock.cjs')],
    env: { CLOCK_SHIFT: String(seconds) },
  });

  test('by hours and days between commands keeps the order of entries, and gives no negative durations', async () => {
    const { rig, id } = await withAlert();
    const road: readonly (readonly [shift: number, ...args: string[]])[] = [
      [-10_800, 'ack', '--as', 'ana'],
      [-90_000, 'note', 'the clock is off'],
      [-7200, '--alert-payload', checkout()],
      [-3600, 'verify', '--attest', 'latency is back'],
      [-9000, 'resolve'],
    ];
    for (const [shift, ...args] of road) {
      expect(await rig.runWith(at(shift), ...args, '--json')).toMatchObject({ code: 0, json: { incident_id: id } });
    }
    const { status, alert_count, durations, timeline } = rig.state(id);
    expect({ status, alert_count }).toEqual({ status: 'resolved', alert_count: 2 });
    for (const seconds of Object.values(durations)) expect(seconds ?? 0).toBeGreaterThanOrEqual(0);
    const seqs = timeline.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
    await expectOneSoundRecord(rig);
  });

  test('loses no claim: an alert from before the incident is still the same problem', async () => {
    const { rig, id } = await withAlert();
    for (const shift of [-1, -60, -86_400]) {
      const again = await rig.runWith(at(shift), '--alert-payload', checkout(), '--json');
      expect(again.json).toMatchObject({ outcome: 'deduplicated', incident_id: id });
    }
    expect(rig.state(id).alert_count).toBe(4);
  });
});

describe('several commands that decide at once', () => {
  const atOnce = (rig: Rig, count: number, ...args: readonly string[]) =>
    Promise.all(Array.from({ length: count }, () => rig.run(...args, '--json')));

  test('are told apart: one resolves, the others are refused, and the record says it once', async () => {
    const { rig, id } = await withAlert();
    await rig.ok('ack', id);
    await rig.ok('verify', id, '--attest', 'latency is back');
    const ended = await atOnce(rig, 6, 'resolve', id);
    expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 4, 4, 4, 4, 4]);
    for (const { json } of ended) if (json.error !== null) expect(json.error.reason).toBe('not-in-this-status');
    expect(rig.state(id).timeline.filter(({ type }) => type === 'incident.resolved')).toHaveLength(1);
    await expectOneSoundRecord(rig);
  });

  test('that do not exclude each other are all kept', async () => {
    const { rig, id } = await withAlert();
    const ended = await atOnce(rig, 6, 'note', id, 'all of us saw it');
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rig.state(id).timeline.filter(({ type }) => type === 'note.added')).toHaveLength(6);
    await expectOneSoundRecord(rig);
  });

  test('begin one incident for one problem', async () => {
    const rig = openRig();
    const ended = await atOnce(rig, 6, '--alert-payload', checkout());
    expect(new Set(ended.map(({ json }) => json.incident_id)).size).toBe(1);
    expect(ended.filter(({ json }) => json.outcome === 'created')).toHaveLength(1);
    await expectOneSoundRecord(rig);
  });
});
