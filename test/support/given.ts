import { expect } from 'vitest';
import type { Asked, Command } from '../../src/incident/command.ts';
import type { EventData, EventType, IncidentEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Refusal } from '../../src/incident/failure.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { decide } from '../../src/phases/decide.ts';
import { minute } from './store-events.ts';

/** A command without who asks and when, which are `ana` at minute 30 unless said otherwise. */
export type Wish = Command extends infer One
  ? One extends Command
    ? Omit<One, keyof Asked> & Partial<Asked>
    : never
  : never;

/** A command as `ana` gives it at minute 30. */
export function commandOf(wish: Wish): Command {
  return { by: 'ana', at: minute(30), now: minute(30), ...wish };
}

/** The state after these facts, each written down when it happened; the first declares the incident. */
export function incidentAfter(events: readonly IncidentEvent[], start: Incident | null = null): Incident {
  let state = start;
  for (const event of events) {
    state = evolve(state, { ...event, seq: (state?.last_seq ?? 0) + 1, recorded_at: event.at });
  }
  if (state === null) throw new Error('the first fact has to declare the incident');
  return state;
}

/** What is expected of one event: its type, and as much of what it carries as matters. */
export type Expected = { readonly [Type in EventType]: readonly [Type, Partial<EventData[Type]>?] }[EventType];

/** Given these facts, when this command is given, then these facts follow, or it is refused. */
export function given(...facts: readonly IncidentEvent[]) {
  const before = incidentAfter(facts);
  return {
    when: (wish: Wish) => {
      const decision = decide(commandOf(wish), before);
      return {
        thenKept: (...expected: readonly Expected[]): Incident => {
          if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
          expect(decision.events.map(({ type }) => type)).toEqual(expected.map(([type]) => type));
          for (const [index, [, data]] of expected.entries())
            expect(decision.events[index]?.data).toMatchObject(data ?? {});
          return incidentAfter(decision.events, before);
        },
        thenRefused: (refusal: Refusal): void => {
          expect(decision).toEqual({ ok: false, refusal });
        },
      };
    },
  };
}
