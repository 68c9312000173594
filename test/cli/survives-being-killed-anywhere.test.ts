import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Disturb, openDisturber } from '../support/disturbed-program.ts';
import {
  expectNamedOutcome,
  expectUnharmed,
  type Prepared,
  prepare,
  undertakings,
} from '../support/program-accidents.ts';
import { inParallel } from '../support/run-program.ts';

let folder = '';
let disturb: Disturb;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-killed-'));
  disturb = openDisturber(folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

describe.each([undertakings.begin, undertakings.repeat, undertakings.resolve])('$name', (undertaking) => {
  let prepared: Prepared;
  let points = 0;
  beforeAll(async () => {
    prepared = await prepare(folder, undertaking);
    const { ended, operations } = await disturb(prepared, null);
    expect(ended).toMatchObject({ code: 0 });
    points = operations.length;
  });

  test('killed at any change of the disk: the record verifies and the same command simply works', async () => {
    expect(points).toBeGreaterThan(10);
    await inParallel(points, 2, async (number) => {
      const { project, ended } = await disturb(prepared, { at: number + 1, kind: 'kill' });
      expect(ended).toMatchObject({ signal: 'SIGKILL', answer: null });
      await expectUnharmed(project, prepared, ended);
    });
  }, 120_000);

  test('an error of the disk at any change of it is a named outcome, and nothing acknowledged is lost', async () => {
    await inParallel(points, 2, async (number) => {
      const errno = number % 2 === 0 ? 'EIO' : 'ENOSPC';
      const { project, ended } = await disturb(prepared, { at: number + 1, kind: errno });
      expectNamedOutcome(ended, errno);
      await expectUnharmed(project, prepared, ended);
    });
  }, 120_000);
});
