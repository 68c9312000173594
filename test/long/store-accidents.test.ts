import { describe, expect, test } from 'vitest';
import { atEveryOperation, inEmptyProject, survive } from '../support/every-operation.ts';
import type { Fault } from '../support/faulty-disk.ts';
import { expectListsAgree, expectSound, expectTidy, lifeLength, liveThrough } from '../support/store-scenario.ts';

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

/** A repeatable coin for each name, so that a failure can be looked at again. */
function coin(seed: number): (age: number) => boolean {
  return (age) => ((((seed * 2654435761 + age * 40503) >>> 0) ^ (age * 69069 + seed)) & 8) === 0;
}

const subsets: readonly (readonly [string, (age: number, total: number) => boolean])[] = [
  ['the oldest name is lost, later ones are kept', (age) => age > 0],
  ['only the latest name is kept', (age, total) => age === total - 1],
  ['only the oldest name is kept', (age) => age === 0],
  ...Array.from({ length: 8 }, (_, seed) => [`names survive as coin ${seed + 1} falls`, coin(seed + 1)] as const),
];

describe('a power cut at any operation loses nothing that was acknowledged', () => {
  test.each(subsets)('%s', async (_name, survives) => {
    await atEveryOperation(async (at, project) => {
      const { disk, acknowledged } = await liveThrough(project, { at, kind: 'kill' });
      disk.cutPower(survives);
      await expectSound(project, acknowledged);
    });
  });
});

const cuts: readonly ((age: number, total: number) => boolean)[] = [
  () => false,
  () => true,
  (age) => age > 0,
  (age, total) => age === total - 1,
];

/** Whether any accident tells a life with one operation left out from a sound one. */
async function isCaught(at: number): Promise<boolean> {
  for (let until = 1; until <= lifeLength; until += 1) {
    for (const survives of [null, ...cuts]) if (await breaks({ at, kind: 'skip' }, until, survives)) return true;
  }
  for (let killedAt = at + 1; killedAt < at + 20; killedAt += 1) {
    for (const survives of [null, ...cuts]) {
      if (await breaks({ at, kind: 'skip', killedAt }, lifeLength, survives)) return true;
    }
  }
  return false;
}

async function breaks(fault: Fault, until: number, survives: (typeof cuts)[number] | null): Promise<boolean> {
  const sound = await inEmptyProject(async (project) => {
    const { disk, acknowledged, error } = await liveThrough(project, fault, until);
    if (!disk.killed && (error !== null || acknowledged.length < 2 * until)) return false;
    if (survives !== null) disk.cutPower(survives);
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
