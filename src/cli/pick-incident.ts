import type { CommandType } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { permitted } from '../phases/decide.ts';
import type { House } from './house.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Splits the optional id from the words that a command takes: one word more than wanted means that the first is an id. */
export function splitId(
  args: readonly string[],
  wanted: number,
): { readonly id: string | null; readonly words: readonly string[] } {
  const [first, ...rest] = args;
  const named = first !== undefined && (args.length > wanted || looksLikeId(first));
  return named ? { id: first, words: rest } : { id: null, words: args };
}

/** An id as printed, in any case. */
export function looksLikeId(text: string): boolean {
  return /^INC-\d{4,8}-[0-9A-Z]+$/i.test(text.trim());
}

/**
 * Finds the incident that is meant: the one named, the one in INCIDENT_ID, or the only one it can be.
 *
 * Where several are open, the one whose status lets the command through is meant if it is the only such.
 */
export async function pickIncident(house: House, typed: string | null, command: CommandType | null): Promise<Incident> {
  const named = typed ?? house.surroundings.incidentId;
  if (named !== null) return findNamed(house, named);
  const open = await house.store.listOpen();
  const [only, ...others] = open;
  if (only !== undefined && others.length === 0) return only;
  const fitting = command === null ? [] : open.filter((incident) => permitted[command].includes(incident.status));
  const [fits, ...more] = fitting;
  if (fits !== undefined && more.length === 0 && permittedIsTelling(command)) return fits;
  if (only === undefined) {
    throw new WrongUsage(
      'no-open-incident',
      'No incident is open, so there is none to guess.',
      'Name one (incident list --all shows them), or declare one: incident declare "what users see" --severity SEV-2',
    );
  }
  throw new WrongUsage(
    'which-incident',
    `${open.length} incidents are open: ${candidates(open)}.`,
    'Name one, or set INCIDENT_ID.',
  );
}

/** A command that is always possible says nothing about which incident is meant. */
function permittedIsTelling(command: CommandType | null): boolean {
  return command !== null && permitted[command].length < 4;
}

async function findNamed(house: House, typed: string): Promise<Incident> {
  const id = typed.trim().toUpperCase();
  if (looksLikeId(id)) {
    const exact = await house.store.read(id);
    if (exact !== null) return exact;
  }
  const ids = await house.store.findIds(typed.trim());
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) {
    const found = await house.store.read(only);
    if (found !== null) return found;
  }
  if (others.length > 0) {
    throw new WrongUsage('ambiguous-incident', `"${typed}" could be ${ids.join(', ')}.`, 'Type more of the id.');
  }
  if (only !== undefined) {
    for await (const { id: known, pruned_at, closed_at } of house.store.listAll()) {
      if (known !== only || pruned_at === undefined) continue;
      throw new WrongUsage(
        'pruned-incident',
        `${only} was closed on ${closed_at?.slice(0, 10) ?? 'an unknown day'} and pruned on ${pruned_at.slice(0, 10)}.`,
        'Its record is gone for good; incident list --all keeps a line about it.',
      );
    }
  }
  const open = await house.store.listOpen();
  throw new WrongUsage(
    'unknown-incident',
    `No incident "${typed}" is on record.`,
    [
      open.length === 0 ? 'incident list --all shows every incident there is.' : `Open now: ${candidates(open)}.`,
      ...(/\d/.test(typed) ? [] : ['A text of several words goes in quotes.']),
    ].join(' '),
  );
}

function candidates(open: readonly Incident[]): string {
  const shown = open.slice(0, 10).map(({ id, severity, title }) => `${id} (${severity}, ${title.slice(0, 60)})`);
  return open.length > shown.length ? `${shown.join(', ')} and ${open.length - shown.length} more` : shown.join(', ');
}
