import { expect, test } from 'vitest';
import { alertmanager, checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const firing = (name: string, service = 'search') => alertmanager([{ name, service }]);
const cleared = (name: string, service = 'search') => alertmanager([{ name, service, status: 'resolved' }]);

test('an alert is created, deduplicated, grouped, cleared, reopened, or matches nothing', async () => {
  const rig = openRig();
  const receive = (payload: string) => rig.ok('--alert-payload', payload);

  const nothing = await receive(cleared('SearchSlow'));
  expect(nothing).toMatchObject({
    outcome: 'no-open-incident',
    incident_id: null,
    files: { quarantine: expect.any(String) },
  });

  const first = await receive(firing('SearchSlow'));
  expect(first).toMatchObject({ outcome: 'created', severity: 'SEV-1' });
  const id = first.incident_id;
  const same = { incident_id: id };
  expect(await receive(firing('SearchSlow'))).toMatchObject({ outcome: 'deduplicated', ...same });
  expect(await receive(firing('SearchErrors'))).toMatchObject({ outcome: 'grouped', ...same });
  expect((await receive(firing('IndexLag', 'indexer'))).incident_id).not.toBe(id);
  expect(await receive(cleared('SearchSlow'))).toMatchObject({ outcome: 'alert-cleared', status: 'open', ...same });
  expect(await receive(cleared('SearchErrors'))).toMatchObject({ outcome: 'alert-cleared', ...same });

  expect(await rig.ok('verify', id)).toMatchObject({ outcome: 'verified' });
  expect(await rig.ok('resolve', id)).toMatchObject({ status: 'resolved' });
  expect(await receive(firing('SearchSlow'))).toMatchObject({ outcome: 'reopened', status: 'investigating', ...same });
  expect(rig.state(id)).toMatchObject({ alert_count: 6, resolved_at: null });
}, 60_000);

test('a payload with many alerts answers for each of them, and its headline with the most telling', async () => {
  const rig = openRig();
  await rig.ok('--alert-payload', firing('SearchSlow'));
  const payload = alertmanager([
    { name: 'SearchSlow', service: 'search' },
    { name: 'SearchErrors', service: 'search' },
    { name: 'MailQueue', service: 'mail' },
    { name: 'Unheard', service: 'attic', status: 'resolved' },
  ]);
  const told = await rig.ok('--alert-payload', payload);
  expect(told.outcome).toBe('created');
  expect(told['results']).toMatchObject([
    { outcome: 'deduplicated' },
    { outcome: 'grouped' },
    { outcome: 'created', incident_id: told.incident_id },
    { outcome: 'no-open-incident', incident_id: null },
  ]);
  const { stdout } = await rig.run('--alert-payload', payload);
  expect(stdout).toContain('4 alerts: 3 deduplicated, 1 no-open-incident');
});

test('a repeat raises the severity and never lowers it', async () => {
  const rig = openRig();
  const severities: (string | null)[] = [];
  for (const severity of ['SEV-3', 'SEV-4', 'SEV-1', 'SEV-2', 'mauve']) {
    severities.push((await rig.ok('--alert-payload', checkout({ severity }))).severity);
  }
  expect(severities).toEqual(['SEV-3', 'SEV-3', 'SEV-1', 'SEV-1', 'SEV-1']);
});

test('what is no alert opens no incident, is kept, and says so', async () => {
  const rig = openRig();
  const told = await rig.ok(
    '--alert-payload',
    JSON.stringify({ zen: 'Keep it logically awesome.', hook_id: 1, hook: { type: 'Repository' } }),
  );
  expect(told).toMatchObject({ incident_id: null, files: { quarantine: expect.stringContaining('quarantine/') } });
  expect(told.outcome).toMatch(/not-an-alert/);
  expect(await rig.ok('list', '--all')).toMatchObject({ incidents: [] });
});
