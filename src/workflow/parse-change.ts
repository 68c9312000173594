import type { Change, ChangeKind } from './change.ts';
import { printableLine } from './printable-text.ts';
import { ownField } from './sibling-summary.ts';

const times = ['started_at', 'deployed_at', 'at', 'timestamp', 'time', 'created_at', 'completed_at', 'finished_at'];

/**
 * Reads a change from an object that a deploy tool, a workflow or a person wrote; null when it has no name, or no time
 * and none is handed in. Numbers are not taken for times: their unit would be a guess.
 */
export function parseChange(
  value: unknown,
  given: {
    readonly kind: ChangeKind;
    readonly at: string | null;
    readonly ref: string | null;
    readonly redact: (text: string) => string;
  },
): Change | null {
  const text = (...keys: readonly string[]): string | null => {
    for (const key of keys) {
      const field = ownField(value, key);
      if (typeof field === 'string' && field.trim() !== '')
        return printableLine(given.redact(field.slice(0, 4000)), 200);
    }
    return null;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const ids = ['deployment_id', `${given.kind}_id`, 'id', 'run_id'];
  const deploymentId = text('deployment_id') ?? (given.kind === 'deployment' ? text('id') : null);
  const version = text('version', 'to_version', 'hotfix_version');
  const ref = text(...ids) ?? given.ref ?? version ?? text('title', 'summary');
  const at = toUtc(text(...times)) ?? given.at;
  if (ref === null || at === null) return null;
  const from = text('from_version', 'previous_version');
  return {
    kind: given.kind,
    ref,
    title: text('title', 'summary', 'description', 'reason') ?? version ?? ref,
    at,
    service: text('service', 'service_name', 'app', 'application'),
    spec_id: text('spec_id'),
    deployment_id: deploymentId,
    version,
    ...(from === null ? {} : { previous_version: from }),
    files: [],
    hint: from === null ? statusHint(text('status')) : `replaced ${from}`,
  };
}

/** UTC ISO-8601 of a time that names its zone; null for any other text. */
function toUtc(text: string | null): string | null {
  if (
    text === null ||
    !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  ) {
    return null;
  }
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

function statusHint(status: string | null): string | null {
  return status !== null && /^(?:fail|error|unhealthy)/i.test(status) ? `ended as “${status}”` : null;
}
