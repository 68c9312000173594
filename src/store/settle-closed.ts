import { summarise } from '../incident/incident-summary.ts';
import { releaseClaims } from './claims.ts';
import { dropFile } from './durable-file.ts';
import { appendLine } from './incident-index.ts';
import { rebuildIndex } from './index-rebuild.ts';
import type { Standing } from './journal.ts';
import { type Ground, markerPath } from './record-paths.ts';

const patience = 5;

/**
 * Takes a closed incident from the open ones to the index: first the line there, durably, then claims and marker go.
 *
 * Whoever is killed in between leaves the marker, and the next one who lists finishes the rest.
 */
export function settleClosed(ground: Ground, standing: Standing): void {
  const line = { ...summarise(standing.incident), head: standing.head };
  for (let attempt = 0; attempt < patience && !appendLine(ground, line); attempt += 1) rebuildIndex(ground);
  releaseClaims(ground, standing.incident);
  dropFile(markerPath(ground, standing.incident.id));
}
