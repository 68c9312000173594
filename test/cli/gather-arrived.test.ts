import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gatherArrived } from '../../src/cli/gather-arrived.ts';

async function* arriving(...steps: readonly (string | number)[]): AsyncGenerator<Buffer, void, undefined> {
  for (const step of steps) {
    if (typeof step === 'number') await wait(step);
    else yield Buffer.from(step);
  }
}

async function turnsOf(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const turns: string[] = [];
  for await (const turn of gatherArrived(chunks)) turns.push(turn.toString());
  return turns;
}

test('what has arrived is taken in one turn', async () => {
  expect(await turnsOf(arriving('a', 'b', 'c'))).toEqual(['abc']);
});

test('nobody waits for a sender that pauses', async () => {
  expect(await turnsOf(arriving('a', 'b', 200, 'c', 200))).toEqual(['ab', 'c']);
});

test('a turn ends when it is large enough, so that a stream without pauses is answered, too', async () => {
  const part = 'x'.repeat(300 * 1024);
  expect((await turnsOf(arriving(part, part, part, part, part))).map(({ length }) => length)).toEqual([
    2 * part.length,
    2 * part.length,
    part.length,
  ]);
});

test('an empty stream has no turn', async () => {
  expect(await turnsOf(arriving())).toEqual([]);
});

test.each([
  ['a small turn', 'a'],
  ['a turn that was full', 'a'.repeat(512 * 1024)],
])('a stream that breaks behind %s says so after what had arrived', async (_, part) => {
  async function* breaking(): AsyncGenerator<Buffer, void, undefined> {
    yield Buffer.from(part);
    await wait(50);
    throw new Error('the pipe broke');
  }
  const turns: string[] = [];
  const reading = (async () => {
    for await (const turn of gatherArrived(breaking())) {
      turns.push(turn.toString());
      await wait(100);
    }
  })();
  await expect(reading).rejects.toThrow('the pipe broke');
  expect(turns).toEqual([part]);
});
