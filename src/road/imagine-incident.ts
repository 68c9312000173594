import type { Asked } from '../incident/command.ts';
import { evolve } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import { fact } from '../phases/decision.ts';
import { type Birth, declareFromAlert } from '../phases/declare.ts';
import type { ReceivedAlert } from './reception.ts';

/** The incident as it would be if these alerts declared it now; nothing of it is kept, and nothing in it is chance. */
export function imagine(
  received: readonly ReceivedAlert[],
  worst: ReceivedAlert,
  commander: Birth['commander'],
  asked: Asked,
): Incident {
  const birth: Birth = { id: 'INC-00000000-SIMULATED', salt: 'simulated', claims: [], follows: [], commander };
  const others = received.filter(({ alert }) => alert !== worst.alert && alert.status !== 'resolved');
  const events = [
    ...declareFromAlert(asked, birth, worst),
    ...others.map(({ alert, payload }) => fact('alert.received', asked, { alert, payload })),
  ];
  let state: Incident | null = null;
  for (const event of events) {
    state = evolve(state, { ...event, seq: (state?.last_seq ?? 0) + 1, recorded_at: asked.now });
  }
  if (state === null) throw new Error('an incident without a declaration');
  return state;
}
