import { contextRules } from './credential-contexts.ts';
import type { Rule } from './rule.ts';
import { spokenCodeRules } from './spoken-codes.ts';
import { tokenRules } from './token-formats.ts';

/** The rules for what opens doors, the most telling ones first: the first rule that finds a value names it. */
export function secretRules(): readonly Rule[] {
  return [...tokenRules(), ...contextRules(), ...spokenCodeRules()];
}
