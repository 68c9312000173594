import { describe, expect, test } from 'vitest';
import { approvalDigest } from '../../src/incident/approval-digest.ts';
import type { ApprovalPolicy } from '../../src/incident/command.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { writeApprovalText } from '../../src/phases/approval-text.ts';
import type { Doors } from '../../src/road/doors.ts';
import { siftApprovals } from '../../src/road/sift-approvals.ts';
import { incidentAfter } from '../support/given.ts';
import { openDoors } from '../support/road-desk.ts';
import { fact, minute } from '../support/store-events.ts';
import { acknowledged, anyoneApproves, approvedBy, declared, proposed, whatRuns } from '../support/stories.ts';

const waiting = incidentAfter([...declared, acknowledged, proposed()]);
const proposal = waiting.mitigations[0] ?? expect.fail('nothing is proposed');
const prepared = { ok: true, ...whatRuns, shown: '/bin/true' } as const;
const signed = { ...anyoneApproves, signed: true };

interface Wish {
  readonly by?: string;
  readonly text?: (text: string) => string;
  readonly until?: string;
  readonly expires?: string;
  readonly signature?: string;
}

function signedBy({ by = 'bo', text = (whole) => whole, until = minute(66), ...rest }: Wish = {}): IncidentEvent {
  const { expires = until, signature = 'fits' } = rest;
  const approves = approvalDigest(waiting, proposal, whatRuns);
  const signed_text = text(writeApprovalText(waiting, proposal, whatRuns, until));
  const data = {
    mitigation: 'M1',
    approves,
    expires_at: expires,
    identity: 'signature',
    signer: `${by}@example.com`,
  } as const;
  return { ...fact('mitigation.approved', { ...data, signed_text, signature }, 6), by };
}

/** Knows bo's signatures, and only where they fit. */
const whoSigned: Doors['whoSigned'] = async (_text, signature) =>
  signature === 'fits' ? { ok: true, person: 'bo' } : { ok: false, why: 'it does not fit the text' };

async function sift(
  facts: readonly IncidentEvent[],
  change: Partial<Parameters<typeof siftApprovals>[0]> = {},
  policy: ApprovalPolicy = signed,
) {
  const incident = incidentAfter([...declared, acknowledged, proposed(), ...facts]);
  const mitigation = incident.mitigations[0] ?? proposal;
  const present = { incident, mitigation, prepared, now: minute(30), ...change };
  const sifted = await siftApprovals(present, policy, openDoors({ whoSigned }));
  return { left: sifted.mitigation.approvals.map(({ by }) => by), forged: sifted.forged };
}

describe('an approval counts where its signature stands for what would run', () => {
  test('and it is that of whoever approved it', async () => {
    expect(await sift([signedBy()])).toEqual({ left: ['bo'], forged: null });
  });

  test('and where nobody asks for signatures, none is looked at', async () => {
    expect(await sift([approvedBy('bo')], {}, anyoneApproves)).toEqual({ left: ['bo'], forged: null });
  });

  test.each<[string, IncidentEvent, string]>([
    ['it is not signed', approvedBy('bo'), 'it is not signed'],
    ['its signature does not fit', signedBy({ signature: 'does not' }), 'it does not fit the text'],
    ['it is the signature of another', signedBy({ by: 'cy' }), 'it is the signature of bo'],
    [
      'another incident was signed',
      signedBy({ text: (text) => text.replace(/^incident: .*$/m, 'incident: INC-20261123-222222') }),
      'what was signed is something else',
    ],
    [
      'other arguments were signed',
      signedBy({ text: (text) => text.replace(/^arguments: .*$/m, 'arguments: ["-x"]') }),
      'what was signed is something else',
    ],
    [
      'its text says no time',
      signedBy({ text: (text) => text.replace(/^valid until: .*$/m, '') }),
      'what was signed is something else',
    ],
    [
      'more than one line was signed',
      signedBy({ text: (text) => `${text}and more` }),
      'what was signed is something else',
    ],
    [
      'the record says longer than what was signed',
      signedBy({ until: minute(10), expires: minute(90) }),
      `what was signed was valid until ${minute(10)}`,
    ],
  ])('but not where %s', async (_what, approval, why) => {
    expect(await sift([approval])).toEqual({ left: [], forged: { by: approval.by, why } });
  });

  test('and a forged one takes nothing from the others', async () => {
    expect(await sift([signedBy({ by: 'cy' }), signedBy()])).toEqual({
      left: ['bo'],
      forged: { by: 'cy', why: 'it is the signature of bo' },
    });
  });
});

describe('what does not count anyway is left, so that it is explained as what it is', () => {
  test.each<[string, Partial<Parameters<typeof siftApprovals>[0]>]>([
    ['outdated', { prepared: { ...prepared, command: ['/bin/other'] } }],
    ['expired', { now: minute(70) }],
  ])('%s', async (_what, change) => {
    expect(await sift([signedBy({ signature: 'does not' })], change)).toEqual({ left: ['bo'], forged: null });
  });
});
