import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/incident/check-result.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { type Leave, nextAutomaticStep } from '../../src/phases/go-on.ts';
import { judgeByChecks } from '../../src/phases/judge-by-checks.ts';
import { whatToRecheck } from '../../src/phases/recheck.ts';
import { given, incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import {
  acknowledged,
  anyoneApproves,
  approvedBy,
  attested,
  declared,
  drafted,
  finished,
  judged,
  proposed,
  resolved,
  started,
  verified,
  wayTo,
} from '../support/stories.ts';

const playbook = { mitigation: 'M1', workflow: 'w', args: [], because: '', playbook: 'go back' } as const;
const automatic = fact('mitigation.proposed', { ...playbook, auto: true }, 3);
const byHand = fact('mitigation.proposed', playbook, 3);
const begun = fact('workflow.started', { mitigation: 'M1', workflow: 'w', command: [], automatic: true }, 4);
const onlyDeclared = declared.filter(({ type }) => type === 'incident.declared');
const looked = new Set(['propose', 'note-suspects']);
const cleared = fact('alert.cleared', {
  alert: { ...alertData(), status: 'resolved' },
  payload: {},
});

function alertData() {
  const [, received] = declared;
  if (received?.type !== 'alert.received') throw new Error('the story begins with an alert');
  return received.data.alert;
}

const leave: Leave = { apply: true, policy: anyoneApproves, configured: () => false, until: 'drafted', done: looked };

describe('without a person', () => {
  test.each<[string, readonly IncidentEvent[], Partial<Leave>, object]>([
    ['first playbooks are asked', declared, { done: new Set() }, { kind: 'propose' }],
    ['then suspects are written down', declared, { done: new Set(['propose']) }, { kind: 'note-suspects' }],
    [
      'then an automatic playbook runs',
      [...declared, automatic],
      {},
      { kind: 'run', mitigation: 'M1', automatic: true },
    ],
    ['but not without --apply', [...declared, automatic], { apply: false }, { gate: 'apply-missing' }],
    ['nor what is not automatic', [...declared, byHand], {}, { gate: 'not-approved' }],
    [
      'nor where a signature is wanted',
      [...declared, automatic],
      { policy: { ...anyoneApproves, signed: true } },
      { gate: 'not-approved' },
    ],
    [
      'what a person approved runs',
      [...declared, acknowledged, proposed(), approvedBy('bo')],
      {},
      { kind: 'run', automatic: false },
    ],
    [
      'two approvals of one person are one',
      [...declared, acknowledged, proposed(), approvedBy('bo'), approvedBy('bo', 7)],
      { policy: { ...anyoneApproves, count: 2 } },
      { gate: 'not-approved' },
    ],
    [
      'what a person approved comes before what a playbook may run by itself',
      [...declared, acknowledged, automatic, proposed('M2'), approvedBy('bo', 6, null, 'M2')],
      {},
      { kind: 'run', mitigation: 'M2', automatic: false },
    ],
    ['where nothing is proposed it stops', declared, {}, { gate: 'nothing-to-run' }],
    ['an incident without alerts is not one whose alerts have cleared', onlyDeclared, {}, { gate: 'nothing-to-run' }],
    [
      'where every alert has cleared nothing is run',
      [...declared, automatic, cleared],
      {},
      { gate: 'person-resolves' },
    ],
    [
      'a run whose end is unknown stops it',
      [...declared, acknowledged, automatic, begun],
      {},
      { gate: 'outcome-unknown' },
    ],
    [
      'a run that succeeded is checked',
      [...declared, acknowledged, automatic, begun, finished('succeeded')],
      {},
      { kind: 'verify' },
    ],
    [
      'up to a run, when asked',
      [...declared, acknowledged, automatic, begun, finished('succeeded')],
      { until: 'mitigated' },
      { gate: 'finished' },
    ],
    [
      'a run that failed is not repeated',
      [...declared, acknowledged, automatic, begun, finished('failed')],
      {},
      { gate: 'run-failed' },
    ],
    [
      'nor one after which it was worse',
      [...declared, acknowledged, automatic, begun, finished('succeeded'), judged('worse', 9, 'M1')],
      {},
      { gate: 'run-failed' },
    ],
    [
      'nothing is checked without --apply',
      [...declared, acknowledged, automatic, begun, finished('succeeded')],
      { apply: false },
      { gate: 'apply-missing' },
    ],
    [
      'what passed is resolved',
      [...declared, acknowledged, automatic, begun, finished('succeeded'), verified(true)],
      {},
      { kind: 'resolve' },
    ],
    [
      'but for what a person approved',
      [...declared, acknowledged, proposed(), approvedBy('bo'), started(), finished('succeeded'), verified(true)],
      {},
      { gate: 'person-resolves' },
    ],
    [
      'and for what a playbook only proposed',
      [...declared, acknowledged, byHand, approvedBy('bo'), started(), finished('succeeded'), verified(true)],
      {},
      { gate: 'person-resolves' },
    ],
    ['what was mitigated by hand is left to people', wayTo.mitigating, {}, { gate: 'person-resolves' }],
    ['what is resolved is written up', wayTo.resolved, {}, { kind: 'draft' }],
    ['but not where it was to go as far as resolved', wayTo.resolved, { until: 'resolved' }, { gate: 'finished' }],
    ['once', [...wayTo.resolved, drafted()], {}, { gate: 'finished' }],
    ['and what is closed is over', wayTo.closed, {}, { gate: 'finished' }],
  ])('%s', (_what, facts, change, expected) => {
    expect(nextAutomaticStep(incidentAfter(facts), { ...leave, ...change })).toMatchObject(expected);
  });

  test('no step is taken twice in one call', () => {
    for (const facts of [wayTo.resolved, [...declared, automatic]]) {
      const first = nextAutomaticStep(incidentAfter(facts), leave);
      const name = first.kind === 'run' ? `run ${first.mitigation}` : first.kind;
      const next = nextAutomaticStep(incidentAfter(facts), { ...leave, done: new Set([...looked, name]) });
      expect(next.kind).toBe('stop');
    }
  });
});

describe('what checks say about a run', () => {
  const ran = [...declared, acknowledged, automatic, begun, finished('succeeded')];
  const check = (name: string, passed: boolean): CheckResult => ({ name, passed, detail: '' });
  const neverStarted = fact('workflow.finished', {
    ...{ mitigation: 'M1', workflow: 'w', outcome: 'not-started' },
    ...{ exit_code: null, text: 'no such program', excerpt: '', seconds: 0 },
  });
  const good = check('health', true);
  const bad = check('health', false);

  test('worked, no effect or worse, by what passed before', () => {
    expect(judgeByChecks(incidentAfter(ran), [good])).toMatchObject({ mitigation: 'M1', verdict: 'worked' });
    expect(judgeByChecks(incidentAfter(ran), [bad])).toMatchObject({ verdict: 'no-effect' });
    const healthyBefore = [...declared, acknowledged, verified(true, 3), automatic, begun, finished('succeeded')];
    expect(judgeByChecks(incidentAfter(healthyBefore), [bad])).toMatchObject({ verdict: 'worse' });
  });

  test('by checks before it, and neither by a word given in between nor by checks after it', () => {
    const start = [automatic, begun, finished('succeeded')];
    const word = [...declared, acknowledged, verified(true, 3), attested(3), ...start];
    expect(judgeByChecks(incidentAfter(word), [bad])).toMatchObject({ verdict: 'worse' });
    const after = [...declared, acknowledged, verified(false, 3), ...start, verified(true, 9)];
    expect(judgeByChecks(incidentAfter(after), [bad])).toMatchObject({ verdict: 'no-effect' });
  });

  test('and names no more than five of those that fail', () => {
    const failing = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => check(name, false));
    expect(judgeByChecks(incidentAfter(ran), failing)?.text).toBe('fails after it as well: a, b, c, d, e');
  });

  test('nothing where nothing ran, where it is unknown how it ended, or where a person has judged', () => {
    for (const facts of [
      declared,
      [...declared, acknowledged, automatic, begun],
      [...declared, acknowledged, automatic, begun, neverStarted],
      [...ran, judged('worked', 9, 'M1')],
      [...ran, attested(), resolved()],
      wayTo.resolved,
    ]) {
      expect(judgeByChecks(incidentAfter(facts), [bad])).toBeNull();
    }
  });

  test('that they pass is no merit of a run that failed', () => {
    const failed = incidentAfter([...declared, acknowledged, automatic, begun, finished('failed')]);
    expect(judgeByChecks(failed, [good])).toBeNull();
    expect(judgeByChecks(failed, [bad])).toMatchObject({ verdict: 'no-effect' });
  });

  test('stands before the verification, and later checks may correct it', () => {
    const verify = (passed: boolean) => ({ type: 'record-verification', checks: [passed ? good : bad] }) as const;
    const after = given(...ran)
      .when(verify(false))
      .thenKept(
        ['mitigation.judged', { verdict: 'no-effect', from_checks: true }],
        ['verification.recorded', { passed: false }],
      );
    expect(after.status).toBe('investigating');
    const healed = given(
      ...ran,
      fact('mitigation.judged', { mitigation: 'M1', verdict: 'no-effect', text: '', from_checks: true }, 9),
    )
      .when(verify(true))
      .thenKept(['mitigation.judged', { verdict: 'worked' }], ['verification.recorded', { passed: true }]);
    expect(healed.status).toBe('mitigating');
  });

  test('a run that a person has judged while nobody knew its end stays judged when the end comes in late', () => {
    const late = incidentAfter([
      ...declared,
      acknowledged,
      automatic,
      begun,
      judged('worked', 8, 'M1'),
      finished('failed', 'M1', 9),
    ]);
    expect(late.mitigations).toMatchObject([{ state: 'judged', verdict: 'worked', outcome: 'failed' }]);
  });
});

