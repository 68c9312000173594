import type { Command } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import type { Refusal } from '../incident/failure.ts';
import type { Incident } from '../incident/incident.ts';
import { decide } from '../phases/decide.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import { type Sanitising, sanitiseEvents } from './sanitise-events.ts';

/** What became of a command. */
export type Response =
  | {
      readonly ok: true;
      readonly incident: Incident;
      readonly kept: readonly IncidentEvent[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly incident: Incident }
  | { readonly ok: false; readonly refusal: UnknownIncident; readonly incident: null };

export interface UnknownIncident {
  readonly reason: 'unknown-incident';
  readonly id: string;
}

/** A command, or how to make one from the state it is decided on. */
export type Ask = Command | ((incident: Incident) => Command);

/** What answering a command needs from outside. */
export interface Desk {
  readonly store: IncidentStore;
  readonly sanitising: Sanitising;
}

/** Each lost race means that somebody else's decision was kept, so this many in a row is a fault and not bad luck. */
const mostAttempts = 200;

/**
 * The road every command travels: read, decide, take out what may not be kept, keep.
 *
 * When somebody else's entry came first, the state is read and the command decided again, so that no decision is ever
 * kept on top of a state it was not made for.
 */
export async function respond(id: string, ask: Ask, { store, sanitising }: Desk): Promise<Response> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const incident = await store.read(id);
    if (incident === null) return { ok: false, refusal: { reason: 'unknown-incident', id }, incident: null };
    const command = typeof ask === 'function' ? ask(incident) : ask;
    const decision = decide(command, incident);
    if (!decision.ok) return { ok: false, refusal: decision.refusal, incident };
    if (decision.events.length === 0) return { ok: true, incident, kept: [], warnings: [] };
    const events = sanitiseEvents(decision.events, incident.placeholders, sanitising);
    const appended = await store.append(id, incident.revision, events, command.now);
    if (appended.ok) return { ok: true, incident: appended.incident, kept: events, warnings: appended.warnings };
  }
  throw new Error(`${id} changed ${mostAttempts} times while one command was being decided`);
}
