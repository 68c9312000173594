import { contactRules } from './contact-data.ts';
import { identityRules } from './identity-numbers.ts';
import { personNameRules } from './person-names.ts';
import type { Rule } from './rule.ts';
import { whereaboutsRules } from './whereabouts.ts';

/**
 * The rules for what identifies, reaches or locates a person.
 *
 * Kept on purpose, because an incident can't be told without it: addresses and hardware addresses of hosts, private
 * addresses anywhere, accounts after `user=` or `login=` (mostly machines and responders, who are on the record as such),
 * home folders of system accounts, and names of people outside the contexts that `personNameRules` knows or the roster.
 */
export function personalRules(): readonly Rule[] {
  return [...contactRules(), ...identityRules(), ...whereaboutsRules(), ...personNameRules()];
}
