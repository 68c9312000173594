import { describe, expect, test } from 'vitest';
import { shareClock } from '../../../src/store/sharing/shared-clock.ts';
import { minute } from '../../support/store-events.ts';

/** A machine and a database whose clocks can be set, and a count of how often the database was asked. */
function clocks(database: string | null) {
  const times = { machine: minute(0), database, elapsed: 0, asked: 0 };
  const askTime = async (): Promise<string | null> => {
    times.asked += 1;
    return times.database;
  };
  const clock = shareClock({ askTime }, { now: () => times.machine, elapsed: () => times.elapsed });
  return { times, clock };
}

describe('the clock that all machines share', () => {
  test.each([
    ['ahead', minute(-120)],
    ['behind', minute(120)],
  ])('is the database’s where the machine is %s, and runs on with the machine’s', async (_how, database) => {
    const { times, clock } = clocks(database);
    await clock.measure();
    expect(clock.now()).toBe(database);
    times.machine = minute(5);
    expect(Date.parse(clock.now()) - Date.parse(database)).toBe(5 * 60_000);
  });

  test('takes the way there and back for no difference', async () => {
    const { clock } = clocks('2026-11-23T12:00:00.900Z');
    await clock.measure();
    expect([clock.skew(), clock.now()]).toEqual([0, minute(0)]);
  });

  test('is the machine’s own as long as the database has told nothing, and is asked for again', async () => {
    const { times, clock } = clocks(null);
    await clock.measure();
    expect([clock.skew(), clock.now()]).toEqual([null, minute(0)]);
    times.database = minute(60);
    await clock.measure();
    expect(clock.now()).toBe(minute(60));
  });

  test('is asked for once by a short call, and again by one that stays while clocks are set', async () => {
    const { times, clock } = clocks(minute(60));
    await clock.measure();
    await clock.measure();
    expect(times.asked).toBe(1);
    Object.assign(times, { machine: minute(90), database: minute(61), elapsed: 60_000 });
    await clock.measure();
    expect([times.asked, clock.now()]).toEqual([2, minute(61)]);
  });
});
