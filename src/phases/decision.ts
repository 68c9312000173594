import type { Asked } from '../incident/command.ts';
import type { EventData, EventType, IncidentEvent } from '../incident/event.ts';
import type { Refusal } from '../incident/failure.ts';

/** What comes of a command: facts to keep, or the reason why not. */
export type Decision =
  | { readonly ok: true; readonly events: readonly IncidentEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** The facts that follow from a command; none means that all of it was true already. */
export function accept(...events: readonly IncidentEvent[]): Decision {
  return { ok: true, events };
}

export function refuse(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** A fact as the person who asked would date and sign it. */
export function fact<Type extends EventType>(
  type: Type,
  asked: Asked,
  data: EventData[Type],
): Extract<IncidentEvent, { readonly type: Type }> {
  // The union is one variant per type, which the compiler cannot follow through a type parameter.
  return { type, at: asked.at, by: asked.by, data } as unknown as Extract<IncidentEvent, { readonly type: Type }>;
}

/** How far a clock may be off before a moment counts as not yet come, in milliseconds. */
const clocksDiffer = 60_000;

/** True when what is asked for is said to have happened after it was asked for. */
export function isInTheFuture({ at, now }: Asked): boolean {
  return Date.parse(at) > Date.parse(now) + clocksDiffer;
}
