import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/workflow/change.ts';
import { parseChange } from '../../src/workflow/parse-change.ts';
import { rankSuspects } from '../../src/workflow/rank-suspects.ts';
import { recallIncidents } from '../../src/workflow/recall-incidents.ts';

const trouble = { startedAt: '2026-11-23T10:00:00Z', service: 'checkout', specId: 'spec-core-007-checkout' };
const redact = (text: string): string => text;

function change(fields: Partial<Change> & Pick<Change, 'ref'>): Change {
  return {
    kind: 'commit',
    title: 'A change',
    at: '2026-11-23T09:00:00Z',
    service: null,
    spec_id: null,
    deployment_id: null,
    version: null,
    files: [],
    hint: null,
    ...fields,
  };
}

function order(...changes: readonly Change[]): readonly string[] {
  return rankSuspects(changes, trouble).map(({ ref }) => ref);
}

describe('the likelier cause is', () => {
  it.each<[string, Partial<Change>, Partial<Change>]>([
    ['the nearer one', { at: '2026-11-23T09:50:00Z' }, { at: '2026-11-23T04:00:00Z' }],
    ['what was deployed, not what was written', { kind: 'deployment' }, { kind: 'commit' }],
    ['what was deployed, not what another tool says was changed', { kind: 'deployment' }, { kind: 'change-event' }],
    ['what another tool says was changed, not a rollback', { kind: 'change-event' }, { kind: 'rollback' }],
    ['a hotfix, not a tag', { kind: 'hotfix' }, { kind: 'tag' }],
    ['a tag, not a merge', { kind: 'tag' }, { kind: 'merge' }],
    ['a merge, not a commit', { kind: 'merge' }, { kind: 'commit' }],
    ['the one of the service', { service: 'checkout' }, {}],
    ['the one that says nothing, not the one of another service', {}, { service: 'search' }],
    ['the one of the spec', { spec_id: 'spec-core-007-checkout' }, {}],
    [
      'the one that touches the service',
      { files: ['services/checkout-api/x.ts'] },
      { files: ['services/search/x.ts'] },
    ],
    [
      'the one that touches the spec',
      { files: ['specs/core/spec-core-007-checkout/spec.md'] },
      { files: ['specs/core/x/spec.md'] },
    ],
    ['the one whose title names the service', { title: 'checkout: pay twice' }, { title: 'search: find twice' }],
    ['the one with whole words in common', { files: ['checkout/a.ts'] }, { files: ['checkouts-old/a.ts'] }],
    ['code, not documents', { files: ['a.ts', 'b.md'] }, { files: ['b.md', 'test/a.test.ts'] }],
    ['a schema, not code', { files: ['db/migrations/7.sql'] }, { files: ['a.ts'] }],
    ['configuration, not code', { files: ['deploy/values.yaml'] }, { files: ['a.ts'] }],
    [
      'an old deployment of the service, not a new commit elsewhere',
      { kind: 'deployment', service: 'checkout', at: '2026-11-22T11:00:00Z' },
      { at: '2026-11-23T09:59:00Z', files: ['services/search/x.ts'] },
    ],
  ])('%s', (_what, likelier, other) => {
    // Equals are in the order of their names, so the likelier one has the later name.
    expect(order(change({ ref: 'a', ...other }), change({ ref: 'b', ...likelier }))).toEqual(['b', 'a']);
  });

  it('also one of the very moment', () => {
    expect(order(change({ ref: 'a', at: trouble.startedAt }))).toEqual(['a']);
  });

  it.each([
    ['2026-11-23T10:00:00Z', 'less than a minute'],
    ['2026-11-23T09:59:00Z', '1 min'],
    ['2026-11-23T08:01:00Z', '119 min'],
    ['2026-11-23T08:00:00Z', '2 h'],
    ['2026-11-21T11:00:00Z', '47 h'],
    ['2026-11-21T10:00:00Z', '2 d'],
  ])('one of %s is %s before the start', (at, before) => {
    expect(rankSuspects([change({ ref: 'a', at })], trouble)[0]?.reason).toBe(`Commit a ${before} before the start.`);
  });

  it('never one that came afterwards, or at no time at all', () => {
    expect(order(change({ ref: 'a', at: '2026-11-23T10:00:01Z' }), change({ ref: 'b', at: 'soon' }))).toEqual([]);
  });

  it('told once, however often it is known', () => {
    const deployed = change({ ref: 'd1', kind: 'deployment', version: '1.8.2' });
    expect(order(deployed, deployed, change({ ref: 'v1.8.2', kind: 'tag', version: 'v1.8.2' }))).toEqual(['d1']);
  });

  it('the same whatever order the changes come in', () => {
    const kinds = fc.constantFrom<Change['kind']>('commit', 'deployment', 'tag', 'merge');
    const some = fc.uniqueArray(
      fc.record({ ref: fc.uuid(), kind: kinds, title: fc.string(), service: fc.option(fc.string()) }).map(change),
      { selector: ({ ref }) => ref, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (changes) => {
        expect(order(...changes)).toEqual(order(...[...changes].reverse()));
      }),
    );
  });
});

