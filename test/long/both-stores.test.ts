import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { inParallel, type ProgramEnded, runProgram } from '../support/run-program.ts';
import { payloadOf, sharedProject } from '../support/shared-project.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres('-c', 'max_connections=120');
});
afterAll(() => server.end());

const services = ['checkout', 'search', 'login', 'mail'];

/** A repeatable choice. */
function pick<Item>(from: readonly Item[], seed: number): Item | undefined {
  return from[(((seed * 2654435761) >>> 0) % 65_521) % from.length];
}

function onRecord({ answer }: ProgramEnded): number {
  const { incidents } = answer;
  if (!Array.isArray(incidents)) return 0;
  return incidents.reduce((sum: number, incident: { alert_count: number }) => sum + incident.alert_count, 0);
}

describe.each(['file', 'postgres'] as const)('records kept in: %s', (kind) => {
  test('eight processes that do anything to four incidents lose nothing and do nothing twice', async () => {
    const project = kind === 'file' ? temporaryFolder() : sharedProject();
    const env = { DATABASE_URL: server.newPlace() };
    const run = (...args: readonly string[]) => runProgram(project, args, env);
    const ids: string[] = [];
    for (const service of services) {
      const { answer } = await run('--alert-payload', payloadOf(service));
      ids.push(String(answer['incident_id']));
    }
    const notes: string[] = [];
    let alerts = services.length;
    await inParallel(160, 8, async (number) => {
      const place = Math.abs(Math.imul(number + 1, 40_503)) % services.length;
      const [id = '', service = ''] = [ids[place], services[place]];
      const choice = pick(['note', 'note', 'alert', 'alert', 'ack', 'severity'], number + 7);
      if (choice === 'note') {
        const text = `number ${String(number).padStart(4, '0')}`;
        expect((await run('note', id, text)).code).toBe(0);
        notes.push(text);
      } else if (choice === 'alert') {
        expect((await run('--alert-payload', payloadOf(service))).code).toBe(0);
        alerts += 1;
      } else if (choice === 'ack') expect((await run('ack', id)).code).toBe(0);
      else expect([0, 4]).toContain((await run('severity', id, 'SEV-3', '--because', `because of ${number}`)).code);
    });
    const found: string[] = [];
    for (const id of ids) {
      const { answer } = await run('timeline', id);
      found.push(...(JSON.stringify(answer['timeline']).match(/(?<="text":"[^"]*)number \d{4}/g) ?? []));
    }
    expect([...new Set(found)].toSorted()).toEqual(notes.toSorted());
    expect(onRecord(await run('list', '--all'))).toBe(alerts);
    expect(await run('audit', 'verify', '--all')).toMatchObject({
      code: 0,
      answer: { outcome: 'verified', checked: 4 },
    });
  });
});

test('a database that is stopped and started in the middle of a storm costs none of 200 alerts', async () => {
  const project = sharedProject();
  const env = { DATABASE_URL: server.newPlace() };
  const codes: (number | null)[] = [];
  const troubles: unknown[] = [];
  let outage: Promise<void> | null = null;
  await inParallel(200, 8, async (number) => {
    if (number === 60) {
      outage = (async () => {
        await server.stop();
        await new Promise((resolve) => setTimeout(resolve, 2500));
        await server.start();
      })();
    }
    const service = services[number % services.length] ?? '';
    const taken = await runProgram(project, ['--alert-payload', payloadOf(service, `metric-${number % 3}`)], env);
    codes.push(taken.code);
    if (taken.code !== 0 && taken.code !== 3) troubles.push(taken.answer['error'] ?? taken);
  });
  await outage;
  expect(troubles).toEqual([]);
  expect(codes).toContain(3);
  const carried = await runProgram(project, ['tick'], env);
  expect(carried.answer['waiting_to_share']).toBeUndefined();
  expect(onRecord(await runProgram(project, ['list', '--all'], env))).toBe(200);
  expect(await runProgram(project, ['audit', 'verify', '--all'], env)).toMatchObject({ code: 0 });
  const open = (await runProgram(project, ['list'], env)).answer['incidents'] as { readonly service: string }[];
  expect(open.map(({ service }) => service).toSorted()).toEqual(services.toSorted());
});
