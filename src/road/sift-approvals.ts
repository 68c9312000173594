import { approvalDigest } from '../incident/approval-digest.ts';
import type { ApprovalPolicy } from '../incident/command.ts';
import type { Incident, Mitigation, TimelineEntry } from '../incident/incident.ts';
import { readValidUntil, writeApprovalText } from '../phases/approval-text.ts';
import type { Doors, Prepared } from './doors.ts';

/** What is left of the approvals of a mitigation. */
interface Sifted {
  readonly mitigation: Mitigation;
  /** The first that only seems to count, and why it does not; null where there is none. */
  readonly forged: { readonly by: string | null; readonly why: string } | null;
}

/** What would run now, and when. */
interface Present {
  readonly incident: Incident;
  readonly mitigation: Mitigation;
  readonly prepared: Extract<Prepared, { ok: true }>;
  readonly now: string;
}

/**
 * Leaves only those approvals whose signatures fit what would run now, by keys that are allowed now. Whoever can write
 * into the record can write an approval into it, and cannot sign it.
 */
export async function siftApprovals(
  present: Present,
  policy: ApprovalPolicy,
  doors: Pick<Doors, 'whoSigned'>,
): Promise<Sifted> {
  const { incident, mitigation } = present;
  if (policy.signed !== true) return { mitigation, forged: null };
  const given = incident.timeline.filter(
    ({ type, data }) => type === 'mitigation.approved' && data['mitigation'] === mitigation.id,
  );
  const approvals: Mitigation['approvals'][number][] = [];
  let forged: Sifted['forged'] = null;
  for (const [index, approval] of mitigation.approvals.entries()) {
    // What is outdated or has expired does not count anyway, which is said elsewhere.
    const why = seemsToCount(approval, present) ? await whyForged(approval.by, given[index], present, doors) : null;
    if (why === null) approvals.push(approval);
    else forged ??= { by: approval.by, why };
  }
  return { mitigation: { ...mitigation, approvals }, forged };
}

function seemsToCount(
  { approves, expires_at }: Mitigation['approvals'][number],
  { incident, mitigation, prepared, now }: Present,
): boolean {
  return approves === approvalDigest(incident, mitigation, prepared) && (expires_at === null || expires_at > now);
}

async function whyForged(
  by: string | null,
  entry: TimelineEntry | undefined,
  { incident, mitigation, prepared, now }: Present,
  { whoSigned }: Pick<Doors, 'whoSigned'>,
): Promise<string | null> {
  const { signed_text: text, signature } = entry?.data ?? {};
  if (entry === undefined || typeof text !== 'string' || typeof signature !== 'string') return 'it is not signed';
  const until = readValidUntil(text);
  if (until === null || text !== writeApprovalText(incident, mitigation, prepared, until)) {
    return 'what was signed is something else';
  }
  if (until <= now) return `what was signed was valid until ${until}`;
  const signer = await whoSigned(text, signature, entry.recorded_at);
  if (!signer.ok) return signer.why;
  return signer.person === by ? null : `it is the signature of ${signer.person}`;
}
