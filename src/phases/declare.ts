import type { Alert } from '../incident/alert.ts';
import type { Asked, Assessment } from '../incident/command.ts';
import type { IncidentEvent } from '../incident/event.ts';
import { fact } from './decision.ts';

/** What a new incident is given from outside: its name, its salt, and who is on call. */
export interface Birth {
  readonly id: string;
  readonly salt: string;
  readonly claims: readonly string[];
  readonly follows: readonly string[];
  readonly commander: { readonly person: string; readonly because: string } | null;
}

/** The facts of an incident that an alert declares. */
export function declareFromAlert(
  asked: Asked,
  birth: Birth,
  { alert, payload, assessment }: { readonly alert: Alert; readonly payload: unknown; readonly assessment: Assessment },
): readonly IncidentEvent[] {
  const events = declare(asked, birth, {
    title: alert.title,
    service: alert.service,
    source: alert.source,
    assessment,
    started_at: believableStart(alert.started_at, asked.at),
  });
  return [...events, fact('alert.received', asked, { alert, payload })];
}

/** The facts of an incident that a person declares. */
export function declareByHand(
  asked: Asked,
  birth: Birth,
  given: { readonly title: string; readonly service: string | null; readonly assessment: Assessment },
): readonly IncidentEvent[] {
  return declare(asked, birth, { ...given, source: 'manual', started_at: null });
}

function declare(
  asked: Asked,
  birth: Birth,
  what: {
    readonly title: string;
    readonly service: string | null;
    readonly source: string;
    readonly assessment: Assessment;
    readonly started_at: string | null;
  },
): readonly IncidentEvent[] {
  const { id, salt, claims, follows, commander } = birth;
  const declared = fact('incident.declared', asked, {
    id,
    title: what.title,
    service: what.service,
    source: what.source,
    severity: what.assessment.severity,
    severity_because: what.assessment.because,
    started_at: what.started_at,
    detected_at: asked.at,
    claims,
    follows,
    salt,
  });
  if (commander === null) return [declared];
  return [declared, fact('role.assigned', asked, { role: 'commander', ...commander })];
}

/** A start after the receipt is a wrong clock somewhere: the receipt is the latest that can be true. */
function believableStart(startedAt: string | null, receivedAt: string): string {
  return startedAt === null || Date.parse(startedAt) > Date.parse(receivedAt) ? receivedAt : startedAt;
}
