import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { timelineRows } from '../../timeline-rows.ts';

/** `timeline [id]`: everything that happened, in the order it happened. */
export const timeline: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, null);
  const entries = incident.timeline.toSorted((a, b) => a.at.localeCompare(b.at) || a.seq - b.seq);
  return about(house, incident, 'shown', { lines: timelineRows(entries), more: { timeline: entries }, next: [] });
};
