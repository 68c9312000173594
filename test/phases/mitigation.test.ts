import { describe, expect, test } from 'vitest';
import { approvalDigest } from '../../src/incident/approval-digest.ts';
import type { ApprovalPolicy } from '../../src/incident/command.ts';
import { everyCommand } from '../support/every-command.ts';
import { given, incidentAfter } from '../support/given.ts';
import { fact, idOf, minute } from '../support/store-events.ts';
import {
  acknowledged,
  anyoneApproves,
  approvedBy,
  declared,
  finished,
  judged,
  proposed,
  started,
  wayTo,
  whatRuns,
} from '../support/stories.ts';

const taken = [...declared, acknowledged];
const approve = everyCommand['approve-mitigation'];
const run = everyCommand['start-workflow'];

/** The incident of all these stories, never reopened. */
const opening = { id: idOf(1), reopened_at: null };

function policy(change: Partial<ApprovalPolicy>): ApprovalPolicy {
  return { ...anyoneApproves, ...change };
}

describe('proposing', () => {
  test('numbers the proposals and keeps the arguments in order', () => {
    const args = [
      { name: 'b', value: '2' },
      { name: 'a', value: '1' },
    ];
    const wish = { type: 'propose-mitigation', workflow: 'smartspec_rollback', args, because: 'fits' } as const;
    const after = given(...taken)
      .when(wish)
      .thenKept(['mitigation.proposed', { mitigation: 'M1', args, because: 'fits' }]);
    expect(after.mitigations).toMatchObject([{ id: 'M1', state: 'proposed', args, proposed_by: 'ana' }]);
    given(...taken, proposed('M1'))
      .when(wish)
      .thenKept(['mitigation.proposed', { mitigation: 'M2' }]);
  });

  test('takes an open incident up', () => {
    const after = given(...declared)
      .when(everyCommand['propose-mitigation'])
      .thenKept(['incident.acknowledged'], ['mitigation.proposed']);
    expect(after.status).toBe('investigating');
  });
});

describe('approving', () => {
  test('stands for the workflow and its exact arguments, and expires', () => {
    const [mitigation] = incidentAfter([...taken, proposed()]).mitigations;
    const digest = approvalDigest(opening, mitigation ?? { id: '', workflow: null, args: [] }, whatRuns);
    given(...taken, proposed())
      .when({ ...approve, mitigation: null })
      .thenKept(['mitigation.approved', { mitigation: 'M1', approves: digest, expires_at: minute(90) }]);
    given(...taken, proposed())
      .when({ ...approve, policy: policy({ expires_seconds: null }) })
      .thenKept(['mitigation.approved', { expires_at: null }]);
  });

  test.each([
    ['another value', { args: [{ name: 'to', value: 'v1' }] }, { args: [{ name: 'to', value: 'v2' }] }],
    ['another workflow', { workflow: 'a' }, { workflow: 'b' }],
    ['another proposal', { id: 'M1' }, { id: 'M2' }],
    ['a cut elsewhere', { args: [{ name: 'a', value: 'b c' }] }, { args: [{ name: 'a b', value: 'c' }] }],
  ])('%s is approved under another digest', (_case, one, other) => {
    const plain = { id: 'M1', workflow: 'w', args: [] };
    const digest = (mitigation: typeof one): string => approvalDigest(opening, { ...plain, ...mitigation }, whatRuns);
    expect(digest(one)).not.toBe(digest(other));
  });

  test('is for those the policy names', () => {
    const wish = { ...approve, policy: policy({ by: ['bo'] }) };
    given(...taken, proposed())
      .when(wish)
      .thenRefused({ reason: 'not-allowed-to-approve', person: 'cy', allowed: ['bo'] });
    given(...taken, proposed())
      .when({ ...wish, by: null })
      .thenRefused({ reason: 'not-allowed-to-approve', person: null, allowed: ['bo'] });
    given(...taken, proposed())
      .when({ ...approve, by: null })
      .thenRefused({ reason: 'not-allowed-to-approve', person: null, allowed: [] });
    given(...taken, proposed())
      .when({ ...wish, by: 'bo' })
      .thenKept(['mitigation.approved']);
  });

  test('is not for whoever proposed it, unless the policy says so for this severity', () => {
    const wish = { ...approve, by: 'ana', policy: policy({ proposer_may_approve: ['SEV-3'] }) };
    given(...taken, proposed())
      .when(wish)
      .thenRefused({ reason: 'proposer-may-not-approve', person: 'ana', severity: 'SEV-2' });
    const milder = fact('severity.changed', { from: 'SEV-2', to: 'SEV-3', because: 'one tenant' }, 5);
    given(...taken, proposed(), milder)
      .when(wish)
      .thenKept(['mitigation.approved']);
  });

  test('counts once per person until it expires', () => {
    given(...taken, proposed(), approvedBy('cy'))
      .when(approve)
      .thenRefused({ reason: 'already-approved-by', person: 'cy', mitigation: 'M1' });
    given(...taken, proposed(), approvedBy('cy', 6, minute(29)))
      .when(approve)
      .thenKept(['mitigation.approved']);
  });

  test('needs to know which one is meant', () => {
    given(...taken)
      .when({ ...approve, mitigation: null })
      .thenRefused({ reason: 'no-such-mitigation', mitigation: null, known: [] });
    given(...taken, proposed())
      .when({ ...approve, mitigation: 'M7' })
      .thenRefused({ reason: 'no-such-mitigation', mitigation: 'M7', known: ['M1'] });
    given(...taken, proposed('M1'), proposed('M2'))
      .when({ ...approve, mitigation: null })
      .thenRefused({ reason: 'mitigation-unclear', known: ['M1', 'M2'] });
    given(...taken, proposed(), approvedBy('bo'), started(), finished('failed'))
      .when({ ...approve, mitigation: null })
      .thenRefused({ reason: 'already-run', mitigation: 'M1', state: 'finished' });
  });
});

