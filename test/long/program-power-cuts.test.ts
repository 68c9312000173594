import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OperationLog } from '../support/disturbed-disk-preload.ts';
import { type Disturb, nameOf, openDisturber } from '../support/disturbed-program.ts';
import type { Fault } from '../support/faulty-disk.ts';
import {
  expectUnharmed,
  expectWholeAgain,
  type Prepared,
  prepare,
  runBuilt,
  undertakings,
} from '../support/program-accidents.ts';
import { inParallel } from '../support/run-program.ts';
import { waysToCut } from '../support/survivors.ts';

let folder = '';
let disturb: Disturb;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-cuts-'));
  disturb = openDisturber(folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

/**
 * What one command can leave out without harm, the last time it does it: `open/` holds the first entry, too, so only what a later command adds to
 * the folder would be missed. The suite of the store lives through several commands and notices it.
 */
const harmless = /^fsync \.spec\/reports\/incidents$/;

describe.each(Object.values(undertakings))('the built program, $name', (undertaking) => {
  let prepared: Prepared;
  let operations: OperationLog = [];
  let names: readonly string[] = [];
  beforeAll(async () => {
    prepared = await prepare(folder, undertaking);
    const undisturbed = await disturb(prepared, null);
    ({ operations } = undisturbed);
    names = operations.map((operation) => nameOf(operation, undisturbed.project));
    await expectTidy(undisturbed.project);
  });

  async function expectTidy(project: string): Promise<void> {
    expect(await runBuilt(project, ['audit', 'verify', '--all'])).toMatchObject({ code: 0, answer: { behind: 0 } });
  }

  /** The process ends as the fault says, then the power goes in this way; null leaves it on. */
  async function endure(fault: Fault | null, cut: string | null): Promise<void> {
    const { project, ended } = await disturb(prepared, fault, cut);
    try {
      if (cut === null && ended.signal === null) await expectTidy(project);
      await expectUnharmed(project, prepared, ended);
      // Everything that follows is the same whatever way the power went.
      if (cut === waysToCut[1]) await expectWholeAgain(project, prepared);
    } finally {
      fs.rmSync(project, { recursive: true });
    }
  }

  test.each(waysToCut)('the power goes at every change of the disk and after the answer: %s', async (way) => {
    const failures: string[] = [];
    await inParallel(operations.length + 1, 2, async (number) => {
      const fault: Fault | null = number < operations.length ? { at: number + 1, kind: 'kill' } : null;
      await endure(fault, way).catch((error: unknown) => {
        failures.push(
          `${names[number] ?? 'after the answer'}: ${error instanceof Error ? error.message : String(error)}`,
        );
      });
    });
    process.stdout.write(
      `${undertaking.name}, ${way}: ${operations.length + 1} points, ${failures.length} went wrong\n`,
    );
    expect(failures).toEqual([]);
  });

  /** Whether any accident tells the program without this one operation from the sound one. */
  async function isCaught(at: number): Promise<boolean> {
    const breaks = (fault: Fault, cut: string | null): Promise<boolean> =>
      endure(fault, cut).then(
        () => false,
        () => true,
      );
    for (const way of [null, ...waysToCut]) if (await breaks({ at, kind: 'skip' }, way)) return true;
    for (let killedAt = at + 1; killedAt <= operations.length; killedAt += 1) {
      for (const way of waysToCut.slice(0, 4)) if (await breaks({ at, kind: 'skip', killedAt }, way)) return true;
    }
    return false;
  }

  test('leaving out any fsync, link or rename is noticed by these accidents', async () => {
    const survivors: string[] = [];
    let tried = 0;
    await inParallel(operations.length, 2, async (number) => {
      const name = names[number] ?? '';
      if (!/^(fsync|link|rename) /.test(name)) return;
      if (harmless.test(name) && names.lastIndexOf(name) === number) return;
      tried += 1;
      if (!(await isCaught(number + 1))) survivors.push(`${number + 1} ${name}`);
    });
    process.stdout.write(`${undertaking.name}: ${tried} operations left out in turn, ${survivors.length} unnoticed\n`);
    expect(survivors).toEqual([]);
  });
});
