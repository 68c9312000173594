import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Durations, durationFormulas, measureDurations } from '../../src/incident/durations.ts';
import { changesWith, flappingChanges, flappingWithin, isFlapping } from '../../src/incident/flapping.ts';
import { matchesGlob } from '../../src/incident/matches-glob.ts';
import type { MilestoneTimes } from '../../src/incident/milestone.ts';
import { isAtLeast, isWorse, parseSeverity, severities, worseOf } from '../../src/incident/severity.ts';
import { writeMatcher } from '../../src/incident/silence.ts';
import { minute } from '../support/store-events.ts';

const nothing: MilestoneTimes = {
  started_at: null,
  detected_at: null,
  declared_at: null,
  acknowledged_at: null,
  mitigated_at: null,
  resolved_at: null,
  closed_at: null,
};

describe('durations', () => {
  it.each(Object.entries(durationFormulas))(
    '%s is measured between its two milestones, and only then',
    (name, [from, to]) => {
      const measure = (times: Partial<MilestoneTimes>) =>
        measureDurations({ ...nothing, ...times })[name as keyof Durations];
      expect(measure({ [from]: minute(0), [to]: minute(7) })).toBe(420);
      expect(measure({ [from]: minute(0), [to]: minute(0) })).toBe(0);
      expect(measure({ [from]: minute(7), [to]: minute(0) })).toBeNull();
      expect(measure({ [from]: minute(0) })).toBeNull();
      expect(measure({ [to]: minute(0) })).toBeNull();
      expect(measure({ [from]: 'some day', [to]: minute(0) })).toBeNull();
      expect(measure({ [from]: '2026-11-23T13:00:00+01:00', [to]: '2026-11-23T12:00:01.400Z' })).toBe(1);
    },
  );
});

describe('matching with stars', () => {
  it.each<readonly [string, string, boolean]>([
    ['', '', true],
    ['', '*', true],
    ['', '?', false],
    ['a', '', false],
    ['disk full', 'disk*', true],
    ['a disk full', 'disk*', false],
    ['disk full', '*full', true],
    ['disk full', '*sk f*', true],
    ['disk full', 'd?sk*', true],
    ['disk', 'disk?', false],
    ['disk', 'disk**', true],
    ['abcabc', '*abc', true],
    ['aXbXc', 'a*b*c', true],
    ['acb', 'a*b*c', false],
    ['Disk', 'disk', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['[x]', '[x]', true],
    ['🔥 hot', '? hot', true],
    ['🔥🔥', '??', true],
    ['🔥', '??', false],
    ['日本', '日?', true],
  ])('%j with %j: %s', (subject, pattern, matches) => {
    expect(matchesGlob(subject, pattern)).toBe(matches);
  });

  it('always finds a text in itself, and in any star around a part of it', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[*?]/.test(text));
    fc.assert(
      fc.property(plain, plain, plain, (before, text, after) => {
        expect(matchesGlob(text, text)).toBe(true);
        expect(matchesGlob(before + text + after, `*${text}*`)).toBe(true);
        expect(matchesGlob(before + text, `*${text}`)).toBe(true);
        expect(matchesGlob(text, `${text}x`)).toBe(false);
      }),
    );
  });

  it('takes no time for patterns that were made to take it', () => {
    expect(matchesGlob('a'.repeat(3_000), `${'a*'.repeat(60)}b`)).toBe(false);
  });
});

describe('severity', () => {
  it.each<readonly [string, string | null]>([
    ['SEV-1', 'SEV-1'],
    ['sev1', 'SEV-1'],
    ['Sev 2', 'SEV-2'],
    ['SEV_3', 'SEV-3'],
    [' 4 ', 'SEV-4'],
    ['0', null],
    ['5', null],
    ['SEV-12', null],
    ['SEV--1', null],
    ['P1', null],
    ['', null],
    ['critical', null],
    ['１', null],
  ])('%j is %s', (text, severity) => {
    expect(parseSeverity(text)).toBe(severity);
  });

  it('is one order: the worse of two is worse than none of them', () => {
    for (const [rankA, a] of severities.entries()) {
      for (const [rankB, b] of severities.entries()) {
        expect(isWorse(a, b)).toBe(rankA < rankB);
        expect(isAtLeast(a, b)).toBe(rankA <= rankB);
        expect(worseOf(a, b)).toBe(severities[Math.min(rankA, rankB)]);
      }
    }
  });
});

describe('flapping', () => {
  const known = { fingerprints: ['f1'], firing: ['f1'], state_changes: {} };

  it.each<
    readonly [
      string,
      typeof known & { state_changes: Record<string, readonly string[]> },
      'firing' | 'resolved' | null,
      number,
    ]
  >([
    ['a new alert changes nothing', { ...known, fingerprints: [] }, 'firing', 0],
    ['a repeat changes nothing', known, 'firing', 0],
    ['a clearing is a change', known, 'resolved', 1],
    ['firing again is a change', { ...known, firing: [] }, 'firing', 1],
    ['clearing again is none', { ...known, firing: [] }, 'resolved', 0],
    [
      'only the latest few are kept',
      { ...known, state_changes: { f1: [1, 2, 3, 4].map(minute) } },
      'resolved',
      flappingChanges,
    ],
  ])('%s', (_, before, status, changes) => {
    expect(changesWith(before, { fingerprint: 'f1', status }, minute(9))).toHaveLength(changes);
  });

  it('is so many changes within so long, and neither fewer nor slower ones', () => {
    const changes = Array.from({ length: flappingChanges }, (_, index) => minute(index));
    const later = (seconds: number) => new Date(Date.parse(minute(0)) + seconds * 1000).toISOString();
    expect(isFlapping(changes, later(flappingWithin))).toBe(true);
    expect(isFlapping(changes, later(flappingWithin + 1))).toBe(false);
    expect(isFlapping(changes.slice(1), minute(3))).toBe(false);
    expect(isFlapping([], minute(3))).toBe(false);
  });
});

describe('a matcher as it is typed', () => {
  it.each<readonly ['is' | 'like', string]>([
    ['is', 'labels.region=eu*'],
    ['like', 'labels.region~eu*'],
  ])('%s: %s', (how, typed) => {
    expect(writeMatcher({ field: 'labels.region', how, value: 'eu*' })).toBe(typed);
  });
});
