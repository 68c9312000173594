import { findWithRule } from '../sanitise/find-spans.ts';
import type { Rule, Span } from '../sanitise/rule.ts';
import { secretRules } from '../sanitise/secrets.ts';
import type { Complaint } from './keep-right.ts';
import type { KeyPath } from './key-path.ts';

const mostValues = 5000;
const deepest = 12;
const longestText = 4096;

/** Finds values that look like a secret where none is expected, such as a token in a command. */
export function findPlainSecrets(data: unknown, top: KeyPath): Complaint[] {
  const rules = secretRules();
  const found: Complaint[] = [];
  let left = mostValues;
  const walk = (value: unknown, path: KeyPath): void => {
    left -= 1;
    if (left < 0 || path.length > deepest) return;
    if (typeof value === 'string' && looksSecret(value.slice(0, longestText), rules)) {
      found.push({ path, what: 'holds what looks like a secret: keep it in a variable of its own', about: 'value' });
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) walk(entry, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(data, top);
  return found;
}

function looksSecret(text: string, rules: readonly Rule[]): boolean {
  const lower = text.toLowerCase();
  const found: Span[] = [];
  for (const rule of rules) {
    const { triggers } = rule;
    if (triggers !== 'seven-digits' && triggers.some((trigger) => lower.includes(trigger)))
      findWithRule(rule, text, found);
  }
  return found.length > 0;
}
