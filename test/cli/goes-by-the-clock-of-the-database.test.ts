import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import type { Rig } from '../support/rig.ts';
import { openTellingRig, pause, toldIn } from './told.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const preload = fileURLToPath(new URL('../support/shift-clock.cjs', import.meta.url));
const hour = 3_600_000;

/** A project whose second person is paged after so long, and machines in it whose clocks are off by some hours. */
function machines(after: string) {
  const rig = openTellingRig(['  store: { kind: postgres, url: env:DATABASE_URL }'], 'works', after);
  const url = server.newPlace();
  const at =
    (hours: number) =>
    async (...args: readonly string[]) => {
      const env = { DATABASE_URL: url, CLOCK_SHIFT: String(hours * 3600) };
      const ran = await rig.runWith({ node: ['--require', preload], env }, ...args, '--json');
      expect(ran.code).toBe(0);
      return ran.json;
    };
  return { rig, at };
}

const declare = ['declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout'] as const;
const called = (rig: Rig) => toldIn(rig).map(({ to }) => to.slice(-1));

test.each([2, -2])('what is due later is not due for a machine whose clock is off by %i hours', async (hours) => {
  const { rig, at } = machines('1h');
  await at(0)(...declare);
  const ticked = await at(hours)('tick');
  expect(ticked).toMatchObject({ attempted: 0 });
  expect(called(rig)).toEqual(['1']);
  const { next_at } = await at(0)('tick');
  expect(ticked['next_at']).toBe(next_at);
});

test.each([2, -2])('what a machine declares whose clock is off by %i hours is due when it should be', async (hours) => {
  const { rig, at } = machines('1s');
  await at(hours)(...declare);
  await pause(1100);
  await at(0)('tick');
  expect(called(rig)).toEqual(['1', '2']);
});

test('entries of two machines are dated by one clock, and doctor names the one that is wrong', async () => {
  const { at } = machines('1h');
  const before = new Date(Date.now() - hour).toISOString();
  const { incident_id } = await at(2)(...declare);
  await at(-2)('ack', '--as', 'ana');
  const shown = await at(0)('show', String(incident_id));
  const dates = JSON.stringify(shown).match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  const after = new Date(Date.now() + hour).toISOString();
  expect(dates.filter((date) => date < before || date > after)).toEqual([]);
  expect(dates.length).toBeGreaterThan(2);
  const { checks } = await at(2)('doctor');
  expect(checks).toContainEqual(
    expect.objectContaining({ name: 'database clock', state: 'warn', text: expect.stringContaining('7200 s ahead') }),
  );
});
