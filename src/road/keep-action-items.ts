import type { Incident } from '../incident/incident.ts';
import { composeActionItemsFile } from '../report/action-items-file.ts';
import { nameRoles } from '../report/name-roles.ts';
import type { ReportDesk } from './draft-post-mortem.ts';

const name = 'action-items.json';

/**
 * Writes what other programs poll of the action items anew, and says where; null where no report lies here.
 *
 * The report itself stays as it was drafted or signed off.
 */
export function keepActionItems(
  incident: Incident,
  { people, reporting }: Pick<ReportDesk, 'people' | 'reporting'>,
): string | null {
  if (incident.post_mortem.state === 'none' || reporting.read(incident.id, name) === null) return null;
  const file = composeActionItemsFile(incident, (text) => nameRoles(text, incident, people));
  return reporting.write(incident.id, name, `${JSON.stringify(file, null, 2)}\n`);
}
