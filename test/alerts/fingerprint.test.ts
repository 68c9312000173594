import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/alerts/fingerprint.ts';
import { readAlert } from '../../src/alerts/read-alert.ts';

describe('a fingerprint', () => {
  it('is known beforehand, so that it never changes between versions', () => {
    expect(fingerprintOf('smartspec_production_monitor', ['spec-1', 'p99_latency'])).toBe('f0f78110bcdfa1e3');
  });

  it.each([
    [93, '93'],
    [93, '93.0'],
    [null, undefined],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
  ])('is the same for %j and %j', (one, other) => {
    expect(fingerprintOf('x', [one])).toBe(fingerprintOf('x', [other]));
  });

  it.each([
    ['another source', fingerprintOf('y', ['a', 'b'])],
    ['parts that only look alike when joined', fingerprintOf('x', ['ab', ''])],
    ['parts in another order', fingerprintOf('x', ['b', 'a'])],
  ])('differs for %s', (_, other) => {
    expect(other).not.toBe(fingerprintOf('x', ['a', 'b']));
  });

  it('is sixteen hex digits of anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.jsonValue()), (source, parts) => {
        expect(fingerprintOf(source, parts)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
});

describe('of an alert of an unknown format', () => {
  const base = { title: 'Disk full', host: 'db-1', severity: 'high' };
  const of = (payload: object) => readAlert(payload).alerts[0]?.fingerprint;

  it.each([
    ['its event id', { id: 'e-2', event_id: 'x', uuid: 'u' }],
    ['its time', { timestamp: '2026-01-02T03:04:05Z', updated_at: 5 }],
    ['its severity', { severity: 'low' }],
    ['its status', { status: 'resolved' }],
    ['the status in front of its title', { title: '[RESOLVED] Disk full' }],
  ])('stays when %s changes', (_, change) => {
    expect(of({ ...base, ...change })).toBe(of(base));
  });

  it.each([
    ['its title', { title: 'Disk slow' }],
    ['its host', { host: 'db-2' }],
    ['its own key', { dedup_key: 'k' }],
  ])('changes with %s', (_, change) => {
    expect(of({ ...base, ...change })).not.toBe(of(base));
  });
});
