import { describe, test } from 'vitest';
import { atEveryOperation, survive } from '../support/every-operation.ts';
import { expectSound, liveThrough } from '../support/store-scenario.ts';

test('a process that dies at any operation loses nothing it acknowledged and leaves nothing in the way', async () => {
  await atEveryOperation((at, project) => survive(project, { at, kind: 'kill' }));
}, 120_000);

test('a disk that is full from any operation on is told as trouble and loses nothing', async () => {
  await atEveryOperation((at, project) => survive(project, { at, kind: 'ENOSPC', sticky: true }));
}, 120_000);

describe('a power cut at any operation loses nothing that was acknowledged', () => {
  test.each<[string, () => boolean]>([
    ['names that were not fsynced are lost', () => false],
    ['names are kept, contents that were not fsynced are lost', () => true],
  ] as const)(
    '%s',
    async (_name, survives) => {
      await atEveryOperation(async (at, project) => {
        const { disk, acknowledged } = await liveThrough(project, { at, kind: 'kill' });
        disk.cutPower(survives);
        await expectSound(project, acknowledged);
      });
    },
    120_000,
  );
});
