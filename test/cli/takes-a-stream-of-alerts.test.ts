import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { openRig, program, type Told } from '../support/rig.ts';
import { storeEnvironment } from '../support/store-under-test.ts';

const firing = (title: string, service = 'checkout'): string =>
  JSON.stringify({ title, service, severity: 'critical', status: 'firing' });

function lines(stdout: string): readonly Told[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a stream of alerts on standard input', () => {
  test('is answered one line for each, in order', async () => {
    const rig = openRig();
    const stdin = `${firing('a')}\n${firing('a')}${firing('b', 'search')}\n${firing('c')}`;
    const { code, stdout } = await rig.runWith({ stdin }, '--alert-payload', '-', '--json');
    expect(code).toBe(0);
    expect(lines(stdout).map(({ outcome }) => outcome)).toEqual(['created', 'deduplicated', 'created', 'grouped']);
  });

  test('goes on after what cannot be read, which is kept; the worst decides the exit code', async () => {
    const rig = openRig();
    const stdin = `${firing('a')}\n{"title": \n502 Bad Gateway\n${firing('b')}\n`;
    const { code, stdout } = await rig.runWith({ stdin }, '--alert-payload', '-', '--json');
    expect(code).toBe(2);
    const told = lines(stdout);
    expect(told.map(({ outcome }) => outcome)).toEqual(['created', 'quarantined', 'grouped']);
    expect(rig.read(told[1]?.files['quarantine'] ?? '')).toContain('502 Bad Gateway');
  });

  test('of one value is answered like that value given by itself', async () => {
    const rig = openRig();
    const { code, json } = await rig.runWith({ stdin: `\n ${firing('a')}\n\n` }, '--alert-payload', '-', '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ outcome: 'created', severity: 'SEV-1' });
    const text = await rig.runWith({ stdin: firing('a') }, '--alert-payload', '-');
    expect(text.stdout).toContain('deduplicated: the same alert, and its incident is open');
  });

  test('is counted for a person', async () => {
    const { stdout } = await openRig().runWith({ stdin: `${firing('a')}\n${firing('a')}\n` }, '--alert-payload', '-');
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stdout).toContain('2 payloads: 1 created, 1 deduplicated');
  });

  test('is answered while it goes on, each alert being on record by then', async () => {
    const rig = openRig();
    const child = spawn(process.execPath, [program, '--alert-payload', '-', '--json'], {
      cwd: rig.folder,
      env: { ...process.env, ...storeEnvironment(rig.folder) },
    });
    const next = (): Promise<Told> =>
      new Promise((resolve) => child.stdout.once('data', (part: Buffer) => resolve(JSON.parse(part.toString('utf8')))));
    for (let count = 1; count <= 3; count += 1) {
      const answer = next();
      child.stdin.write(`${firing('a')}\n`);
      expect(rig.state((await answer).incident_id).alert_count).toBe(count);
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('that arrived together is kept in few entries', async () => {
    const rig = openRig();
    const stdin = Array.from({ length: 300 }, (_, index) => `${firing(`alert ${index % 5}`)}\n`).join('');
    const { code, stdout } = await rig.runWith({ stdin }, '--alert-payload', '-', '--json');
    expect(code).toBe(0);
    const told = lines(stdout);
    expect(told).toHaveLength(300);
    expect(new Set(told.map(({ incident_id }) => incident_id)).size).toBe(1);
    const state = rig.state(told[0]?.incident_id ?? '');
    expect(state.alert_count).toBe(300);
    expect(state.revision).toBeLessThan(30);
    expect(await rig.ok('audit', 'verify', '--all')).toMatchObject({ exit_code: 0 });
  });
});
