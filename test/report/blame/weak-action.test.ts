import { describe, expect, test } from 'vitest';
import { type ActionText, checkAction } from '../../../src/report/blame/weak-action.ts';

const strong: ActionText = {
  text: 'Add an alert when replica lag is above 30 s',
  owner: 'database on-call',
  due: '2026-02-01',
};
const weaknesses = (change: Partial<ActionText>): readonly string[] =>
  checkAction({ ...strong, ...change }).map((finding) => finding.category);

test('a verb, one outcome, an owner, a date and an end state make a strong action', () => {
  expect(checkAction(strong)).toEqual([]);
});

describe('a strong action by its wording', () => {
  test.each([
    'Show host role and environment in the shell prompt of every database host',
    'Run an automated restore test every night and publish the measured recovery time',
    'Stage rule releases: dogfood, 1%, 10%, all, with automatic stop on CPU',
    'Forbid cross-region promotion in the controller configuration and test it in a game day',
    'Give dashboards their own network path',
    'Report status per component',
    'Drain a path before optics maintenance; the change template requires the drain ticket',
  ])('%s', (text) => {
    expect(weaknesses({ text })).toEqual([]);
  });
});

describe('a weak opener', () => {
  test.each([
    'Improve documentation',
    'Look into replica lag',
    'Investigate the cache by 3 May',
    'Consider a second region',
    'Better monitoring for all 12 services',
    'Make sure the test runs',
    'We should explore 2 options',
  ])('%s', (text) => {
    expect(weaknesses({ text })).toContain('weak-opener');
  });
});

describe('an appeal to attention blocks', () => {
  test.each([
    'Be more careful with rm',
    'Think harder about regexes',
    'Everyone needs to pay more attention during maintenance',
    'Remind engineers to double-check the region',
    'Raise awareness of the runbook',
  ])('%s', (text) => {
    expect(checkAction({ ...strong, text }).filter((finding) => finding.tier === 'block')).toHaveLength(1);
  });
});

describe('what is missing is said', () => {
  test.each<[string, Partial<ActionText>]>([
    ['no-owner', { owner: null }],
    ['owner-is-everybody', { owner: 'All' }],
    ['no-due-date', { due: null }],
    ['no-verb', { text: 'Replica lag alert above 30 s' }],
    ['several-outcomes', { text: 'Add 1 alert and remove the flag and rotate the key' }],
    ['no-end-state', { text: 'Rewrite the adapter' }],
  ])('%s', (category, change) => {
    expect(weaknesses(change)).toEqual([category]);
  });
});

test('an end state may be given apart from the text', () => {
  expect(weaknesses({ text: 'Rewrite the adapter', end_state: 'contract suite green' })).toEqual([]);
});

test('a finding points at the text without the blanks around it', () => {
  const [finding] = checkAction({ ...strong, text: '  Improve it ', due: null });
  expect(finding).toMatchObject({ kind: 'weak-action', line: 1, column: 3, start: 2, end: 12, text: 'Improve it' });
});