describe('a change that somebody wrote down', () => {
  const given = { kind: 'deployment', at: null, ref: null, redact } as const;

  it('is read from the words deploy tools use', () => {
    const value = {
      id: 'd-7',
      app: 'checkout',
      version: 'v2',
      deployed_at: '2026-11-23T10:30:00+01:00',
      status: 'failed',
    };
    expect(parseChange(value, given)).toEqual({
      ...change({ ref: 'd-7', kind: 'deployment', service: 'checkout', deployment_id: 'd-7', version: 'v2' }),
      at: '2026-11-23T09:30:00.000Z',
      title: 'v2',
      hint: 'ended as “failed”',
    });
  });

  it.each([
    [{ title: 'a', summary: 'b', description: 'c', reason: 'd' }, 'a'],
    [{ summary: 'b', description: 'c', reason: 'd' }, 'b'],
    [{ description: 'c', reason: 'd' }, 'c'],
    [{ reason: 'd' }, 'd'],
    [{ title: ' ', version: 'v2' }, 'v2'],
    [{}, 'd-7'],
  ])('is called by the first of its words: %j', (words, title) => {
    expect(parseChange({ id: 'd-7', at: '2026-11-23T10:30:00Z', ...words }, given)).toMatchObject({ title });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['an object without a name', { at: '2026-11-23T10:30:00Z' }],
    ['an object without a time', { id: 'd-7' }],
    ['a time without a zone', { id: 'd-7', at: '2026-11-23T10:30:00' }],
    ['a time that is a number', { id: 'd-7', at: 1_795_428_000 }],
    ['a time that never was', { id: 'd-7', at: '2026-13-45T10:30:00Z' }],
    ['an inherited name', Object.create({ id: 'd-7', at: '2026-11-23T10:30:00Z' })],
  ])('is not read from %s', (_what, value) => {
    expect(parseChange(value, given)).toBe(null);
  });

  it('never breaks on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void parseChange(value, { ...given, at: trouble.startedAt, ref: 'x' })),
    );
  });
});

describe('earlier incidents', () => {
  const base = { service: 'checkout', declared_at: null, fingerprints: ['f1'], factors: [], fixed_by: null };
  const asked = { ...trouble, fingerprints: ['f1'] };

  it('are recalled with what was behind them and what helped, the same alert first', () => {
    const recalled = recallIncidents(
      [
        { ...base, id: 'INC-1', title: 'One', started_at: '2026-11-20T10:00:00Z', fingerprints: ['f2'] },
        {
          ...base,
          id: 'INC-2',
          title: 'Two',
          started_at: '2026-11-01T10:00:00Z',
          factors: ['a full disk'],
          fixed_by: 'more disk',
        },
        {
          ...base,
          id: 'INC-3',
          title: 'Other service',
          service: 'search',
          started_at: '2026-11-22T10:00:00Z',
          fingerprints: [],
        },
        { ...base, id: 'INC-4', title: 'Long ago', started_at: '2026-05-01T10:00:00Z' },
        { ...base, id: 'INC-5', title: 'Later', started_at: '2026-11-24T10:00:00Z' },
        { ...base, id: 'INC-6', title: 'Never', started_at: null },
      ],
      asked,
    );
    expect(recalled.map(({ ref, hint }) => [ref, hint])).toEqual([
      ['INC-2', 'began with the same alert; came from: a full disk; what helped: more disk'],
      ['INC-1', 'looked alike'],
    ]);
  });

  it('are the three latest of the ninety days before', () => {
    const at = (days: number): string => new Date(Date.parse(trouble.startedAt) - days * 86_400_000).toISOString();
    const recalledAt = (...days: readonly number[]) =>
      recallIncidents(
        days.map((ago) => ({ ...base, id: `INC-${ago}`, title: 'x', started_at: at(ago) })),
        asked,
      ).map(({ ref }) => ref);
    expect(recalledAt(4, 2, 1, 3)).toEqual(['INC-1', 'INC-2', 'INC-3']);
    expect(recalledAt(90, 90.001, 0, -1)).toEqual(['INC-90']);
  });

  it('are not alike for having no service', () => {
    const nameless = {
      ...base,
      id: 'INC-7',
      title: 'x',
      service: null,
      fingerprints: [],
      started_at: '2026-11-20T10:00:00Z',
    };
    expect(recallIncidents([nameless], { ...asked, service: null })).toEqual([]);
  });

  it('are suspects after whatever changed', () => {
    const [recalled] = recallIncidents(
      [{ ...base, id: 'INC-2', title: 'Two', started_at: '2026-11-01T10:00:00Z' }],
      asked,
    );
    const suspects = rankSuspects(
      [...(recalled ? [recalled] : []), change({ ref: 'c', files: ['checkout/a.ts'] })],
      trouble,
    );
    expect(suspects.map(({ reason }) => reason)).toEqual([
      'Commit c 60 min before the start; touches files of checkout.',
      'Incident INC-2 22 d before the start; concerns checkout; began with the same alert.',
    ]);
  });
});
