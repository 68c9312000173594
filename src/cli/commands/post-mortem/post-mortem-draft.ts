import { draftPostMortem } from '../../../road/draft-post-mortem.ts';
import { answer, exitCodes } from '../../answer.ts';
import { about, refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `post-mortem draft [id]`: writes the report from the record. */
export const postMortemDraft: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, 'draft-post-mortem');
  const drafted = await draftPostMortem(incident.id, whoAndWhen(input, house), {
    ...house,
    people: house.config.people,
  });
  if (drafted.ok) {
    return about(house, drafted.incident, 'drafted', {
      lines: Object.values(drafted.files),
      files: drafted.files,
      warnings: drafted.warnings,
    });
  }
  if (drafted.kind === 'refused') return refused(house, drafted.response);
  return answer('template-broken', {
    exit_code: exitCodes.wrongUsage,
    error: {
      reason: 'template-broken',
      message: `The ${drafted.template} template does not work: ${drafted.message}`,
      hint: 'Mend the file in .smartspec/templates/, or remove it to use the one that comes with the program.',
    },
  });
};
