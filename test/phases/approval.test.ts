import { describe, expect, test } from 'vitest';
import { approvalDigest } from '../../src/incident/approval-digest.ts';
import type { ApprovalPolicy, Signed } from '../../src/incident/command.ts';
import { readValidUntil, writeApprovalText } from '../../src/phases/approval-text.ts';
import { everyCommand } from '../support/every-command.ts';
import { given } from '../support/given.ts';
import { fact, idOf, minute } from '../support/store-events.ts';
import {
  acknowledged,
  anyoneApproves,
  approvedBy,
  declared,
  finished,
  proposed,
  started,
  whatRuns,
} from '../support/stories.ts';

const taken = [...declared, acknowledged];
const approve = everyCommand['approve-mitigation'];
const run = everyCommand['start-workflow'];
const strict: ApprovalPolicy = { ...anyoneApproves, proposer_may_approve: ['SEV-3', 'SEV-4'] };
const commander = fact('role.assigned', { role: 'commander', person: 'dee', because: '' }, 4);

/** A proposal of the program on behalf of a playbook. */
function byPlaybook(mitigation: string, auto = true) {
  return {
    ...fact('mitigation.proposed', {
      ...{ mitigation, workflow: 'smartspec_rollback', args: [], because: 'playbook "go back"' },
      ...{ playbook: 'go back', auto },
    }),
    by: null,
  };
}

describe('what an approval stands for', () => {
  const mitigation = { id: 'M1', workflow: 'smartspec_rollback', args: [{ name: 'to', value: 'v1' }] };
  const incident = { id: idOf(1), reopened_at: null };
  const digest = approvalDigest(incident, mitigation, whatRuns);

  test.each<[string, string]>([
    ['another incident', approvalDigest({ ...incident, id: idOf(2) }, mitigation, whatRuns)],
    [
      'the same one once it was reopened',
      approvalDigest({ ...incident, reopened_at: minute(9) }, mitigation, whatRuns),
    ],
    ['another program', approvalDigest(incident, mitigation, { ...whatRuns, command: ['/bin/false'] })],
    ['one more argument', approvalDigest(incident, mitigation, { ...whatRuns, command: ['/bin/true', '--force'] })],
    ['other content of the program', approvalDigest(incident, mitigation, { ...whatRuns, program: 'changed' })],
    ['nothing configured to run', approvalDigest(incident, mitigation, { command: null, program: null })],
  ])('%s is something else', (_what, other) => {
    expect(other).not.toBe(digest);
  });

  test('is written out for whoever signs, with a time after which it is worth nothing', () => {
    const text = writeApprovalText(incident, mitigation, whatRuns, minute(60));
    expect(text.split('\n').slice(0, 6)).toEqual([
      'approval of a mitigation, version 1',
      `incident: ${idOf(1)}`,
      'mitigation: M1',
      'workflow: smartspec_rollback',
      'program: "/bin/true"',
      'arguments: []',
    ]);
    expect(text).toContain(digest);
    expect(readValidUntil(text)).toBe(minute(60));
    const impossible = text.replace(minute(60), '2026-13-23T13:00:00.000Z');
    for (const broken of ['', 'valid until: soon', text.replace('Z\n', '\n'), impossible])
      expect(readValidUntil(broken)).toBeNull();
  });

  test('a value cannot pretend to be a line of it', () => {
    const sly = ['/bin/true', '\nvalid until: 2999-01-01T00:00:00.000Z'];
    const text = writeApprovalText(incident, mitigation, { command: sly, program: null }, minute(60));
    expect(readValidUntil(text)).toBe(minute(60));
  });
});

describe('an approval is looked at again when it is used', () => {
  const ready = [...taken, proposed(), approvedBy('bo')];

  test('what would run now has to be what was approved', () => {
    given(...ready)
      .when({ ...run, command: ['/bin/true', '--force'] })
      .thenRefused({ reason: 'approval-outdated', mitigation: 'M1' });
    given(...ready)
      .when({ ...run, program: 'changed' })
      .thenRefused({ reason: 'approval-outdated', mitigation: 'M1' });
  });

  test('whoever approved has to be allowed to still', () => {
    given(...ready)
      .when({ ...run, policy: { ...anyoneApproves, by: ['cy'] } })
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 });
    given(...taken, proposed(), approvedBy('ana'))
      .when({ ...run, policy: strict })
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 });
    given(...ready)
      .when({ ...run, policy: { ...anyoneApproves, signed: true } })
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 });
  });

  test('it ends at its moment, unless it has none', () => {
    const at = { at: minute(66), now: minute(66) };
    given(...ready)
      .when({ ...run, ...at })
      .thenRefused({ reason: 'approval-expired', mitigation: 'M1', expired_at: minute(66) });
    given(...taken, proposed(), approvedBy('bo', 6, null))
      .when({ ...run, at: minute(9999), now: minute(9999) })
      .thenKept(['workflow.started']);
  });

  test('the same person twice is one person', () => {
    given(...ready, approvedBy('bo', 7))
      .when({ ...run, policy: { ...anyoneApproves, count: 2 } })
      .thenRefused({ reason: 'not-approved', mitigation: 'M1', have: 1, need: 2 });
  });
});

