import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { explainRefusal, explainTrouble } from '../../src/cli/explain.ts';
import { globalOptions } from '../../src/cli/global-options.ts';
import type { Refusal, RefusalReason } from '../../src/incident/failure.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import type { TroubleReason } from '../../src/store/incident-store.ts';

const id = 'INC-20261123-7KQ2MX';
const other = 'INC-20261123-4WHT9C';

const refusals: { readonly [Reason in RefusalReason]: readonly Extract<Refusal, { readonly reason: Reason }>[] } = {
  'not-in-this-status': [
    { reason: 'not-in-this-status', wanted: 'resolve', status: 'closed', allowed: ['open'] },
    { reason: 'not-in-this-status', wanted: 'acknowledge', status: 'resolved', allowed: ['open'] },
    { reason: 'not-in-this-status', wanted: 'reopen', status: 'open', allowed: ['resolved'] },
  ],
  'already-merged': [{ reason: 'already-merged', into: other }],
  'merge-into-itself': [{ reason: 'merge-into-itself' }],
  'same-severity': [{ reason: 'same-severity', severity: 'SEV-2' }],
  'reason-missing': [{ reason: 'reason-missing', wanted: 'why', flag: '--because "…"' }],
  'in-the-future': [{ reason: 'in-the-future', at: '2027-01-01T00:00:00.000Z', now: '2026-11-23T12:00:00.000Z' }],
  'no-such-entry': [{ reason: 'no-such-entry', seq: 9, last_seq: 3 }],
  'no-such-mitigation': [
    { reason: 'no-such-mitigation', mitigation: null, known: [] },
    { reason: 'no-such-mitigation', mitigation: 'M9', known: ['M1', 'M2'] },
  ],
  'mitigation-unclear': [{ reason: 'mitigation-unclear', known: ['M1', 'M2'] }],
  'not-approved': [{ reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 }],
  'approval-expired': [{ reason: 'approval-expired', mitigation: 'M1', expired_at: '2026-11-23T12:00:00.000Z' }],
  'approval-outdated': [{ reason: 'approval-outdated', mitigation: 'M1' }],
  'signature-missing': [{ reason: 'signature-missing', mitigation: 'M1' }],
  'signature-invalid': [
    { reason: 'signature-invalid', mitigation: 'M1', by: 'bo', why: 'what was signed is something else' },
    { reason: 'signature-invalid', mitigation: 'M1', by: null, why: 'it is not signed' },
  ],
  'signature-reused': [{ reason: 'signature-reused', mitigation: 'M1' }],
  'signature-expired': [{ reason: 'signature-expired', mitigation: 'M1', until: '2026-11-23T12:00:00.000Z' }],
  'identity-mismatch': [{ reason: 'identity-mismatch', person: 'bo', account: 'ana-l', account_of: 'ana' }],
  'override-not-allowed': [
    { reason: 'override-not-allowed', person: 'bo', commander: 'ana' },
    { reason: 'override-not-allowed', person: null, commander: null },
  ],
  'not-automatic': [
    { reason: 'not-automatic', mitigation: 'M1', why: 'no-playbook' },
    { reason: 'not-automatic', mitigation: 'M1', why: 'policy' },
    { reason: 'not-automatic', mitigation: 'M1', why: 'tried-already' },
  ],
  'pre-check-failed': [
    { reason: 'pre-check-failed', mitigation: 'M1', check: 'previous version', detail: 'there is none' },
  ],
  'not-allowed-to-approve': [
    { reason: 'not-allowed-to-approve', person: null, allowed: [] },
    { reason: 'not-allowed-to-approve', person: 'cy', allowed: ['bo', 'dee'] },
  ],
  'proposer-may-not-approve': [{ reason: 'proposer-may-not-approve', person: 'ana', severity: 'SEV-1' }],
  'already-approved-by': [{ reason: 'already-approved-by', person: 'bo', mitigation: 'M1' }],
  'already-run': [{ reason: 'already-run', mitigation: 'M1', state: 'finished' }],
  'still-running': [{ reason: 'still-running', mitigation: 'M1' }],
  'not-verified': [
    { reason: 'not-verified', since: null, last: 'none' },
    { reason: 'not-verified', since: '2026-11-23T12:00:00.000Z', last: 'failed' },
    { reason: 'not-verified', since: '2026-11-23T12:00:00.000Z', last: 'outdated' },
  ],
  'no-such-action': [
    { reason: 'no-such-action', action: 'A9', known: [] },
    { reason: 'no-such-action', action: 'A9', known: ['A1'] },
  ],
  'action-already-settled': [{ reason: 'action-already-settled', action: 'A1', state: 'done' }],
  'post-mortem-not-final': [
    { reason: 'post-mortem-not-final', severity: 'SEV-1', required_from: 'SEV-2', state: 'none' },
    { reason: 'post-mortem-not-final', severity: 'SEV-1', required_from: 'SEV-2', state: 'draft' },
  ],
  'post-mortem-not-drafted': [{ reason: 'post-mortem-not-drafted' }],
  'post-mortem-already-final': [{ reason: 'post-mortem-already-final' }],
  'findings-open': [{ reason: 'findings-open', blocking: 1, first: 'line 3' }],
  'nothing-to-record': [{ reason: 'nothing-to-record', wanted: 'the text of the note' }],
};

