import { describe, expect, test } from 'vitest';
import { atEveryOperation, inEmptyProject, survive } from '../support/every-operation.ts';
import type { Fault } from '../support/faulty-disk.ts';
import { expectListsAgree, expectSound, expectTidy, lifeLength, liveThrough } from '../support/store-scenario.ts';
import { survivorsOf, waysToCut } from '../support/survivors.ts';

test('a write that is cut in half when the process dies is never taken for an entry', async () => {
  await atEveryOperation((at, project) => survive(project, { at, kind: 'torn' }));
});

describe('an error that comes once, at any operation, is told as trouble and loses nothing', () => {
  test.each(['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'EACCES'] as const)('%s', async (kind) => {
    await atEveryOperation((at, project) => survive(project, { at, kind }));
  });
});

describe('an error that stays, from any operation on, is told as trouble and loses nothing', () => {
  test.each(['EIO', 'EDQUOT', 'EROFS', 'EACCES'] as const)('%s', async (kind) => {
    await atEveryOperation((at, project) => survive(project, { at, kind, sticky: true }));
  });
});

const subsets: readonly string[] = [
  ...waysToCut.slice(2),
  ...Array.from({ length: 8 }, (_, seed) => `coin ${seed + 1}`),
];

describe('a power cut at any operation loses nothing that was acknowledged', () => {
  test.each(subsets)('%s', async (way) => {
    await atEveryOperation(async (at, project) => {
      const { disk, acknowledged } = await liveThrough(project, { at, kind: 'kill' });
      disk.cutPower(survivorsOf(way));
      await expectSound(project, acknowledged);
    });
  });
});

const cuts = waysToCut.slice(0, 4);

/** Whether any accident tells a life with one operation left out from a sound one. */
async function isCaught(at: number): Promise<boolean> {
  for (let until = 1; until <= lifeLength; until += 1) {
    for (const way of [null, ...cuts]) if (await breaks({ at, kind: 'skip' }, until, way)) return true;
  }
  for (let killedAt = at + 1; killedAt < at + 20; killedAt += 1) {
    for (const way of [null, ...cuts]) {
      if (await breaks({ at, kind: 'skip', killedAt }, lifeLength, way)) return true;
    }
  }
  return false;
}

async function breaks(fault: Fault, until: number, way: string | null): Promise<boolean> {
  const sound = await inEmptyProject(async (project) => {
    const { disk, acknowledged, error } = await liveThrough(project, fault, until);
    if (!disk.killed && (error !== null || acknowledged.length < 2 * until)) return false;
    if (way !== null) disk.cutPower(survivorsOf(way));
    else if (disk.killed) await expectListsAgree(project);
    else await expectTidy(project);
    await expectSound(project, acknowledged);
    return true;
  }).catch(() => false);
  return !sound;
}

/** What may be left out without harm, because the very next step notices and does it again. */
const harmless = /link index\.jsonl$/;

test('leaving out any fsync, link or rename is noticed by these accidents', async () => {
  const { disk } = await inEmptyProject((project) => liveThrough(project, null));
  const survivors: string[] = [];
  for (const [index, { name, path }] of disk.operations.entries()) {
    if (name !== 'fsync' && name !== 'link' && name !== 'rename') continue;
    const what = `${name} ${path.split('/incidents/').at(-1)}`;
    if (!harmless.test(what) && !(await isCaught(index + 1))) survivors.push(`${index + 1} ${what}`);
  }
  expect(survivors).toEqual([]);
});
