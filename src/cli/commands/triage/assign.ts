import { parseRole, roleNames, roles } from '../../../incident/role.ts';
import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { readPerson, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `assign [id] <role> <person>`. */
export const assign: Action = (input, house) => {
  const { id, words } = splitId(input.args, 2);
  const [typedRole, typedPerson] = words;
  if (typedRole === undefined) {
    throw new WrongUsage(
      'role-missing',
      'Which role, and who?',
      `Roles: ${roles.join(', ')}. Example: incident assign commander ana`,
    );
  }
  const role = parseRole(typedRole);
  if (role === null) {
    throw new WrongUsage(
      'unknown-role',
      `"${typedRole}" is not a role.`,
      `Roles: ${roles.join(', ')}. Example: incident assign commander ana`,
    );
  }
  if (typedPerson === undefined) {
    throw new WrongUsage('person-missing', `Who is the ${roleNames[role]}?`, `incident assign ${role} <person>`);
  }
  const person = readPerson(typedPerson, house, 'assign');
  const because = textOf(input, 'because') ?? '';
  return ask(house, id, 'assign', { type: 'assign', ...whoAndWhen(input, house), role, person, because }, () => ({
    outcome: 'assigned',
    lines: [`${roleNames[role]} is ${person}`],
  }));
};