const names = commands.map(({ name }) => name);
const flags = [...globalOptions, ...commands.flatMap(({ options }) => options ?? [])].map(
  ([text]) => text.split(' ')[0],
);

/** True when every command the hint names exists, and it names one, or at least a flag that exists. */
function isOfUse(hint: string): boolean {
  const typed = [...hint.matchAll(/\bincident ([a-z][a-z -]*[a-z])/g)].map((match) => match[1] ?? '');
  const known = typed.filter((words) => names.some((name) => words === name || words.startsWith(`${name} `)));
  const flag = /--[a-z-]+/.exec(hint)?.[0];
  return known.length === typed.length && (typed.length > 0 || flag === '--help' || flags.includes(flag));
}

describe('a refusal', () => {
  test.each(
    Object.values<readonly Refusal[]>(refusals)
      .flat()
      .map((refusal) => [refusal.reason, refusal] as const),
  )('%s says what is the matter and names a command that leads on', (reason, refusal) => {
    const { message, hint, ...rest } = explainRefusal(refusal, id);
    expect(rest).toEqual({ reason });
    expect(message).toMatch(/^\S.{10,}(\.$|: )/);
    expect(`${message} ${hint}`).not.toMatch(/undefined|null|\[object/);
    expect(hint, hint).toSatisfy(isOfUse);
  });
});

const troubles: Readonly<Partial<Record<TroubleReason, number>>> = {
  'disk-full': 1,
  'read-only': 1,
  'no-permission': 1,
  'input-output-error': 1,
  'folder-vanished': 1,
  'symlink-in-path': 4,
  'unsafe-permissions': 4,
  'record-damaged': 5,
  'links-not-supported': 1,
};

describe('what to type instead', () => {
  test.each([
    ['closed', 'incident declare'],
    ['resolved', `incident reopen ${id}`],
    ['open', `incident show ${id}`],
  ] as const)('fits where it stands: %s', (status, hint) => {
    const refusal = {
      reason: 'not-in-this-status',
      wanted: 'verify',
      status,
      allowed: ['open', 'mitigating'],
    } as const;
    expect(explainRefusal(refusal, id).hint).toContain(hint);
    expect(explainRefusal(refusal, id).message).toContain('it is possible while it is open or mitigating');
  });

  test('names who may go past an approval, or how somebody comes to', () => {
    const gate = (commander: string | null) =>
      explainRefusal({ reason: 'override-not-allowed', person: 'bo', commander }, id).hint;
    expect(gate('dee')).toContain('--as dee');
    expect(gate(null)).toBe(`incident assign ${id} commander <person>`);
  });

  test.each([
    [false, '--as <person>'],
    [true, '--key <ssh key>'],
  ])('approves in the way that is wanted here: signed %s', (signed, how) => {
    const refusal = { reason: 'not-approved', mitigation: 'M1', have: 0, need: 1 } as const;
    expect(explainRefusal(refusal, id, signed).hint).toBe(`incident mitigate approve ${id} M1 ${how}`);
  });
});

describe('trouble with the disk', () => {
  test('a record that is locked is a matter of the set-up', () => {
    expect(explainTrouble('record-locked', '/srv/records', 'The key is not set.')).toMatchObject({
      exit_code: 2,
      message: 'The key is not set.',
    });
  });

  test.each(Object.entries(troubles))('%s names the place and ends with exit %i', (reason, exitCode) => {
    const known = Object.keys(troubles).find((one): one is keyof typeof troubles => one === reason);
    const { exit_code, message, hint } = explainTrouble(known ?? 'disk-full', '/srv/records', 'entry 3 is cut short');
    expect(exit_code).toBe(exitCode);
    expect(message).toContain('/srv/records');
    expect(hint.length).toBeGreaterThan(15);
  });
});

test('what is said about a database without an address survives the redaction that every text goes through', () => {
  const { hint } = explainTrouble('database-not-configured', 'DATABASE_URL', 'DATABASE_URL is not set');
  expect(sanitiseText(hint, { salt: 'shown', by_digest: {}, counts: {} }, {}).text).toBe(hint);
});
