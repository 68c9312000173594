import type { Answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { answerGoingOn } from '../../go-on-answer.ts';
import { textOf } from '../../input.ts';
import { pickIncident } from '../../pick-incident.ts';
import { readOneOf } from '../../read-one-of.ts';
import { show } from '../looking/show.ts';
import { suspects } from '../mitigation/suspects.ts';
import { postMortemDraft } from '../post-mortem/post-mortem-draft.ts';

const modes = ['triage', 'investigate', 'mitigation', 'resolution', 'postmortem', 'post-mortem'] as const;

/** `--incident-id <id> [--mode …]`: goes on from where the incident stands, as far as it may without a person. */
export const goOn: Action = async (input, house) => {
  const incident = await pickIncident(house, textOf(input, 'incidentId'), null);
  const typed = textOf(input, 'mode');
  const mode = typed === null ? null : readOneOf(typed, modes, '--mode');
  const args = { ...input, args: [incident.id] };
  const nothing = new Set<string>();
  switch (mode) {
    case null:
      return answerGoingOn(incident, input, house, { until: 'drafted', done: nothing });
    case 'triage':
      return shown('triage', await show(args, house));
    case 'investigate':
      return shown('investigate', await suspects(args, house));
    case 'mitigation':
    case 'resolution': {
      const until = mode === 'mitigation' ? 'mitigated' : 'resolved';
      const answer = await answerGoingOn(incident, input, house, { until, done: nothing });
      return { ...answer, outcome: `${mode}-shown` };
    }
    case 'postmortem':
    case 'post-mortem':
      return postMortemDraft(args, house);
  }
};

/** Without a person's step nothing goes on, and that is no failure. */
function shown(mode: string, answer: Answer): Answer {
  return { ...answer, outcome: `${mode}-shown` };
}
