import type { Incident } from '../../../incident/incident.ts';
import { type Answer, exitCodes } from '../../answer.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, textOf } from '../../input.ts';
import { pickIncident } from '../../pick-incident.ts';
import { readOneOf } from '../../read-one-of.ts';
import { show } from '../looking/show.ts';
import { postMortemDraft } from '../post-mortem/post-mortem-draft.ts';

const modes = ['triage', 'investigate', 'mitigation', 'resolution', 'postmortem', 'post-mortem'] as const;

/** `--incident-id <id> [--mode …]`: goes on from where the incident stands, as far as it may without a person. */
export const goOn: Action = async (input, house) => {
  const incident = await pickIncident(house, textOf(input, 'incidentId'), null);
  const typed = textOf(input, 'mode');
  const mode = typed === null ? null : readOneOf(typed, modes, '--mode');
  const args = { ...input, args: [incident.id] };
  if (mode === 'postmortem' || mode === 'post-mortem' || (mode === null && wantsDraft(incident)))
    return postMortemDraft(args, house);
  const answer = await show(args, house);
  return { ...answer, outcome: mode === null ? 'waiting' : `${mode}-shown`, ...gate(incident, house, answer, input) };
};

function wantsDraft({ status, post_mortem }: Incident): boolean {
  return status === 'resolved' && post_mortem.state === 'none';
}

/** Without a person's step nothing goes on, and that is no failure. */
function gate(incident: Incident, house: House, { next }: Answer, _input: Input): Partial<Answer> {
  const first = next[0] ?? about(house, incident, 'waiting').next[0];
  return { exit_code: exitCodes.done, warnings: first === undefined ? [] : [`waits for a person: ${first.why}`] };
}
