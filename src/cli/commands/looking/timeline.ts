import { formatDuration } from '../../../incident/duration.ts';
import type { Incident } from '../../../incident/incident.ts';
import { findGaps, type Gap } from '../../../report/find-gaps.ts';
import type { Answer } from '../../answer.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { timelineRows } from '../../timeline-rows.ts';

/** `timeline [gaps] [id]`: everything that happened, in the order it happened; or what the record does not say. */
export const timeline: Action = async (input, house) => {
  const [first, ...rest] = input.args;
  const gapsWanted = first === 'gaps';
  const { id } = splitId(gapsWanted ? rest : input.args, 0);
  const incident = await pickIncident(house, id, null);
  if (gapsWanted) return tellGaps(incident, house);
  const entries = incident.timeline.toSorted((a, b) => a.at.localeCompare(b.at) || a.seq - b.seq);
  return about(house, incident, 'shown', { lines: timelineRows(entries), more: { timeline: entries }, next: [] });
};

/** Without a cadence of its own, half an hour of silence is worth a look. */
const usualCadence = 1800;

function tellGaps(incident: Incident, house: House): Answer {
  const cadence = house.config.communications.cadence[incident.highest_severity] ?? usualCadence;
  const gaps = findGaps(incident, cadence, house.now());
  return about(house, incident, 'gaps', {
    lines:
      gaps.length === 0
        ? [`no silence longer than ${formatDuration(cadence)}, and no milestone is missing`]
        : gaps.map(sayGap),
    more: { gaps },
    next: gaps.slice(0, 3).map((gap) => fillGap(gap, incident.id)),
  });
}

function sayGap(gap: Gap): string {
  if (gap.kind === 'missing-milestone')
    return `nothing says when it ${gap.milestone === 'started' ? 'started' : `was ${gap.milestone}`}`;
  return `nothing for ${formatDuration(gap.seconds)}: ${gap.from.slice(0, 16).replace('T', ' ')} to ${gap.to.slice(0, 16).replace('T', ' ')}`;
}

function fillGap(gap: Gap, id: string): { readonly command: string; readonly why: string } {
  if (gap.kind === 'missing-milestone') {
    return {
      command: `incident note ${id} "…" --milestone ${gap.milestone} --happened-at <time>`,
      why: `${gap.milestone} is not dated`,
    };
  }
  return {
    command: `incident note ${id} "…" --happened-at ${gap.from.slice(0, 16)}Z`,
    why: 'what happened meanwhile?',
  };
}
