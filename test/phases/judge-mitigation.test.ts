import { describe, expect, test } from 'vitest';
import { findMitigation } from '../../src/phases/mitigation.ts';
import { everyCommand } from '../support/every-command.ts';
import { given, incidentAfter } from '../support/given.ts';
import { acknowledged, approvedBy, declared, finished, proposed, started } from '../support/stories.ts';

describe('a verdict by a person', () => {
  const two = [
    ...declared,
    acknowledged,
    proposed('M1'),
    approvedBy('bo'),
    proposed('M2'),
    started('M1'),
    finished('succeeded', 'M1'),
  ];
  const say = (verdict: 'worked' | 'no-effect' | 'worse', mitigation: string | null) =>
    ({ type: 'judge-mitigation', mitigation, verdict, text: 'seen' }) as const;

  test('without a name is about what was begun, and not about what only waits', () => {
    given(...two)
      .when(say('worked', null))
      .thenKept(['mitigation.judged', { mitigation: 'M1', verdict: 'worked' }]);
  });

  test('without a name is about what waits where nothing was begun', () => {
    given(...declared, acknowledged, proposed('M1'))
      .when(say('worked', null))
      .thenKept(['mitigation.judged', { mitigation: 'M1', verdict: 'worked' }]);
  });

  test.each([
    ['proposed', two],
    ['approved', [...two, approvedBy('bo', 9, null, 'M2')]],
  ])('that something did nothing which was only %s takes nothing back', (_state, facts) => {
    const after = given(...facts)
      .when(say('no-effect', 'M2'))
      .thenKept(['mitigation.judged', { mitigation: 'M2' }]);
    expect(after).toMatchObject({
      status: 'mitigating',
      mitigations: [{ state: 'finished' }, { verdict: 'no-effect' }],
    });
    expect(after.mitigated_at).not.toBeNull();
  });

  test.each([
    ['that what was begun did nothing', say('no-effect', 'M1')],
    ['that something made it worse, whoever began it', say('worse', 'M2')],
  ])('%s sends people back to the search', (_what, wish) => {
    const after = given(...two)
      .when(wish)
      .thenKept(['mitigation.judged']);
    expect(after).toMatchObject({ status: 'investigating', mitigated_at: null });
  });
});

describe('a run of an incident that nobody has taken up', () => {
  const ran = [...declared, proposed('M1'), approvedBy('bo'), started('M1')];
  const finish = everyCommand['finish-workflow'];

  test('takes it up by succeeding', () => {
    const after = given(...ran)
      .when(finish)
      .thenKept(['incident.acknowledged'], ['workflow.finished', { outcome: 'succeeded' }]);
    expect(after.status).toBe('mitigating');
  });

  test('leaves it open by failing, so that people go on being called', () => {
    const after = given(...ran)
      .when({ ...finish, outcome: 'failed', exit_code: 1 })
      .thenKept(['workflow.finished', { outcome: 'failed' }]);
    expect(after).toMatchObject({ status: 'open', acknowledged_at: null });
  });
});

describe('what is meant by a run that names nothing', () => {
  test('is the only one that is approved', () => {
    const state = incidentAfter([...declared, acknowledged, proposed('M1'), approvedBy('bo'), proposed('M2')]);
    const found = findMitigation(state, null, ['proposed', 'approved'], 'approved');
    expect(found).toMatchObject({ ok: true, mitigation: { id: 'M1' } });
    expect(findMitigation(state, null, ['proposed', 'approved'])).toMatchObject({
      ok: false,
      refusal: { reason: 'mitigation-unclear', known: ['M1', 'M2'] },
    });
  });

  test('is unclear where two are approved, or none', () => {
    const both = [proposed('M1'), approvedBy('bo'), proposed('M2'), approvedBy('bo', 6, null, 'M2')];
    for (const facts of [both, [proposed('M1'), proposed('M2')]]) {
      const state = incidentAfter([...declared, acknowledged, ...facts]);
      expect(findMitigation(state, null, ['proposed', 'approved'], 'approved')).toMatchObject({ ok: false });
    }
  });
});
