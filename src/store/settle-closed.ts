import { summarise } from '../incident/incident-summary.ts';
import { releaseClaims } from './claims.ts';
import { dropFile } from './durable-file.ts';
import { appendLine } from './incident-index.ts';
import { lineOf } from './index-lines.ts';
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
  if (!addLine(ground, standing)) return;
  releaseClaims(ground, standing.incident);
  dropFile(markerPath(ground, standing.incident.id));
}

function addLine(ground: Ground, { incident, head }: Standing): boolean {
  const line = { ...summarise(incident), head };
  for (let attempt = 0; attempt < patience; attempt += 1) {
    if (appendLine(ground, line)) return true;
    rebuildIndex(ground);
    const known = lineOf(ground, incident.id);
    if (known !== null && known !== 'missing' && known.head === head) return true;
  }
  return false;
}
