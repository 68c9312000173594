import { describe, expect, test } from 'vitest';
import { openRig } from '../support/rig.ts';
import { keepsFiles } from '../support/store-under-test.ts';

const firing = (title: string, more: Record<string, unknown> = {}): string =>
  JSON.stringify({ title, service: 'checkout', severity: 'critical', status: 'firing', ...more });
const quiet = ['silence', 'service=checkout', '--for', '2h', '--because', 'planned upgrade', '--as', 'ana'];

describe('a silence', () => {
  test('keeps matching alerts from opening an incident, and keeps them on record', async () => {
    const rig = openRig();
    const made = await rig.ok(...quiet);
    expect(made['silence']).toMatchObject({ by: 'ana', because: 'planned upgrade' });
    const answer = await rig.ok('--alert-payload', firing('checkout is slow'));
    expect(answer).toMatchObject({ outcome: 'silenced', incident_id: null });
    expect((await rig.ok('list'))['incidents']).toEqual([]);
    expect((await rig.ok('silence', 'list'))['silences']).toMatchObject([{ alert_count: 1, ended_at: null }]);
    if (keepsFiles) {
      const [file] = rig.files('.spec/reports/incidents/silences').filter((name) => name.endsWith('.alerts.jsonl'));
      expect(rig.read(file ?? '')).toContain('checkout is slow');
    }
    const { id } = made['silence'] as { id: string };
    expect((await rig.ok('silence', 'list', id))['alerts']).toMatchObject([{ alert: { title: 'checkout is slow' } }]);
    expect((await rig.run('silence', 'list', id.toLowerCase())).stdout).toContain('checkout is slow (checkout)');
    expect((await rig.ok('silence', 'list', 'SIL-222222'))['alerts']).toEqual([]);
    expect(await rig.ok('--alert-payload', firing('search is slow', { service: 'search' }))).toMatchObject({
      outcome: 'created',
    });
  });

  test('counts what an open incident knows, and lets recoveries pass', async () => {
    const rig = openRig();
    const { incident_id } = await rig.ok('--alert-payload', firing('checkout is slow', { severity: 'warning' }));
    await rig.ok(...quiet);
    expect(await rig.ok('--alert-payload', firing('checkout is slow'))).toMatchObject({ outcome: 'deduplicated' });
    expect(rig.state(incident_id)).toMatchObject({ alert_count: 2, severity: 'SEV-3' });
    expect(await rig.ok('--alert-payload', firing('something new'))).toMatchObject({ outcome: 'silenced' });
    const cleared = await rig.ok('--alert-payload', firing('checkout is slow', { status: 'resolved' }));
    expect(cleared).toMatchObject({ outcome: 'alert-cleared', incident_id });
    expect(cleared.next.map(({ command }) => command)).toContain(`incident verify ${incident_id}`);
  });

  test('is seen in lists, and can be ended before its time', async () => {
    const rig = openRig();
    const { silence } = await rig.ok(...quiet);
    const { id } = silence as { id: string };
    expect((await rig.run('list')).stdout).toContain(id);
    await rig.ok('silence', 'end', id);
    expect((await rig.ok('silence', 'list'))['silences']).toEqual([]);
    expect((await rig.ok('silence', 'list', '--all'))['silences']).toMatchObject([{ id, alert_count: 0 }]);
    expect((await rig.run('silence', 'end', id, '--json')).code).toBe(4);
    expect((await rig.run('silence', 'end', 'SIL-000000', '--json')).code).toBe(2);
    expect(await rig.ok('--alert-payload', firing('checkout is slow'))).toMatchObject({ outcome: 'created' });
  });

  test('is over by itself, and may begin later', async () => {
    const rig = openRig();
    await rig.ok(...quiet, '--from', '2020-01-01T00:00:00Z', '--for', '30d').catch(() => null);
    await rig.ok('silence', 'service=checkout', '--for', '1h', '--because', 'x', '--from', '2099-01-01T00:00:00Z');
    expect(await rig.ok('--alert-payload', firing('checkout is slow'))).toMatchObject({ outcome: 'created' });
  });

  test.each([
    ['no matcher', ['silence', '--for', '2h', '--because', 'x'], 'matcher-missing'],
    ['a word that is no matcher', ['silence', 'checkout', '--for', '2h', '--because', 'x'], 'bad-matcher'],
    ['everything', ['silence', 'title~*', '--for', '2h', '--because', 'x'], 'bad-matcher'],
    ['no end', ['silence', 'service=x', '--because', 'x'], 'length-missing'],
    ['more than a month', ['silence', 'service=x', '--for', '31d', '--because', 'x'], 'too-long'],
    ['no reason', ['silence', 'service=x', '--for', '2h'], 'reason-missing'],
  ])('is refused with %s', async (_name, args, reason) => {
    const { code, json } = await openRig().run(...args, '--json');
    expect({ code, reason: json.error?.reason }).toEqual({ code: 2, reason });
  });
});
