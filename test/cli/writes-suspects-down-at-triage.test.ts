import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startListener } from '../support/listener.ts';
import { openRig, type Rig } from '../support/rig.ts';

const alert = (title: string, service = 'checkout'): string =>
  JSON.stringify({ title, service, severity: 'critical', status: 'firing' });

/** A project in a repository whose latest commit is a second old. */
async function repository(config?: string): Promise<Rig> {
  const rig = openRig(config);
  const git = (...args: readonly string[]): void => {
    const asX = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
    execFileSync('git', [...asX, ...args], { cwd: rig.folder, stdio: 'ignore' });
  };
  git('init', '-q');
  rig.write('src/checkout/price.ts', 'export {};\n');
  git('add', 'src');
  git('commit', '-q', '-m', 'Round prices in checkout');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return rig;
}

const hypotheses = (rig: Rig, id: string): readonly string[] =>
  rig
    .state(id)
    .timeline.flatMap(({ type, by, data, text }) =>
      type === 'note.added' && data['kind'] === 'hypothesis' && by === null ? [text] : [],
    );

/** Puts a git before the real one that leaves a line each time it is asked. */
function watchGit(rig: Rig, then = 'exec "$REAL" "$@"'): { readonly env: Record<string, string>; asked(): number } {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const trace = path.join(rig.folder, 'git.trace');
  rig.write('bin/git', `#!/bin/sh\nREAL=${real}\necho asked >> '${trace}'\n${then}\n`, 0o755);
  return {
    env: { PATH: `${path.join(rig.folder, 'bin')}:${process.env['PATH'] ?? ''}` },
    asked: () => (fs.existsSync(trace) ? fs.readFileSync(trace, 'utf8').trim().split('\n').length : 0),
  };
}

describe('an incident that begins', () => {
  test.each<[string, (rig: Rig) => Promise<string>]>([
    ['with an alert', async (rig) => (await rig.ok('--alert-payload', alert('slow'))).incident_id],
    [
      'with a person',
      async (rig) => (await rig.ok('declare', 'slow', '--service', 'checkout', '--severity', 'SEV-2')).incident_id,
    ],
    [
      'with a stream',
      async (rig) => {
        const stdin = `${alert('slow')}\n${alert('slow')}\n${alert('down', 'search')}\n`;
        const { stdout, code } = await rig.runWith({ stdin }, '--alert-payload', '-', '--json');
        expect(code).toBe(0);
        const [first = '', , third = ''] = stdout.split('\n');
        expect(hypotheses(rig, JSON.parse(third).incident_id)).toHaveLength(1);
        return JSON.parse(first).incident_id;
      },
    ],
    [
      'with a listener',
      async (rig) => {
        const listener = await startListener(rig);
        const { body } = await listener.send('/alerts', { body: alert('slow') });
        const id = String(body['incident_id']);
        await expect.poll(() => hypotheses(rig, id).length, { timeout: 20_000 }).toBe(1);
        expect(await listener.stop()).toBe(0);
        return id;
      },
    ],
  ])('%s has its likeliest suspects as hypotheses of the program', async (_how, begin) => {
    const rig = await repository();
    const id = await begin(rig);
    expect(hypotheses(rig, id)).toEqual([expect.stringMatching(/suspect [0-9a-f]{7,}: Round prices in checkout\./)]);
    expect((await rig.run('audit', 'verify', id)).code).toBe(0);
  });

  test('has them from changes alone as well, where there is no repository', async () => {
    const rig = openRig();
    await rig.ok('change', 'add', 'checkout v2', '--service', 'checkout', '--deployment-id', 'deploy-7');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { incident_id: id } = await rig.ok('--alert-payload', alert('slow'));
    expect(hypotheses(rig, id)).toEqual([expect.stringContaining('suspect deploy-7: checkout v2')]);
  });

  test('is answered before anything is looked for, and keeps its answer when git never comes back', async () => {
    const rig = await repository();
    const git = watchGit(rig, 'exec sleep 60');
    const ran = await rig.runWith({ env: git.env }, '--alert-payload', alert('slow'), '--json');
    expect(ran).toMatchObject({ code: 0, json: { outcome: 'created', exit_code: 0, error: null } });
    expect(git.asked()).toBeGreaterThan(0);
    expect(hypotheses(rig, ran.json.incident_id)).toEqual([]);
  });
});

describe('git is not asked', () => {
  test.each<[string, string | undefined, readonly string[]]>([
    ['about an alert that repeats', undefined, ['--alert-payload', alert('slow')]],
    ['about another alert of the same incident', undefined, ['--alert-payload', alert('very slow')]],
    ['about an alert that clears', undefined, ['--alert-payload', alert('slow').replace('firing', 'resolved')]],
    ['to rehearse', undefined, ['simulate', alert('down', 'search')]],
    [
      'where the configuration says so',
      'incident_response: { suspects: { at_triage: false } }',
      ['--alert-payload', alert('down', 'search')],
    ],
  ])('%s', async (_what, config, line) => {
    const rig = await repository(config);
    await rig.ok('--alert-payload', alert('slow'));
    const git = watchGit(rig);
    expect((await rig.runWith({ env: git.env }, ...line)).code).toBe(0);
    expect(git.asked()).toBe(0);
  });
});
