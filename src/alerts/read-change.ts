import type { ChangeEvent } from '../incident/change-event.ts';
import { pick } from './pick.ts';

/** A change as an alert source reports it. */
export type ReportedChange = Omit<ChangeEvent, 'recorded_at' | 'by'>;

const longest = { text: 500, name: 200 } as const;

/**
 * Reads the change out of a payload that reports one: a change event of PagerDuty, or a deployment of GitHub that
 * succeeded. Null for every other payload. Without a time that names its zone it took effect `now`.
 */
export function readChange(payload: unknown, now: string): ReportedChange | null {
  return readChangeEvent(payload, now) ?? readDeployment(payload, now);
}

function readChangeEvent(payload: unknown, now: string): ReportedChange | null {
  const text = line(pick(payload, 'payload', 'summary'), longest.text);
  if (text === null || pick(payload, 'routing_key') === undefined || pick(payload, 'event_action') !== undefined) {
    return null;
  }
  const details = pick(payload, 'payload', 'custom_details');
  return {
    text,
    at: toUtc(pick(payload, 'payload', 'timestamp')) ?? now,
    service: name(pick(details, 'service')) ?? name(pick(payload, 'payload', 'source')),
    spec_id: name(pick(details, 'spec_id')),
    deployment_id: name(pick(details, 'deployment_id')),
    version: name(pick(details, 'version')),
    previous_version: name(pick(details, 'previous_version')),
  };
}

function readDeployment(payload: unknown, now: string): ReportedChange | null {
  const status = pick(payload, 'deployment_status');
  const deployment = pick(payload, 'deployment');
  const id = name(pick(deployment, 'id'));
  if (pick(status, 'state') !== 'success' || id === null) return null;
  const ref = name(pick(deployment, 'ref'));
  const environment = name(pick(deployment, 'environment'));
  const what = line(pick(deployment, 'description'), longest.text) ?? `deployment ${id}`;
  return {
    text: environment === null ? what : `${what} to ${environment}`,
    at: toUtc(pick(status, 'updated_at')) ?? toUtc(pick(status, 'created_at')) ?? now,
    service: name(pick(payload, 'repository', 'name')),
    spec_id: null,
    deployment_id: id,
    version: ref,
    previous_version: null,
  };
}

function line(value: unknown, most: number): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return null;
  const plain = text
    .slice(0, most * 4)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
  return plain === '' ? null : plain;
}

/** What may become an argument of a workflow: taken whole or not at all. */
function name(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length <= longest.name && line(text, longest.name) === text ? text : null;
}

function toUtc(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
