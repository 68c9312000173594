import type { Alert } from '../../src/incident/alert.ts';
import type { EventData, EventType, IncidentEvent } from '../../src/incident/event.ts';
import type { Declaration } from '../../src/store/incident-store.ts';

/** The moment most records in these tests are written; later ones are counted from it in minutes. */
export function minute(offset: number): string {
  return new Date(Date.UTC(2026, 10, 23, 12, offset)).toISOString();
}

export function alertOf(fingerprint: string, title = `latency of ${fingerprint}`): Alert {
  return {
    source: 'test',
    status: 'firing',
    title,
    service: 'checkout-api',
    severity_raw: 'critical',
    fingerprint,
    started_at: minute(-5),
    labels: { region: 'north' },
    links: [],
    measurement: null,
  };
}

/** One fact, by `ana`, at the given minute. */
export function fact<Type extends EventType>(
  type: Type,
  data: EventData[Type],
  offset = 0,
): Extract<IncidentEvent, { type: Type }> {
  const event: { type: Type; at: string; by: string; data: EventData[Type] } = {
    type,
    at: minute(offset),
    by: 'ana',
    data,
  };
  // The compiler can't see that a generic type picks exactly one member of the union.
  return event as unknown as Extract<IncidentEvent, { type: Type }>;
}

export function received(fingerprint: string, payload: unknown = { made: 'up' }): IncidentEvent {
  return fact('alert.received', { alert: alertOf(fingerprint), payload });
}

export function repeated(fingerprint: string, offset = 1, payload: unknown = { again: offset }): IncidentEvent {
  return fact('alert.repeated', { alert: alertOf(fingerprint), payload }, offset);
}

export function note(text: string, offset = 1): IncidentEvent {
  return fact('note.added', { kind: 'note', text, evidence: [], milestone: null, amends: null }, offset);
}

export function closed(offset = 60): IncidentEvent {
  return fact('incident.closed', { because: 'lessons written down' }, offset);
}

/** `INC-20261123-` and the number in six digits. */
export function idOf(number: number): string {
  return `INC-20261123-${String(number).padStart(6, '0')}`;
}

interface Wish {
  readonly id: string;
  readonly claims?: readonly string[];
  readonly title?: string;
  readonly offset?: number;
  readonly follows?: readonly string[];
}

/** A declaration with one alert; the first of the claims is the one that excludes others. */
export function declarationOf({
  id,
  claims = [],
  title = 'Checkout is slow',
  offset = 0,
  follows = [],
}: Wish): Declaration {
  const declared = fact(
    'incident.declared',
    {
      id,
      title,
      service: 'checkout-api',
      source: 'test',
      severity: 'SEV-2',
      severity_because: 'the payload says so',
      started_at: minute(offset - 5),
      detected_at: minute(offset),
      claims,
      follows,
      salt: '00112233445566778899aabbccddeeff',
    },
    offset,
  );
  return {
    id,
    claim: claims[0] ?? null,
    events: [declared, received('f00d000000000001')],
    recorded_at: minute(offset),
  };
}
