import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePayload } from '../../src/alerts/parse-payload.ts';
import { readAlert } from '../../src/alerts/read-alert.ts';
import type { Reading } from '../../src/incident/alert.ts';

const folder = new URL('../fixtures/alerts/', import.meta.url);
const payloads: readonly unknown[] = readdirSync(folder).flatMap((file) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')).map((entry: { payload: unknown }) => entry.payload),
);

/** Keys that readers look for, so that arbitrary JSON gets past the first check. */
const keys = [
  ...new Set(
    payloads.flatMap((payload) =>
      [...JSON.stringify(payload).matchAll(/"([\w-]{2,30})":/g)].map((match) => match[1] ?? ''),
    ),
  ),
  '__proto__',
  'constructor',
  'toString',
];
const key = fc.oneof(fc.constantFrom(...keys), fc.string());
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('firing', 'resolved', '\u001b[31mred\u001b[0m', '\u0000', '1788000000', '{"a":[1]}', '[{}]'),
);
const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('hostile'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('hostile')), { maxLength: 8 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** A real payload in which one value, somewhere, was replaced. */
const damaged = fc.tuple(fc.constantFrom(...payloads), fc.nat(), hostile).map(([payload, place, value]) => {
  let left = place % 40;
  return JSON.parse(JSON.stringify(payload), (_, old) => (left-- === 0 ? value : old));
});

function expectSound(reading: Reading) {
  const controls = /[\u0000-\u001f\u007f-\u009f]/;
  expect(reading.because).not.toBe('');
  for (const alert of reading.alerts) {
    expect(alert.title).not.toBe('');
    expect(alert.title.length).toBeLessThanOrEqual(500);
    for (const text of [
      alert.title,
      alert.service ?? '',
      alert.severity_raw ?? '',
      ...Object.values(alert.labels),
      ...reading.warnings,
      reading.because,
    ]) {
      expect(text).not.toMatch(controls);
    }
    expect(alert.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(alert.started_at ?? '2026-01-01T00:00:00Z').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
}

describe('any JSON at all', () => {
  it.each([
    ['made up', hostile],
    ['a damaged payload', damaged],
    ['nothing in particular', fc.jsonValue()],
  ])('gives a sound reading: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const before = JSON.stringify(value);
        const reading = readAlert(value);
        expectSound(reading);
        expect(readAlert(value)).toEqual(reading);
        expect(JSON.stringify(value)).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '['.repeat(500),
    ':a'.repeat(250),
    '1,'.repeat(250),
    'is now '.repeat(80),
    'has been '.repeat(60),
    ' -: '.repeat(130),
    '\u{1f525}'.repeat(250),
    'A'.repeat(500),
    '9'.repeat(500),
    'recovered \t'.repeat(50),
  ])('takes no time over a title made to confuse: %s', (title) => {
    const began = performance.now();
    for (let time = 0; time < 50; time += 1) readAlert({ title, host: 'a' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('leaves the prototypes alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const text = JSON.stringify({ title: 'x', severity: 'high', labels: { a: 'b' } }).replace(
      '"a"',
      '"__proto__": {"polluted": "yes"}, "a"',
    );
    const parsed = parsePayload(text);
    if (parsed.ok) expectSound(readAlert(parsed.value));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('survives nesting that was never parsed here', () => {
    let deep: unknown = { title: 'x' };
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { alerts: deep };
    expectSound(readAlert(deep));
    expectSound(readAlert({ alerts: [{ labels: { a: deep } }], receiver: 'r', commonLabels: deep }));
  });
});
