import { describe, test } from 'vitest';
import { atEveryOperation, survive } from '../support/every-operation.ts';
import { expectSound, liveThrough } from '../support/store-scenario.ts';
import { survivorsOf, waysToCut } from '../support/survivors.ts';

test('a process that dies at any operation loses nothing it acknowledged and leaves nothing in the way', async () => {
  await atEveryOperation((at, project) => survive(project, { at, kind: 'kill' }));
}, 120_000);

test('a disk that is full from any operation on is told as trouble and loses nothing', async () => {
  await atEveryOperation((at, project) => survive(project, { at, kind: 'ENOSPC', sticky: true }));
}, 120_000);

describe('a power cut at any operation loses nothing that was acknowledged', () => {
  test.each(waysToCut.slice(0, 2))(
    '%s',
    async (way) => {
      await atEveryOperation(async (at, project) => {
        const { disk, acknowledged } = await liveThrough(project, { at, kind: 'kill' });
        disk.cutPower(survivorsOf(way));
        await expectSound(project, acknowledged);
      });
    },
    120_000,
  );
});
