import type { CommandOf } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { accept, type Decision, fact, refuse } from './decision.ts';

/** Writes something down; a correction points at the entry it corrects and leaves it standing. */
export function addNote(command: CommandOf<'add-note'>, incident: Incident): Decision {
  const { kind, text, evidence, milestone, amends } = command;
  if (text.trim() === '') return refuse({ reason: 'nothing-to-record', wanted: 'the text of the note' });
  if (amends !== null && (amends < 1 || amends > incident.last_seq)) {
    return refuse({ reason: 'no-such-entry', seq: amends, last_seq: incident.last_seq });
  }
  return accept(fact('note.added', command, { kind, text, evidence, milestone, amends }));
}

/** Records that somebody opens what came unredacted: on record before it is shown, and only in somebody's name. */
export function revealOriginal(command: CommandOf<'reveal-original'>, incident: Incident): Decision {
  const { seq, has_original, by } = command;
  if (by === null) return refuse({ reason: 'reason-missing', wanted: 'who opens it', flag: '--as <person>' });
  if (!has_original) return refuse({ reason: 'no-such-entry', seq, last_seq: incident.last_seq });
  return accept(fact('original.revealed', command, { seq }));
}

/** Records what stakeholders are told. */
export function postUpdate(command: CommandOf<'post-update'>): Decision {
  const { update } = command;
  if (update.text.trim() === '') return refuse({ reason: 'nothing-to-record', wanted: 'the text of the update' });
  return accept(fact('update.posted', command, update));
}
