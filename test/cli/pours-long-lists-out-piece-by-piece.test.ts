import { describe, expect, test } from 'vitest';
import { pourRows, type Rows } from '../../src/cli/pour-rows.ts';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

interface Row {
  readonly id: string;
  readonly what: string;
}

function rowsOf(count: number, breaksAt = Number.POSITIVE_INFINITY): Rows<Row> {
  return {
    name: 'rows',
    open: async function* () {
      for (let number = 0; number < count; number += 1) {
        if (number === breaksAt) throw new Error('the disk is gone');
        yield { id: `INC-${number}`, what: `it is ${'very '.repeat(20)}slow` };
      }
    },
    head: ['ID', 'WHAT'],
    cells: ({ id, what }) => [id, what],
    none: 'nothing is there',
  };
}

async function pour(
  rows: Rows<Row>,
  json: boolean,
): Promise<{ readonly pieces: readonly string[]; readonly why: string }> {
  const pieces: string[] = [];
  const why = await pourRows(rows)((text) => pieces.push(text), json).then(
    () => '',
    (error: unknown) => String(error),
  );
  return { pieces, why };
}

describe('rows that are poured', () => {
  test('as JSON are the beginning of one object, however many there are', async () => {
    for (const count of [0, 1, 5000]) {
      const { pieces } = await pour(rowsOf(count), true);
      expect(JSON.parse(`${pieces.join('')}}`).rows).toHaveLength(count);
    }
  });

  test('never gather into more than a small piece', async () => {
    for (const json of [true, false]) {
      const { pieces } = await pour(rowsOf(5000), json);
      expect(pieces.length).toBeGreaterThan(4);
      expect(Math.max(...pieces.map((text) => text.length))).toBeLessThan(200_000);
    }
  });

  test('leave a whole array behind them when what they come from breaks', async () => {
    const { pieces, why } = await pour(rowsOf(10, 3), true);
    expect(why).toContain('the disk is gone');
    expect(JSON.parse(`${pieces.join('')}}`).rows).toHaveLength(3);
  });

  test('stand in columns for a person, under one head', async () => {
    const { pieces } = await pour(rowsOf(2500), false);
    const lines = pieces.join('').trimEnd().split('\n');
    expect(lines).toHaveLength(2501);
    expect(lines.filter((line) => line.startsWith('ID'))).toHaveLength(1);
    expect(new Set(lines.slice(0, 1000).map((line) => line.search(/(?<= )\S/))).size).toBe(1);
    expect((await pour(rowsOf(0), false)).pieces).toEqual(['nothing is there\n']);
  });

  test('carry no escape to a terminal', async () => {
    const hostile = { ...rowsOf(1), cells: () => ['INC-1', '\u001b[2Jgone'] };
    expect((await pour(hostile, false)).pieces.join('')).not.toContain('\u001b');
  });
});

test('a list is one JSON object with the same members as any answer, and --out keeps a copy of all of it', async () => {
  const rig = openRig();
  const { incident_id: id } = await rig.ok('--alert-payload', checkout());
  const listed = await rig.ok('list', '--all', '--out', '.spec/reports/copies');
  expect(listed).toMatchObject({ outcome: 'listed', exit_code: 0, error: null, incidents: [{ id }], silences: [] });
  expect(JSON.parse(rig.read(listed.files['answer'] ?? ''))).toMatchObject({ outcome: 'listed', incidents: [{ id }] });
  const { stdout } = await rig.run('list', '--out', '.spec/reports/copies');
  expect(stdout).toContain(id);
});
