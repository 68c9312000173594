import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { whoAndWhen } from '../../who-and-when.ts';

/** `escalate [id] [--because "…"]`: pages the next step now, acknowledged or not. */
export const escalate: Action = (input, house) => {
  const { id } = splitId(input.args, 0);
  const because = textOf(input, 'because') ?? 'more people are needed';
  return ask(house, id, 'escalate', { type: 'escalate', ...whoAndWhen(input, house), because }, (incident) => {
    const asked = incident.timeline.findLast(({ type }) => type === 'incident.escalated')?.seq;
    const pages = incident.notifications.filter(({ re, kind }) => re === asked && kind === 'page');
    const paged = pages.map(({ to, channel, state }) => `${to} by ${channel}: ${state}`);
    return {
      outcome: 'escalated',
      lines: [`escalated: ${house.redact(because)}`, ...paged],
      warnings: paged.length === 0 ? ['nobody is configured who could be paged: tell them yourself'] : [],
    };
  });
};
