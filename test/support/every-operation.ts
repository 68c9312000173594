import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import type { Fault } from './faulty-disk.ts';
import { expectListsAgree, expectSound, expectTrouble, lifeLength, liveThrough } from './store-scenario.ts';

/** Lends an empty project folder to the work and removes it afterwards. */
export async function inEmptyProject<Result>(work: (project: string) => Promise<Result>): Promise<Result> {
  const project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'incident-accident-')));
  try {
    return await work(project);
  } finally {
    fs.rmSync(project, { recursive: true, force: true });
  }
}

/** Runs one check for every operation of a whole life, and for the moment after the last, naming where it fails. */
export async function atEveryOperation(check: (at: number, project: string) => Promise<void>): Promise<void> {
  const { disk, acknowledged } = await inEmptyProject((project) => liveThrough(project, null));
  expect(acknowledged).toHaveLength(2 * lifeLength);
  const failures: string[] = [];
  for (let at = 1; at <= disk.operations.length + 1; at += 1) {
    const operation = disk.operations[at - 1];
    const where = operation === undefined ? 'the end' : `${operation.name} ${path.basename(operation.path)}`;
    await inEmptyProject((project) => check(at, project)).catch((error: unknown) => {
      failures.push(`operation ${at}, ${where}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  expect(failures).toEqual([]);
}

/** Lives through the fault and checks that nothing acknowledged was lost and nothing is in the way. */
export async function survive(project: string, fault: Fault): Promise<void> {
  const { acknowledged, error } = await liveThrough(project, fault);
  expectTrouble(error);
  await expectListsAgree(project);
  await expectSound(project, acknowledged);
}
