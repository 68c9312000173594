import type { Incident } from '../incident/incident.ts';

export type PostMortemState = 'draft' | 'in-review' | 'final';

/** `draft` until the review meeting is called, `in-review` until reviewers sign it off, then `final`. */
export function postMortemState({ post_mortem: { state, meeting } }: Incident): PostMortemState {
  if (state === 'final') return 'final';
  return state === 'draft' && meeting !== null && meeting.called_off !== true ? 'in-review' : 'draft';
}