describe('running', () => {
  test('begins on record before anything runs, once', () => {
    const after = given(...taken, proposed(), approvedBy('bo'))
      .when(run)
      .thenKept(['workflow.started', { mitigation: 'M1', command: ['/bin/true'] }]);
    expect(after.mitigations[0]?.state).toBe('running');
    given(...taken, proposed(), approvedBy('bo'), started())
      .when(run)
      .thenRefused({ reason: 'still-running', mitigation: 'M1' });
    given(...taken, proposed(), approvedBy('bo'), started(), finished('succeeded'))
      .when(run)
      .thenRefused({ reason: 'already-run', mitigation: 'M1', state: 'finished' });
  });

  test('waits for as many valid approvals as the policy wants', () => {
    given(...taken, proposed())
      .when(run)
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 });
    const two = { ...run, policy: policy({ count: 2 }) };
    given(...taken, proposed(), approvedBy('bo'))
      .when(two)
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 1, need: 2 });
    given(...taken, proposed(), approvedBy('bo'), approvedBy('cy'))
      .when(two)
      .thenKept(['workflow.started']);
    given(...taken, proposed())
      .when({ ...run, policy: policy({ count: 0 }) })
      .thenKept(['workflow.started']);
  });

  test('is refused once the approval has expired, to the millisecond', () => {
    given(...taken, proposed(), approvedBy('bo', 6, minute(30)))
      .when(run)
      .thenRefused({ reason: 'approval-expired', mitigation: 'M1', expired_at: minute(30) });
    given(...taken, proposed(), approvedBy('bo', 6, '2026-11-23T12:30:00.001Z'))
      .when(run)
      .thenKept(['workflow.started']);
  });

  test('of one is not held up by another that has ended, but by one whose end is unknown', () => {
    const both = [
      ...taken,
      proposed('M1'),
      approvedBy('bo'),
      proposed('M2'),
      approvedBy('bo', 6, minute(66), 'M2'),
      started('M1'),
    ];
    given(...both)
      .when({ ...run, mitigation: 'M2' })
      .thenRefused({ reason: 'still-running', mitigation: 'M1' });
    given(...both, finished('failed', 'M1'))
      .when({ ...run, mitigation: 'M2' })
      .thenKept(['workflow.started', { mitigation: 'M2' }]);
    given(...both, judged('no-effect', 9, 'M1'))
      .when({ ...run, mitigation: 'M2' })
      .thenKept(['workflow.started']);
  });
});

describe('the end of a run', () => {
  const running = [...taken, proposed(), approvedBy('bo'), started()];
  const finish = everyCommand['finish-workflow'];

  test.each([
    ['succeeded', 'mitigating', 'finished'],
    ['failed', 'investigating', 'finished'],
    ['timed-out', 'investigating', 'finished'],
    ['aborted', 'investigating', 'finished'],
    ['outcome-unknown', 'investigating', 'finished'],
    ['workflow-not-configured', 'investigating', 'running'],
  ] as const)('%s leaves the incident %s', (outcome, status, state) => {
    const after = given(...running)
      .when({ ...finish, outcome })
      .thenKept(['workflow.finished', { outcome }]);
    expect(after.status).toBe(status);
    expect(after.mitigations[0]).toMatchObject({ state, outcome });
    expect(after.mitigated_at).toBe(outcome === 'succeeded' ? minute(30) : null);
  });

  test('is a fact, so it is kept in every status, and moves nothing that is over', () => {
    const after = given(...wayTo.closed)
      .when(finish)
      .thenKept(['workflow.finished']);
    expect(after).toMatchObject({ status: 'closed', mitigated_at: minute(9) });
  });
});

describe('a verdict', () => {
  const judge = everyCommand['judge-mitigation'];

  test.each([
    ['worked', 'mitigating', minute(30)],
    ['no-effect', 'investigating', null],
    ['worse', 'investigating', null],
  ] as const)('%s leaves the incident %s', (verdict, status, mitigatedAt) => {
    const after = given(...wayTo.mitigating)
      .when({ ...judge, verdict })
      .thenKept(['mitigation.judged', { verdict }]);
    expect(after).toMatchObject({ status, mitigated_at: mitigatedAt });
  });

  test('is about the latest attempt without one, the one that is named, or what people did by hand', () => {
    const ran = [...taken, proposed(), approvedBy('bo'), started(), finished('succeeded')];
    given(...ran)
      .when(judge)
      .thenKept(['mitigation.judged', { mitigation: 'M1' }]);
    given(...ran, judged('worked', 9, 'M1'))
      .when(judge)
      .thenKept(['mitigation.judged', { mitigation: null }]);
    given(...ran, judged('worked', 9, 'M1'))
      .when({ ...judge, mitigation: 'M1', verdict: 'worse' })
      .thenKept(['mitigation.judged', { mitigation: 'M1' }]);
    given(...ran)
      .when({ ...judge, mitigation: 'M9' })
      .thenRefused({ reason: 'no-such-mitigation', mitigation: 'M9', known: ['M1'] });
    const byHand = given(...declared)
      .when(judge)
      .thenKept(['incident.acknowledged'], ['mitigation.judged', { mitigation: null }]);
    expect(byHand.mitigations).toMatchObject([{ id: 'M1', workflow: null, state: 'judged', verdict: 'worked' }]);
  });
});
