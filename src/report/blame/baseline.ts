import type { Finding } from './finding.ts';

/** A finding that people looked at and accepted, with their reason. */
export interface AcceptedFinding {
  readonly key: string;
  readonly reason: string;
}

/** What remains of a list of findings once the accepted ones are set aside. */
export interface Comparison {
  readonly open: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** Entries that match nothing any more and can be removed. */
  readonly unused: readonly AcceptedFinding[];
}

/** Names a finding by category and wording, so that the key survives edits elsewhere in the text. */
export function keyOfFinding(finding: Pick<Finding, 'category' | 'text'>): string {
  return `${finding.category}: ${finding.text.toLowerCase().replace(/\s+/g, ' ').trim()}`;
}

/** Sets accepted findings aside; an entry without a reason accepts nothing. */
export function compareWithBaseline(findings: readonly Finding[], baseline: readonly AcceptedFinding[]): Comparison {
  const reasons = new Map(baseline.filter((entry) => entry.reason.trim() !== '').map((entry) => [entry.key, entry]));
  const used = new Set<string>();
  const open: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const key = keyOfFinding(finding);
    if (reasons.has(key)) {
      used.add(key);
      accepted.push(finding);
    } else open.push(finding);
  }
  return { open, accepted, unused: baseline.filter((entry) => !used.has(entry.key)) };
}
