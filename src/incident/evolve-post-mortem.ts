import type { ActionItem } from './action-item.ts';
import type { RecordedEvent } from './event.ts';
import type { Incident } from './incident.ts';

type PostMortemEvent = Extract<
  RecordedEvent,
  {
    type:
      | 'root-cause.recorded'
      | 'action.added'
      | 'action.done'
      | 'action.dropped'
      | 'post-mortem.scheduled'
      | 'post-mortem.drafted'
      | 'post-mortem.finalized'
      | 'actions.handed-over';
  }
>;

/** Follows the lessons: root cause, action items, the meeting and the report. */
export function evolvePostMortem(incident: Incident, event: PostMortemEvent): Incident {
  const { post_mortem } = incident;
  switch (event.type) {
    case 'root-cause.recorded': {
      const before = incident.root_cause;
      return {
        ...incident,
        contributing_factors: [...incident.contributing_factors, ...event.data.factors],
        root_cause: {
          trigger: event.data.trigger ?? before?.trigger ?? null,
          whys: [...(before?.whys ?? []), ...event.data.whys],
          went_well: [...(before?.went_well ?? []), ...event.data.went_well],
          was_difficult: [...(before?.was_difficult ?? []), ...event.data.was_difficult],
          got_lucky: [...(before?.got_lucky ?? []), ...event.data.got_lucky],
        },
      };
    }
    case 'action.added':
      return { ...incident, action_items: [...incident.action_items, event.data.action] };
    case 'action.done':
      return settleAction(incident, event.data.action, { state: 'done', because: event.data.because });
    case 'action.dropped':
      return settleAction(incident, event.data.action, { state: 'dropped', because: event.data.because });
    case 'post-mortem.scheduled':
      return { ...incident, post_mortem: { ...post_mortem, meeting: event.data } };
    case 'post-mortem.drafted':
      return { ...incident, post_mortem: { ...post_mortem, state: 'draft', version: event.data.version } };
    case 'post-mortem.finalized':
      return { ...incident, post_mortem: { ...post_mortem, ...event.data, state: 'final' } };
    case 'actions.handed-over':
      return incident;
  }
}

function settleAction(incident: Incident, id: string, change: Pick<ActionItem, 'state' | 'because'>): Incident {
  return {
    ...incident,
    action_items: incident.action_items.map((action) => (action.id === id ? { ...action, ...change } : action)),
  };
}
