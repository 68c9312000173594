import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../support/faulty-disk.ts';
import { expectSound, expectTrouble, liveThrough } from '../support/store-scenario.ts';

let base = '';
beforeAll(() => {
  base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'incident-accidents-')));
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

let folders = 0;
function emptyProject(): string {
  folders += 1;
  const folder = path.join(base, String(folders));
  fs.mkdirSync(folder);
  return folder;
}

async function countOperations(): Promise<number> {
  const { disk, acknowledged } = await liveThrough(emptyProject(), null);
  expect(acknowledged).toHaveLength(6);
  return disk.operations.length;
}

/** Runs one check for every operation of a whole life and names the operation where it fails. */
async function atEveryOperation(check: (at: number, project: string) => Promise<void>): Promise<void> {
  const total = await countOperations();
  const failures: string[] = [];
  for (let at = 1; at <= total + 1; at += 1) {
    const project = emptyProject();
    try {
      await check(at, project);
    } catch (error) {
      failures.push(`operation ${at}: ${error instanceof Error ? error.message : String(error)}`);
    }
    fs.rmSync(project, { recursive: true, force: true });
  }
  expect(failures).toEqual([]);
}

async function survive(project: string, fault: Fault): Promise<void> {
  const { acknowledged, error, disk } = await liveThrough(project, fault);
  try {
    expectTrouble(error);
    await expectSound(project, acknowledged);
  } catch (failure) {
    const operation = disk.operations[fault.at - 1];
    throw new Error(
      `${JSON.stringify(operation)} after [${acknowledged}]: ${failure instanceof Error ? failure.message : failure}`,
    );
  }
}

describe('a process that dies loses nothing it acknowledged and leaves nothing in the way', () => {
  test.each(['kill', 'torn'] as const)(
    '%s at every operation',
    async (kind) => {
      await atEveryOperation((at, project) => survive(project, { at, kind }));
    },
    120_000,
  );
});

describe('a disk that fails is told as trouble and loses nothing', () => {
  test.each(['EIO', 'ENOSPC', 'EROFS'] as const)(
    '%s once, at every operation',
    async (kind) => {
      await atEveryOperation((at, project) => survive(project, { at, kind }));
    },
    120_000,
  );

  test.each(['ENOSPC', 'EROFS'] as const)(
    '%s from every operation on',
    async (kind) => {
      await atEveryOperation((at, project) => survive(project, { at, kind, sticky: true }));
    },
    120_000,
  );
});

describe('a power cut loses nothing that was acknowledged', () => {
  test.each([
    ['names that were not fsynced are lost', () => false],
    ['names are kept, contents that were not fsynced are lost', () => true],
    ['the oldest name is lost, later ones are kept', (age: number) => age > 0],
    ['only the latest name is kept', (age: number, total: number) => age === total - 1],
  ] as const)(
    '%s, at every operation',
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
