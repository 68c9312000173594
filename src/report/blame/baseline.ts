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

/** A choice of words can be accepted for a reason; a secret or personal data has to go. */
export function isAcceptable({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'blame' || kind === 'name-in-cause';
}

/** Sets accepted findings aside; an entry without a reason accepts nothing. */
export function compareWithBaseline(findings: readonly Finding[], baseline: readonly AcceptedFinding[]): Comparison {
  const reasons = new Map(baseline.filter((entry) => entry.reason.trim() !== '').map((entry) => [entry.key, entry]));
  const used = new Set<string>();
  const open: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const key = keyOfFinding(finding);
    if (reasons.has(key) && isAcceptable(finding)) {
      used.add(key);
      accepted.push(finding);
    } else open.push(finding);
  }
  return { open, accepted, unused: baseline.filter((entry) => !used.has(entry.key)) };
}

export type BaselineRead =
  | { readonly ok: true; readonly accepted: readonly AcceptedFinding[] }
  | { readonly ok: false; readonly message: string };

const largest = 10_000;

/** Reads a baseline file: `{"accepted": [{"key": "…", "reason": "…"}]}`. */
export function readBaseline(text: string): BaselineRead {
  const parsed = parseJson(text);
  const list = typeof parsed === 'object' && parsed !== null && 'accepted' in parsed ? parsed.accepted : undefined;
  if (!Array.isArray(list)) return { ok: false, message: 'it is no JSON object with a list called "accepted"' };
  if (list.length > largest) return { ok: false, message: `it accepts more than ${largest} findings` };
  const accepted: AcceptedFinding[] = [];
  for (const [index, entry] of list.entries()) {
    const { key, reason }: Record<string, unknown> = typeof entry === 'object' && entry !== null ? { ...entry } : {};
    if (typeof key !== 'string' || typeof reason !== 'string')
      return { ok: false, message: `entry ${index + 1} has no "key" and "reason" that are texts` };
    if (reason.trim() === '') return { ok: false, message: `entry ${index + 1} (${key.slice(0, 80)}) has no reason` };
    accepted.push({ key, reason });
  }
  return { ok: true, accepted };
}

/** The text of a baseline file that accepts these findings: known entries keep their reason, new ones get this one. */
export function writeBaseline(
  findings: readonly Finding[],
  known: readonly AcceptedFinding[],
  reason: string,
): { readonly accepted: readonly AcceptedFinding[] } {
  const reasons = new Map(known.map((entry) => [entry.key, entry.reason]));
  const keys = [...new Set(findings.map(keyOfFinding))].sort();
  return { accepted: keys.map((key) => ({ key, reason: reasons.get(key) ?? reason })) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
