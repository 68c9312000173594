import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { RecordedEvent } from '../../src/incident/event.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import type { IncidentStore } from '../../src/store/incident-store.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { placeAt } from '../support/file-place.ts';
import { startPostgres, type TestServer } from '../support/postgres-server.ts';
import { openRig, program, type Rig } from '../support/rig.ts';
import { inParallel } from '../support/run-program.ts';
import { declarationOf, idOf } from '../support/store-events.ts';
import { startReceiver } from '../support/webhook-receiver.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const steps = 500;
const mostKills = 12;

interface Place {
  readonly rig: Rig;
  readonly store: IncidentStore;
  readonly env: Readonly<Record<string, string>>;
}

function openPlace(kind: 'file' | 'postgres', hook: string): Place {
  const rig = openRig(
    [
      'incident_response:',
      ...(kind === 'postgres' ? ['  store: { kind: postgres, url: env:DATABASE_URL }'] : []),
      '  escalation: { default: { steps: [{ after: 0m, notify: ["webhook:board"] }] } }',
      `  notifications: { webhook: { board: { url: "${hook}" } } }`,
      'safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }',
    ].join('\n'),
  );
  const url = server.newPlace();
  const place = placeAt(rig.folder);
  if (kind === 'file') return { rig, store: openFileStore(place), env: {} };
  const store = openPostgresStore({ ...place, url, name: 'URL' });
  onTestFinished(() => store.close());
  return { rig, store, env: { DATABASE_URL: url } };
}

/** Two watches; each that is killed is followed by another. */
function startWatches({ rig, env }: Place) {
  let over = false;
  const start = (): ChildProcess =>
    spawn(process.execPath, [program, 'watch', '--interval', '1s', '--quiet'], {
      cwd: rig.folder,
      env: { PATH: process.env['PATH'], HOME: rig.folder, ...env },
      stdio: 'ignore',
    });
  const watches = [start(), start()];
  onTestFinished(() => {
    over = true;
    for (const watch of watches) watch.kill('SIGKILL');
  });
  return {
    kill: (which: number) => {
      watches[which]?.kill('SIGKILL');
      if (!over) watches[which] = start();
    },
  };
}

async function historyOf(store: IncidentStore, id: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.history(id)) events.push(event);
  return events;
}

describe.each(['postgres', 'file'] as const)('records kept in: %s', (kind) => {
  test('two watches killed at random under 500 due steps do each once, and repeat at most one message a kill', async () => {
    let kills = 0;
    let untilKill = 20;
    let watches: ReturnType<typeof startWatches> | null = null;
    const receiver = await startReceiver((response, count) => {
      untilKill -= 1;
      if (untilKill === 0 && kills < mostKills) {
        kills += 1;
        untilKill = 10 + ((count * 7919) % 37);
        // Before it learns that the message got through, or the other one, whatever that one is at.
        watches?.kill(kills % 2);
      }
      response.writeHead(204).end();
    });
    const place = openPlace(kind, receiver.url);
    const { store } = place;
    const recorded_at = new Date().toISOString();
    const ids = Array.from({ length: steps }, (_, index) => idOf(index + 1));
    await inParallel(steps, 4, async (index) => {
      await store.create({ ...declarationOf({ id: ids[index] ?? '', offset: -1440 }), recorded_at });
    });
    watches = startWatches(place);
    const isSettled = async (): Promise<boolean> =>
      (await store.listOpen()).every(({ notifications: [page] }) => page?.state === 'sent');
    // What a killed one had claimed is taken over once its claim has run out.
    await expect.poll(isSettled, { timeout: 400_000, interval: 1000 }).toBe(true);
    expect(kills).toBe(mostKills);

    const times = new Map<string, { readonly maybe_repeated: boolean }[]>();
    for (const { body } of receiver.received) {
      const { key, maybe_repeated } = JSON.parse(body) as { readonly key: string; readonly maybe_repeated: boolean };
      times.set(key, [...(times.get(key) ?? []), { maybe_repeated }]);
    }
    expect(times.size).toBe(steps);
    const repeats = [...times.values()].flatMap(([, ...again]) => again);
    expect(repeats.filter(({ maybe_repeated }) => !maybe_repeated)).toEqual([]);
    expect(repeats.length).toBeLessThanOrEqual(kills);
    for (const id of ids) {
      const types = (await historyOf(store, id)).map(({ type }) => type).filter((type) => /^notification\./.test(type));
      expect(types.filter((type) => type !== 'notification.claimed')).toEqual(['notification.sent']);
      expect(types.length).toBeLessThanOrEqual(3);
      expect(await store.examine(id)).toMatchObject({ ok: true, first_bad: null });
    }
  });
});
