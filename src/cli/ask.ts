import type { CommandType } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { nextSteps } from '../phases/next-steps.ts';
import { type Ask, type Response, respond } from '../road/respond.ts';
import { type Answer, answer, exitCodes } from './answer.ts';
import { explainRefusal } from './explain.ts';
import type { House } from './house.ts';
import { pickIncident } from './pick-incident.ts';
import { withSettled } from './with-settled.ts';

/** Gives a command to the incident that is meant, and answers with where it stands afterwards. */
export async function ask(
  house: House,
  typedId: string | null,
  type: CommandType,
  command: Ask,
  tell: (incident: Incident) => Partial<Answer> & { readonly outcome: string },
): Promise<Answer> {
  const meant = await pickIncident(house, typedId, type);
  return tellResponse(house, await respond(meant.id, command, house), tell);
}

/**
 * Turns the response to a command into the answer, after doing what the incident owes: the one place where commands that
 * change something tell people about it.
 */
export async function tellResponse(
  house: House,
  response: Response,
  tell: (incident: Incident) => Partial<Answer> & { readonly outcome: string },
): Promise<Answer> {
  if (!response.ok) return refused(house, response);
  const settled = response.kept.length === 0 ? null : await house.settle(response.incident);
  const incident = settled?.incident ?? response.incident;
  const { outcome, ...told } = tell(incident);
  const answered = about(house, incident, outcome, {
    ...told,
    warnings: [...response.warnings, ...(told.warnings ?? [])],
  });
  return settled === null ? answered : withSettled(answered, settled);
}

/** An answer about one incident: its files, and what to type next. */
export function about(house: House, incident: Incident, outcome: string, told: Partial<Answer> = {}): Answer {
  return answer(outcome, {
    incident,
    next: nextSteps(incident, {
      postMortemRequiredFrom: house.config.post_mortem.required_from,
      approvals: house.approvalPolicy,
      configured: (workflow) => Object.hasOwn(house.config.workflows, workflow),
    }),
    ...told,
    files: { ...filesOf(house, incident), ...told.files },
  });
}

/** A refusal by a gate, with the way through it. */
export function refused(house: House, response: Extract<Response, { ok: false }>): Answer {
  const { refusal, incident } = response;
  if (refusal.reason === 'unknown-incident') {
    const error = {
      reason: refusal.reason,
      message: `No incident "${refusal.id}" is on record.`,
      hint: 'incident list --all shows every incident there is.',
    };
    return answer('refused', { exit_code: exitCodes.wrongUsage, error });
  }
  const error = explainRefusal(refusal, incident?.id ?? '<id>', house.approvalPolicy.signed);
  const told: Partial<Answer> = { exit_code: exitCodes.refused, error };
  return incident === null ? answer('refused', told) : about(house, incident, 'refused', told);
}

/** Records in a database have no file that could be opened. */
function filesOf({ config }: House, { id }: Incident): Readonly<Record<string, string>> {
  if (config.store.kind !== 'file') return {};
  return { incident: `.spec/reports/incidents/${id}/incident.json` };
}
