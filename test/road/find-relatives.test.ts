import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Silence } from '../../src/incident/silence.ts';
import { findRelatives } from '../../src/road/find-relatives.ts';
import type { ClaimingAlert } from '../../src/road/reception.ts';
import { alertOf, minute } from '../support/store-events.ts';

function claiming(fingerprint: string, group: string | null): ClaimingAlert {
  return {
    alert: { ...alertOf(fingerprint), service: group },
    payload: null,
    assessment: { severity: 'SEV-2', because: 'x' },
    claims: { fingerprint: `fingerprint:${fingerprint}`, group: group === null ? null : `group:${group}` },
  };
}

const quietFor = (service: string): Silence => ({
  id: `SIL-${service}`,
  matchers: [{ field: 'service', how: 'like', value: service }],
  starts_at: minute(-10),
  ends_at: minute(10),
  because: 'maintenance',
  by: 'ana',
  created_at: minute(-10),
});

const familiesOf = (alerts: readonly ClaimingAlert[], silences: readonly Silence[] = []) =>
  findRelatives(alerts, silences, minute(0));

describe('alerts belong to one family', () => {
  test.each([
    ['of one fingerprint', [claiming('a', null), claiming('b', null), claiming('a', null)], [[0, 2], [1]]],
    ['of one group', [claiming('a', 'shop'), claiming('b', 'search'), claiming('c', 'shop')], [[0, 2], [1]]],
    [
      'by way of a third, which came last',
      [claiming('a', 'shop'), claiming('b', 'search'), claiming('c', 'mail'), claiming('a', 'search')],
      [[0, 1, 3], [2]],
    ],
    ['of neither', [claiming('a', null), claiming('b', 'shop')], [[0], [1]]],
  ])('%s', (_, alerts, families) => {
    expect(familiesOf(alerts)).toEqual(families);
  });

  test('when one silence keeps them quiet, so that they share one wait for the disk', () => {
    const alerts = [claiming('a', 'shop-1'), claiming('b', 'search'), claiming('c', 'shop-2')];
    expect(familiesOf(alerts, [quietFor('shop-*')])).toEqual([[0, 2], [1]]);
    expect(familiesOf(alerts)).toEqual([[0], [1], [2]]);
  });
});

const anyAlert = fc
  .tuple(fc.nat(8), fc.option(fc.nat(8)))
  .map(([fingerprint, group]) => claiming(`f${fingerprint}`, group === null ? null : `g${group}`));

test('whatever comes, everyone is in one family, in order, and no two families share a claim', () => {
  fc.assert(
    fc.property(fc.array(anyAlert, { maxLength: 40 }), (alerts) => {
      const families = familiesOf(alerts);
      expect(families.flat().sort((one, other) => one - other)).toEqual([...alerts.keys()]);
      const first = families.map((family) => family[0] ?? -1);
      expect(first).toEqual([...first].sort((one, other) => one - other));
      for (const family of families) expect(family).toEqual([...family].sort((one, other) => one - other));
      const claims = families.map(
        (family) =>
          new Set(
            family.flatMap((index) => Object.values(alerts[index]?.claims ?? {}).filter((claim) => claim !== null)),
          ),
      );
      expect(claims.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(claims.flatMap((own) => [...own])).size);
    }),
  );
});

test('a hundred thousand alerts of one group are sorted in one go', () => {
  const alerts = Array.from({ length: 100_000 }, (_, index) => claiming(`f${index}`, 'shop'));
  expect(familiesOf(alerts)).toHaveLength(1);
});
