import { compileUserPatterns, type RefusedPattern } from '../sanitise/user-patterns.ts';
import { checkNames } from './check-names.ts';
import { checkSpecIds } from './check-spec-ids.ts';
import { checkTimes } from './check-times.ts';
import type { RedactionPattern } from './config.ts';
import type { GivenConfig, GivenIncidentResponse } from './config-schema.ts';
import type { KeyPath } from './key-path.ts';
import type { Mismatch } from './mismatch.ts';

/** Checks that every name leads somewhere, and that times, turns, expressions and limits make sense together. */
export function crossCheck(given: GivenConfig): Mismatch[] {
  const { safety, incident_response: ours = {} } = given;
  const below = [...checkTimes(ours), ...checkNames(ours), ...checkApprovals(ours)];
  return [
    ...checkPatterns(safety?.redaction?.patterns ?? [], ['safety', 'redaction', 'patterns']),
    ...checkPatterns(ours.security?.redaction?.patterns ?? [], [
      'incident_response',
      'security',
      'redaction',
      'patterns',
    ]),
    ...checkSpecIds(given),
    ...below.map((found) => ({ ...found, path: ['incident_response', ...found.path] })),
  ];
}

const patternWords: Readonly<Partial<Record<RefusedPattern['reason'], string>>> = {
  'invalid-regex': 'is no regular expression that JavaScript understands',
  'too-long': 'is longer than 500 characters',
  'too-many': 'is one pattern too many: 50 are used',
  'matches-nothing': 'matches an empty text',
};

function checkPatterns(patterns: readonly RedactionPattern[], path: KeyPath): Mismatch[] {
  return compileUserPatterns(patterns).refused.map(({ index, reason }) => ({
    path: [...path, index, 'regex'],
    what: patternWords[reason] ?? `could take very long on a hostile text (${reason})`,
    drops: true,
  }));
}

function checkApprovals({ approvals, security }: GivenIncidentResponse): Mismatch[] {
  const policy = approvals?.default;
  const found: Mismatch[] = [];
  const named = new Set(policy?.by ?? []).size;
  if (named > 0 && (policy?.count ?? 1) > named) {
    const what = 'asks for more approvals than there are people who may approve';
    found.push({ path: ['approvals', 'default', policy?.count === undefined ? 'by' : 'count'], what, drops: false });
  }
  if (policy?.signed === true && (approvals?.allowed_signers ?? security?.allowed_signers) === undefined) {
    found.push({
      path: ['approvals', 'default', 'signed'],
      what: 'needs approvals.allowed_signers, or no signature can be checked',
      drops: false,
    });
  }
  if (security?.encrypt_record === true && security.record_key === undefined) {
    found.push({
      path: ['security', 'encrypt_record'],
      what: 'needs security.record_key, or nothing can be sealed',
      drops: false,
    });
  }
  return found;
}
