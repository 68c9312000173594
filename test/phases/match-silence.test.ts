import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import type { Silence } from '../../src/incident/silence.ts';
import { findSilence, longestSilence, parseMatcher } from '../../src/phases/match-silence.ts';
import { alertOf, minute } from '../support/store-events.ts';

const alert = alertOf('f1');

/** Quiet from minute 10 to minute 20 for what these matchers, as they are typed, describe. */
function silenceFor(...typed: readonly string[]): Silence {
  const matchers = typed.flatMap((text) => {
    const matcher = parseMatcher(text);
    return typeof matcher === 'string' ? [] : [matcher];
  });
  const stretch = { created_at: minute(0), starts_at: minute(10), ends_at: minute(20) };
  return { id: 'S1', matchers, because: 'database upgrade', by: 'ana', ...stretch };
}

const isQuiet = (silence: Silence, change: Partial<Alert> = {}, at = minute(15)): boolean =>
  findSilence([silence], { ...alert, ...change }, at) !== null;

describe('a matcher', () => {
  test.each([
    ['service=checkout', { field: 'service', how: 'is', value: 'checkout' }],
    [' title ~ disk* ', { field: 'title', how: 'like', value: 'disk*' }],
    ['labels.region=eu=1', { field: 'labels.region', how: 'is', value: 'eu=1' }],
    ['service=*', { field: 'service', how: 'is', value: '*' }],
  ])('is read from %j', (typed, matcher) => {
    expect(parseMatcher(typed)).toEqual(matcher);
  });

  test.each([
    ['service', 'is no matcher'],
    ['=checkout', 'is no matcher'],
    ['status=firing', 'nothing an alert can be matched by'],
    ['labels.=x', 'nothing an alert can be matched by'],
    ['service~*', 'would silence everything'],
    ['title~ ?* ', 'would silence everything'],
  ])('is not read from %j: it %s', (typed, why) => {
    expect(parseMatcher(typed)).toContain(why);
  });
});

describe('an alert is kept quiet', () => {
  test.each<[string, string, boolean]>([
    ['service', 'service=checkout-api', true],
    ['service that is another', 'service=checkout', false],
    ['star in a value that has to be the same', 'service=checkout*', false],
    ['star', 'service~checkout*', true],
    ['title', 'title=latency of f1', true],
    ['source', 'source=test', true],
    ['word for the severity', 'severity=critical', true],
    ['fingerprint', 'fingerprint=f1', true],
    ['label', 'labels.region=north', true],
    ['label that it has not', 'labels.zone~a*', false],
    ['label that only looks like one', 'labels.constructor~f*', false],
  ])('by its %s', (_what, typed, quiet) => {
    expect(isQuiet(silenceFor(typed))).toBe(quiet);
  });

  test('where everything matches, and by nothing at all never', () => {
    expect(isQuiet(silenceFor('service=checkout-api', 'labels.region=north'))).toBe(true);
    expect(isQuiet(silenceFor('service=checkout-api', 'labels.region=south'))).toBe(false);
    expect(isQuiet(silenceFor())).toBe(false);
  });

  test.each([
    ['before it begins', new Date(Date.parse(minute(10)) - 1).toISOString(), false],
    ['when it begins', minute(10), true],
    ['up to its end', new Date(Date.parse(minute(20)) - 1).toISOString(), true],
    ['at its end', minute(20), false],
  ])('%s: %s', (_when, at, quiet) => {
    expect(isQuiet(silenceFor('service=checkout-api'), {}, at)).toBe(quiet);
  });

  test.each<[Alert['status'], boolean]>([
    ['firing', true],
    [null, true],
    ['resolved', false],
    ['acknowledged', false],
  ])('that says %s: %s', (status, quiet) => {
    expect(isQuiet(silenceFor('service=checkout-api'), { status })).toBe(quiet);
  });

  test('for thirty days at most', () => {
    expect(longestSilence).toBe(2_592_000);
  });
});
