import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkAction } from '../../../src/report/blame/weak-action.ts';

const lines = readFileSync(new URL('../../fixtures/actions/weak-and-strong.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const ofKind = (kind: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(2));
const isWeak = (text: string): boolean => checkAction({ text, owner: 'platform team', due: '2026-12-01' }).length > 0;

test.each(ofKind('S'))('strong: %s', (text) => {
  expect(isWeak(text)).toBe(false);
});

test.each(ofKind('W'))('weak: %s', (text) => {
  expect(isWeak(text)).toBe(true);
});
