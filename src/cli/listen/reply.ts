import type { TakenOne } from './receive-queue.ts';

/** What a sender is told. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Incidents that people may have to hear of. */
  readonly incidentIds?: readonly string[];
}

/** The answer for a payload that is on record. */
export function replyTo({ taken, together }: TakenOne): Reply {
  if (taken.kind === 'quarantined') {
    const { reason, message, path } = taken;
    const error = { reason, message: reason === 'bug' ? 'It could not be read because of a bug.' : message };
    return { status: 400, body: { outcome: 'quarantined', incident_id: null, path, error } };
  }
  if (taken.kind === 'not-an-alert') {
    const { reading, path } = taken;
    return { status: 202, body: { outcome: 'not-an-alert', incident_id: null, because: reading.because, path } };
  }
  const [first] = taken.results;
  const incidentIds = [...new Set(taken.results.flatMap(({ incident_id }) => incident_id ?? []))];
  const incident = together.incidents.get(incidentIds[0] ?? '');
  return {
    status: 200,
    body: {
      outcome: taken.results.find(({ incident_id }) => incident_id !== null)?.outcome ?? first?.outcome ?? null,
      incident_id: incident?.id ?? null,
      severity: incident?.severity ?? null,
      status: incident?.status ?? null,
      results: taken.results,
      warnings: [...taken.warnings, ...together.warnings],
      path: taken.path,
    },
    incidentIds,
  };
}