describe('a signed approval', () => {
  const signed: Signed = { signed_text: 'text', signature: 'sig', signer: 'bo@example.com', until: minute(40) };
  const wish = { ...approve, by: 'bo', policy: { ...anyoneApproves, signed: true } };

  test('is wanted where the policy says so, and ends with what was signed', () => {
    given(...taken, proposed())
      .when(wish)
      .thenRefused({ reason: 'signature-missing', mitigation: 'M1' });
    const after = given(...taken, proposed())
      .when({ ...wish, signed, identity: 'signature' })
      .thenKept(['mitigation.approved', { expires_at: minute(40), signer: 'bo@example.com', identity: 'signature' }]);
    expect(after.mitigations[0]?.approvals).toMatchObject([{ by: 'bo', signer: 'bo@example.com' }]);
  });

  test('ends with the policy where that is sooner, and where the policy has no end with what was signed', () => {
    for (const [expires_seconds, expires_at] of [
      [3600, minute(90)],
      [null, minute(300)],
    ] as const) {
      given(...taken, proposed())
        .when({ ...wish, policy: { ...wish.policy, expires_seconds }, signed: { ...signed, until: minute(300) } })
        .thenKept(['mitigation.approved', { expires_at }]);
    }
  });

  test('is another one by another person, or over another text', () => {
    const used = fact(
      'mitigation.approved',
      { mitigation: 'M1', approves: 'old', expires_at: minute(7), ...signed },
      6,
    );
    for (const change of [{ signer: 'cy@example.com' }, { signed_text: 'another' }]) {
      given(...taken, proposed(), used)
        .when({ ...wish, signed: { ...signed, ...change } })
        .thenKept(['mitigation.approved']);
    }
  });

  test('counts in its time and once', () => {
    given(...taken, proposed())
      .when({ ...wish, signed: { ...signed, until: minute(30) } })
      .thenRefused({ reason: 'signature-expired', mitigation: 'M1', until: minute(30) });
    const used = fact(
      'mitigation.approved',
      { mitigation: 'M1', approves: 'old', expires_at: minute(7), ...signed },
      6,
    );
    given(...taken, proposed(), used)
      .when({ ...wish, signed })
      .thenRefused({ reason: 'signature-reused', mitigation: 'M1' });
  });
});

describe('going past an approval', () => {
  const ready = [...taken, commander, proposed()];
  const wish = { ...run, by: 'dee', override: 'nobody is awake' };

  test('is for the commander with a reason, and stands in the record before the run', () => {
    given(...ready)
      .when(wish)
      .thenKept(
        ['gate.overridden', { gate: 'approval', mitigation: 'M1', because: 'nobody is awake' }],
        ['workflow.started'],
      );
    given(...ready)
      .when({ ...wish, by: 'bo' })
      .thenRefused({ reason: 'override-not-allowed', person: 'bo', commander: 'dee' });
    given(...taken, proposed())
      .when({ ...wish, by: null })
      .thenRefused({ reason: 'override-not-allowed', person: null, commander: null });
    given(...ready)
      .when({ ...wish, override: ' ' })
      .thenRefused({ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' });
  });

  test('is not on record where nothing stood in the way, and never runs anything twice', () => {
    given(...ready, approvedBy('bo'))
      .when(wish)
      .thenKept(['workflow.started']);
    given(...ready, approvedBy('bo'), started())
      .when(wish)
      .thenRefused({ reason: 'still-running', mitigation: 'M1' });
  });
});

describe('running without a person', () => {
  const wish = { ...run, by: null, automatic: true };

  test('is for an automatic playbook within rules that are content with one person’s word', () => {
    given(...declared, byPlaybook('M1'))
      .when(wish)
      .thenKept(['incident.acknowledged'], ['workflow.started', { automatic: true }]);
    given(...taken, byPlaybook('M1', false))
      .when(wish)
      .thenRefused({ reason: 'not-automatic', mitigation: 'M1', why: 'no-playbook' });
    given(...taken, proposed())
      .when(wish)
      .thenRefused({ reason: 'not-automatic', mitigation: 'M1', why: 'no-playbook' });
    for (const policy of [{ count: 2 }, { signed: true }]) {
      given(...taken, byPlaybook('M1'))
        .when({ ...wish, policy: { ...anyoneApproves, ...policy } })
        .thenRefused({ reason: 'not-automatic', mitigation: 'M1', why: 'policy' });
    }
  });

  test('is tried once per incident, whatever came of it and however many playbooks there are', () => {
    const start = fact('workflow.started', { mitigation: 'M1', workflow: 'w', command: [], automatic: true }, 7);
    given(...taken, byPlaybook('M1'), start, finished('failed'), byPlaybook('M2'))
      .when({ ...wish, mitigation: 'M2' })
      .thenRefused({ reason: 'not-automatic', mitigation: 'M2', why: 'tried-already' });
  });

  test('an override does not stand for it', () => {
    given(...taken, commander, proposed())
      .when({ ...wish, by: 'dee', override: 'hurry' })
      .thenRefused({ reason: 'not-automatic', mitigation: 'M1', why: 'no-playbook' });
  });

  test('a proposal of the program is nobody’s word that someone is on it', () => {
    const after = given(...declared)
      .when({ ...everyCommand['propose-mitigation'], by: null, playbook: { name: 'go back', auto: true } })
      .thenKept(['mitigation.proposed', { playbook: 'go back', auto: true }]);
    expect(after).toMatchObject({ status: 'open', acknowledged_at: null });
  });
});
