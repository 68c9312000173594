import { keepActionItems } from '../road/keep-action-items.ts';
import { StoreTrouble } from '../store/incident-store.ts';
import type { Answer } from './answer.ts';
import type { House } from './house.ts';

/** Adds to an answer that changed action items the file in which other programs read of them. */
export function withActionItems(answered: Answer, { config, reporting }: House): Answer {
  const { incident } = answered;
  if (incident === null || answered.error !== null) return answered;
  try {
    const path = keepActionItems(incident, { people: config.people, reporting });
    return path === null ? answered : { ...answered, files: { ...answered.files, action_items: path } };
  } catch (error) {
    // It is on record, and the next draft or change writes the file.
    if (!(error instanceof StoreTrouble)) throw error;
    const warning = `it is on record, but action-items.json could not be written (${error.reason})`;
    return { ...answered, warnings: [...answered.warnings, warning] };
  }
}
