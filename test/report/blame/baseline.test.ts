import { expect, test } from 'vitest';
import { compareWithBaseline, keyOfFinding } from '../../../src/report/blame/baseline.ts';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

const text = 'It was human error.\n\nThe vendor dropped the ball.';
const findings = checkBlame(text);
const [first] = findings;
const key = first === undefined ? '' : keyOfFinding(first);

test('an accepted finding is set aside and the others stay open', () => {
  const { open, accepted, unused } = compareWithBaseline(findings, [{ key, reason: 'quoted from the provider' }]);
  expect(accepted).toEqual([first]);
  expect(open).toHaveLength(1);
  expect(unused).toEqual([]);
});

test('the key survives edits elsewhere and a change of case', () => {
  const moved = checkBlame('New summary.\n\nIt was HUMAN\nERROR.');
  expect(moved.map(keyOfFinding)).toEqual([key]);
});

test('without a reason nothing is accepted', () => {
  expect(compareWithBaseline(findings, [{ key, reason: '  ' }]).open).toHaveLength(2);
});

test('an entry that matches nothing is reported as unused', () => {
  const entry = { key: 'human-error: gone', reason: 'old' };
  expect(compareWithBaseline(findings, [entry]).unused).toEqual([entry]);
});