describe('what is resolved is watched', () => {
  const healthy = [...declared, acknowledged, judged('worked'), verified(true, 10), resolved(11)];

  test('for the watch period, a tenth of it at a time and at most once a minute', () => {
    const incident = incidentAfter(healthy);
    expect(whatToRecheck(incident, minute(12), 1800)).toEqual({ until: minute(41), due_at: minute(13) });
    expect(whatToRecheck(incident, minute(12), 120)).toMatchObject({ due_at: minute(11) });
    expect(whatToRecheck(incident, minute(41), 1800)).toBeNull();
  });

  test.each<[string, readonly IncidentEvent[]]>([
    ['open', declared],
    ['attested, never checked', [...declared, acknowledged, attested(10), resolved(11)]],
    ['ill when it was last checked', [...healthy, verified(false, 12)]],
    ['closed', wayTo.closed],
  ])('but not what is %s', (_what, facts) => {
    expect(whatToRecheck(incidentAfter(facts), minute(13), 1800)).toBeNull();
  });
});

describe('resolving without verification', () => {
  test('needs a name and a reason, and stands in the record', () => {
    given(...wayTo.mitigating)
      .when({ type: 'resolve', override: 'switched off' })
      .thenKept(
        ['gate.overridden', { gate: 'verification', because: 'switched off' }],
        ['incident.resolved', { basis: 'without verification: switched off' }],
      );
    given(...wayTo.mitigating)
      .when({ type: 'resolve', override: '' })
      .thenRefused({ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' });
    given(...wayTo.mitigating)
      .when({ type: 'resolve', override: 'x', by: null })
      .thenRefused({ reason: 'reason-missing', wanted: 'who takes it on', flag: '--as <person>' });
    given(...wayTo.mitigating, attested())
      .when({ type: 'resolve', override: 'not needed' })
      .thenKept(['incident.resolved']);
  });
});
