import type { IncidentEvent } from '../incident/event.ts';
import type { PlaceholderState } from '../incident/incident.ts';
import type { SanitiseOptions } from '../sanitise/sanitise-text.ts';
import { type Json, sanitiseValue } from '../sanitise/sanitise-value.ts';

/** What the program itself wrote and reads again; taking something out of it would break the record. */
const ownWriting: ReadonlySet<string> = new Set([
  'id',
  'salt',
  'claim',
  'claims',
  'to',
  'into',
  'key',
  'approves',
  // What was signed has to stay as it was signed, or the signature fits nothing.
  'signed_text',
  'signature',
  'signer',
  'follows',
  'fingerprint',
]);

/** How the texts of facts are made safe; see the room `sanitise`. */
export type Sanitising = SanitiseOptions;

/**
 * Takes secrets and personal data out of facts before they are kept.
 *
 * This is the one place where it happens, so nothing a person, an alert or a workflow said reaches the disk around it.
 * What was replaced for the first time is remembered in a fact of its own.
 */
export function sanitiseEvents(
  events: readonly IncidentEvent[],
  known: PlaceholderState,
  options: Sanitising,
): readonly IncidentEvent[] {
  let state = known;
  const safe: IncidentEvent[] = [];
  for (const event of events) {
    const data: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(event.data)) {
      if (ownWriting.has(name) || value === null || typeof value === 'number' || typeof value === 'boolean') {
        data[name] = value;
        continue;
      }
      const fingerprint = fingerprintIn(value);
      // A name such as `text` or `alert` keeps its meaning for the detectors when it stays around its value.
      const sanitised = sanitiseValue({ [name]: value as Json }, state, options);
      state = sanitised.state;
      const clean = (sanitised.value as Record<string, unknown>)[name];
      data[name] = fingerprint === null ? clean : { ...(clean as object), fingerprint };
    }
    safe.push({ ...event, data } as unknown as IncidentEvent);
  }
  const first = events[0];
  if (state === known || first === undefined) return safe;
  const by_digest = Object.fromEntries(
    Object.entries(state.by_digest).filter(([digest]) => !Object.hasOwn(known.by_digest, digest)),
  );
  if (Object.keys(by_digest).length === 0) return safe;
  return [...safe, { type: 'text.sanitised', at: first.at, by: null, data: { by_digest, counts: state.counts } }];
}

function fingerprintIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('fingerprint' in value) || !('severity_raw' in value))
    return null;
  return typeof value.fingerprint === 'string' ? value.fingerprint : null;
}
