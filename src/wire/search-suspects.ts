import type { Config } from '../config/config.ts';
import type { ChangeEvent } from '../incident/change-event.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { namesOfService, specIdOfService } from '../incident/service-names.ts';
import type { SuspectReport } from '../road/doors.ts';
import type { ChangeStore } from '../store/change-store.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import type { Change } from '../workflow/change.ts';
import { minimalEnvironment } from '../workflow/minimal-environment.ts';
import { recallIncidents } from '../workflow/recall-incidents.ts';
import { findSuspects } from '../workflow/suspects.ts';

/** What looking for suspects needs from the project. */
export interface SuspectSite {
  readonly config: Config;
  readonly projectRoot: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly store: IncidentStore;
  readonly changes: ChangeStore;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
}

/** So many earlier incidents are looked through at most. */
const mostEarlier = 2000;
/** How far back changes are looked for, in milliseconds: a day. */
const windowMilliseconds = 86_400_000;

/** Looks up what changed before an incident began: commits, deployments, changes handed in, earlier incidents. */
export async function searchSuspects(incident: Incident, site: SuspectSite): Promise<SuspectReport> {
  const startedAt = incident.started_at ?? incident.detected_at ?? incident.declared_at ?? '';
  const { fingerprints } = incident;
  const [, called] = namesOfService(incident.service, site.config.services);
  const service = called ?? incident.service;
  const specId = specIdOfService(incident.service, site.config.services);
  const trouble = { startedAt, service, specId };
  const earlier: IncidentSummary[] = [];
  for await (const summary of site.store.listAll()) {
    if (summary.id !== incident.id) earlier.push(summary);
    if (earlier.length >= mostEarlier) break;
  }
  const since = new Date(Date.parse(startedAt) - windowMilliseconds).toISOString();
  const handedIn = await site.changes.between(since, new Date(startedAt).toISOString());
  const { suspects, looked_at, notes } = await findSuspects({
    ...trouble,
    projectRoot: site.projectRoot,
    env: minimalEnvironment(site.environment),
    redact: site.redact,
    mostContextBytes: site.config.safety.content_limits.max_context_bytes,
    changes: [...handedIn.map(toChange), ...recallIncidents(earlier, { ...trouble, fingerprints })],
    signal: site.signal,
  });
  return {
    suspects: suspects.map(({ score: _internal, previous_version, ...suspect }) => ({
      ...suspect,
      previous_version: previous_version ?? null,
    })),
    looked_at,
    notes,
  };
}

function toChange({ text, at, service, spec_id, deployment_id, version, previous_version }: ChangeEvent): Change {
  return {
    kind: 'change-event',
    ref: deployment_id ?? text.slice(0, 80),
    title: text,
    ...{ at, service, spec_id, deployment_id, version },
    ...(previous_version === null ? {} : { previous_version }),
    files: [],
    hint: previous_version === null ? null : `replaced ${previous_version}`,
  };
}
