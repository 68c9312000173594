import { checkBlame } from '../report/blame/check-blame.ts';
import { findNamesInCause } from '../report/blame/find-names-in-cause.ts';
import type { Finding } from '../report/blame/finding.ts';
import { type SanitiseOptions, sanitiseText } from '../sanitise/sanitise-text.ts';

/** Finds blame, and what should not have been written down at all, in one text; ordered by place. */
export function lintText(text: string, people: readonly string[], sanitising: SanitiseOptions): readonly Finding[] {
  const findings = [...checkBlame(text, { people }), ...findNamesInCause(text, people), ...findLeaks(text, sanitising)];
  return findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** True when a finding keeps a report from being final. */
export function blocks({ tier, kind }: Pick<Finding, 'tier' | 'kind'>): boolean {
  return tier === 'block' || (tier === 'warn' && kind === 'blame');
}

/** Secrets and personal data, found line by line as the difference that sanitising makes. */
function findLeaks(text: string, sanitising: SanitiseOptions): readonly Finding[] {
  const findings: Finding[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const state = { salt: 'lint', by_digest: {}, counts: {} };
    const cleaned = sanitiseText(line, state, sanitising);
    if (cleaned.text !== line) {
      const [from, to] = differingPart(line, cleaned.text);
      const secret = cleaned.found.some(({ kind }) => kind === 'secret');
      findings.push({
        kind: secret ? 'secret' : 'personal-data',
        tier: 'block',
        category: cleaned.found[0]?.name ?? 'unknown',
        line: index + 1,
        column: from + 1,
        start: start + from,
        end: start + to,
        // What was found is not repeated: the finding itself may be logged.
        text: cleaned.text.slice(from, cleaned.text.length - (line.length - to)),
        why: secret
          ? 'A secret in a report is read by everyone who reads the report.'
          : 'Personal data has no place in a report.',
        suggestion: secret ? 'Take it out, and revoke it.' : 'Take it out, or say the role instead.',
      });
    }
    start += line.length + 1;
  }
  return findings;
}

function differingPart(before: string, after: string): readonly [number, number] {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let behind = 0;
  while (
    behind < before.length - from &&
    behind < after.length - from &&
    before.at(-1 - behind) === after.at(-1 - behind)
  )
    behind += 1;
  return [from, before.length - behind];
}
