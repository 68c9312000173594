import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { openRig } from '../support/rig.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

/** A machine with a folder of its own, and the database that all of them share. */
function openMachine(url: string) {
  const rig = openRig('incident_response:\n  store: { kind: postgres, url: env:DATABASE_URL }\n');
  const run = (...args: readonly string[]) => rig.runWith({ env: { DATABASE_URL: url } }, ...args, '--json');
  return { rig, run };
}

const alert = JSON.stringify({ title: 'slow', service: 'checkout', severity: 'critical', status: 'firing' });
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

test('a change that one machine hands in is a suspect on another, and a hypothesis at triage', async () => {
  const url = server.newPlace();
  const [one, other] = [openMachine(url), openMachine(url)];
  const given = [
    'change',
    'add',
    'checkout v2',
    '--service',
    'checkout',
    '--deployment-id',
    'deploy-7',
    '--at',
    ago(10),
  ];
  expect(await one.run(...given)).toMatchObject({ code: 0, json: { outcome: 'change-added', files: {} } });
  expect(await other.run(...given)).toMatchObject({ code: 0, json: { outcome: 'change-known' } });
  expect(one.rig.files('.spec/reports')).toEqual([]);

  const { json } = await other.run('--alert-payload', alert);
  const shown = await one.run('timeline', json.incident_id);
  expect(JSON.stringify(shown.json['timeline'])).toContain('suspect deploy-7: checkout v2');
  const suspects = await one.run('suspects', json.incident_id);
  expect(suspects.json['suspects']).toMatchObject([{ deployment_id: 'deploy-7', kind: 'change-event' }]);
});

test('one that is handed in while the database is away is kept here, and known to all when it is back', async () => {
  const url = server.newPlace();
  const [one, other] = [openMachine(url), openMachine(url)];
  await one.run('list');
  await server.stop();
  try {
    const kept = await one.run('change', 'add', 'checkout v3', '--service', 'checkout', '--at', ago(5));
    expect(kept.json).toMatchObject({ outcome: 'change-added' });
    expect(one.rig.files('.spec/reports/incidents/changes')).toHaveLength(1);
  } finally {
    await server.start();
  }
  const { json } = await one.run('--alert-payload', alert);
  expect((await one.run('suspects', json.incident_id)).json['suspects']).toMatchObject([{ title: 'checkout v3' }]);
  expect((await other.run('suspects', json.incident_id)).json['suspects']).toMatchObject([{ title: 'checkout v3' }]);
});
