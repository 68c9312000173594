import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/incident/command.ts';
import { receiveAlerts } from '../../src/road/receive-alerts.ts';
import type { ReceivedAlert, Reception } from '../../src/road/reception.ts';
import { placeAt } from '../support/file-place.ts';
import { interruptedStore } from '../support/interrupted-store.ts';
import { receptionsAt } from '../support/reception.ts';
import { alertOf, fact, idOf, minute } from '../support/store-events.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const openPlace = (): (() => Reception) => receptionsAt(placeAt(temporaryFolder()));

const at = (offset: number): Asked => ({ by: null, at: minute(offset), now: minute(offset) });
const alert = (fingerprint: string): ReceivedAlert => ({
  alert: alertOf(fingerprint),
  payload: { fingerprint },
  assessment: { severity: 'SEV-2', because: 'x' },
});

type Story = readonly [what: string, prepare: (open: () => Reception) => Promise<void>, offset: number];

const stories: readonly Story[] = [
  ['a new problem', async () => {}, 0],
  ['an open incident', async (open) => void (await receiveAlerts([alert('a')], at(0), open())), 1],
  [
    'an incident that was over long ago',
    async (open) => {
      const { store } = open();
      await receiveAlerts([alert('a')], at(0), open());
      await store.append(idOf(1), 1, [fact('incident.resolved', { basis: 'x' }, 2)], minute(2));
    },
    600,
  ],
];

describe.each(stories)('two receivers of %s, one of which gets in between', (_what, prepare, offset) => {
  test.each([
    ['the same alert', 'a'],
    ['another alert of the group', 'b'],
  ])('with %s, end in one incident that counts both', async (_which, other) => {
    for (let before = 1; ; before += 1) {
      const open = openPlace();
      await prepare(open);
      const counted = (await open().store.listOpen())
        .filter(({ status }) => status !== 'resolved')
        .reduce((sum, { alert_count }) => sum + alert_count, 0);
      const reception = open();
      const second: Promise<unknown>[] = [];
      const slow = interruptedStore(reception.store, {
        before,
        by: async () => {
          const racing = receiveAlerts([alert(other)], at(offset), open());
          second.push(racing);
          await racing;
        },
      });
      const { results } = await receiveAlerts([alert('a')], at(offset), { ...reception, store: slow.store });
      if (second.length === 0) break;
      const open2 = (await open().store.listOpen()).filter(({ status }) => status !== 'resolved');
      expect(
        open2.map(({ alert_count }) => alert_count),
        `before call ${before}`,
      ).toEqual([counted + 2]);
      expect(results[0]?.incident_id).toBe(open2[0]?.id);
      expect(await open().store.examine(open2[0]?.id ?? '')).toMatchObject({ ok: true, stale: [] });
    }
  });
});

test('twenty receivers at once lose nothing', async () => {
  const open = openPlace();
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, index) => receiveAlerts([alert(index % 2 === 0 ? 'a' : 'b')], at(0), open())),
  );
  const [incident, ...others] = await open().store.listOpen();
  expect(others).toEqual([]);
  expect(incident?.alert_count).toBe(20);
  expect(all.filter(({ results }) => results[0]?.outcome === 'created')).toHaveLength(1);
});
