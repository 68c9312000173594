import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acknowledgementExpiresAt,
  type EscalationPolicy,
  escalationFor,
  planEscalation,
  readEscalation,
} from '../../src/oncall/escalation.ts';
import type { EscalationConfig } from '../../src/oncall/oncall-config.ts';

const worst: EscalationConfig = {
  steps: [
    { after: '0m', notify: ['oncall:primary'] },
    { after: '5m', notify: ['oncall:secondary'] },
    { after: '15m', notify: ['person:cy', 'slack:#leads'] },
  ],
  repeat: 1,
  acknowledgement_expires: '30m',
};
const usual: EscalationConfig = {
  steps: [
    { after: '0m', notify: ['oncall:primary'] },
    { after: '15m', notify: ['oncall:secondary'] },
  ],
};
const starts_at = '2026-11-23T10:00:00.000Z';

function policyOf(config: EscalationConfig): EscalationPolicy {
  const read = readEscalation('escalation.SEV-1', config);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.text).join());
  return read.policy;
}
function plan(config: EscalationConfig, ...acknowledged_at: string[]): string[] {
  return planEscalation(policyOf(config), { starts_at, acknowledged_at }).map(
    (step) => `${step.due_at.slice(11, 16)} round ${step.round} step ${step.step}`,
  );
}

describe('which escalation holds for a severity', () => {
  it.each([
    ['SEV-1', 'escalation.SEV-1'],
    ['SEV-3', 'escalation.default'],
  ] as const)('%s takes %s', (severity, key) => {
    expect(escalationFor({ 'SEV-1': worst, default: usual }, severity)?.key).toBe(key);
  });

  it('is none when there is neither its own nor a default one', () => {
    expect(escalationFor({ 'SEV-1': worst }, 'SEV-2')).toBeNull();
    expect(escalationFor(undefined, 'SEV-1')).toBeNull();
  });
});

describe('the plan of an escalation', () => {
  it('counts each step from the start of its round, and repeats as often as asked', () => {
    expect(plan(worst)).toEqual([
      '10:00 round 1 step 1',
      '10:05 round 1 step 2',
      '10:15 round 1 step 3',
      '10:25 round 2 step 1',
      '10:30 round 2 step 2',
      '10:40 round 2 step 3',
    ]);
  });

  it.each([
    ['the gap before its last step', usual, 30 * 60],
    ['at least five minutes', { steps: [{ after: '0m', notify: ['person:ana'] }] }, 5 * 60],
    ['what the configuration says', { ...usual, repeat_every: '1h' }, 3600],
  ])('gives a round %s', (_what, config, seconds) => {
    expect(policyOf(config).round_seconds).toBe(seconds);
  });

  it('names the targets as they are written', () => {
    expect(planEscalation(policyOf(worst), { starts_at, acknowledged_at: [] })[2]).toEqual({
      step: 3,
      round: 1,
      turn: 1,
      expired_at: null,
      due_at: '2026-11-23T10:15:00.000Z',
      targets: ['person:cy', 'slack:#leads'],
    });
  });

  it('ends with an acknowledgement and starts anew once it has expired, with rounds of new numbers', () => {
    expect(plan(worst, '2026-11-23T10:07:00Z').slice(0, 4)).toEqual([
      '10:00 round 1 step 1',
      '10:05 round 1 step 2',
      '10:37 round 3 step 1',
      '10:42 round 3 step 2',
    ]);
  });

  it('counts for people from one again, and knows which acknowledgement expired', () => {
    const steps = planEscalation(policyOf(worst), { starts_at, acknowledged_at: ['2026-11-23T10:07:00Z'] });
    expect(steps.map(({ turn, expired_at }) => `${turn} ${expired_at}`).slice(1, 6)).toEqual([
      '1 null',
      ...Array.from({ length: 3 }, () => '1 2026-11-23T10:37:00.000Z'),
      '2 2026-11-23T10:37:00.000Z',
    ]);
  });

  it('waits again when the acknowledgement is renewed before it expires', () => {
    expect(plan(worst, '2026-11-23T10:07:00Z', '2026-11-23T10:30:00Z')[2]).toBe('11:00 round 3 step 1');
  });

  it('can expire more than once', () => {
    const steps = plan(worst, '2026-11-23T10:01:00Z', '2026-11-23T10:32:00Z');
    expect(steps.slice(0, 3)).toEqual(['10:00 round 1 step 1', '10:31 round 3 step 1', '11:02 round 5 step 1']);
  });

  it('is over for good with an acknowledgement that never expires', () => {
    expect(plan(usual, '2026-11-23T10:07:00Z')).toEqual(['10:00 round 1 step 1']);
  });

  it('owes nothing to an incident that was acknowledged as it began', () => {
    expect(plan(usual, starts_at)).toEqual([]);
  });

  it('has no steps for a start that is no time, and ignores acknowledgements that are none', () => {
    expect(planEscalation(policyOf(usual), { starts_at: 'now', acknowledged_at: [] })).toEqual([]);
    expect(plan(usual, 'soon', '2020-01-01T00:00:00Z')).toHaveLength(2);
  });

  it('never plans the same step twice, nor one before the one it follows', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 3 }), (acknowledged, repeat) => {
        const times = acknowledged.map((at) => new Date(Date.parse(starts_at) + at * 60_000).toISOString());
        const steps = planEscalation(policyOf({ ...worst, repeat }), { starts_at, acknowledged_at: times });
        const names = steps.map((step) => `${step.round}/${step.step}`);
        expect(new Set(names).size).toBe(names.length);
        const due = steps.map((step) => step.due_at);
        expect(due).toEqual(due.toSorted());
      }),
    );
  });
});

