import { contactRules } from './contact-data.ts';
import { identityRules } from './identity-numbers.ts';
import { personNameRules } from './person-names.ts';
import type { Rule } from './rule.ts';
import { whereaboutsRules } from './whereabouts.ts';

/** The rules for what identifies, reaches or locates a person. */
export function personalRules(): readonly Rule[] {
  return [...contactRules(), ...identityRules(), ...whereaboutsRules(), ...personNameRules()];
}