describe('an acknowledgement', () => {
  it('holds as long as the policy says', () => {
    expect(acknowledgementExpiresAt(policyOf(worst), '2026-11-23T10:07:00Z')).toBe('2026-11-23T10:37:00.000Z');
    expect(acknowledgementExpiresAt(policyOf(usual), '2026-11-23T10:07:00Z')).toBeNull();
    expect(acknowledgementExpiresAt(policyOf(worst), 'then')).toBeNull();
  });
});

describe('an escalation that can be used', () => {
  it.each<[what: string, config: EscalationConfig]>([
    ['may repeat twenty times', { ...usual, repeat: 20 }],
    [
      'may have two steps at the same time',
      {
        steps: [
          { after: '5m', notify: [] },
          { after: '5m', notify: [] },
        ],
      },
    ],
    ['may begin again with its last step', { ...usual, repeat: 1, repeat_every: '15m' }],
    ['may have a short round that is never repeated', { ...usual, repeat_every: '10m' }],
  ])('%s', (_what, config) => {
    expect(readEscalation('escalation.default', config)).toMatchObject({ ok: true });
  });
});

describe('an escalation that cannot be used', () => {
  it.each([
    ['steps', { steps: [] }, 'no-steps'],
    ['steps.1.after', { steps: [usual.steps[0], { after: '1,5h', notify: [] }] }, 'not-a-duration'],
    [
      'steps',
      {
        steps: [
          { after: '5m', notify: [] },
          { after: '1m', notify: [] },
        ],
      },
      'steps-out-of-order',
    ],
    ['repeat', { ...usual, repeat: 1.5 }, 'not-a-repeat-count'],
    ['repeat', { ...usual, repeat: -1 }, 'not-a-repeat-count'],
    ['repeat', { ...usual, repeat: 1e9 }, 'not-a-repeat-count'],
    ['repeat', { ...usual, repeat: 21 }, 'not-a-repeat-count'],
    ['repeat_every', { steps: [{ after: '0m', notify: [] }], repeat: 1, repeat_every: '0m' }, 'steps-out-of-order'],
    ['repeat_every', { ...usual, repeat: 1, repeat_every: '10m' }, 'steps-out-of-order'],
    ['acknowledgement_expires', { ...usual, acknowledgement_expires: 'never' }, 'not-a-duration'],
  ])('is reported at %s', (field, config, reason) => {
    const steps = config.steps.filter((step) => step !== undefined);
    expect(readEscalation('escalation.default', { ...config, steps })).toEqual({
      ok: false,
      problems: [expect.objectContaining({ key: `escalation.default.${field}`, reason })],
    });
  });
});
