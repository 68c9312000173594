import path from 'node:path';
import { writeState } from './derived-files.ts';
import { rebuildIndex } from './index-rebuild.ts';
import { loadRecord } from './load-record.ts';
import { type Ground, incidentFolder, indexPath, shownPath } from './record-paths.ts';

/** Writes the derived files of one record anew from its journal; returns their paths. */
export function rebuildRecord(ground: Ground, id: string): readonly string[] {
  const record = loadRecord(ground, id);
  if (record === null) return [];
  writeState(ground, record);
  rebuildIndex(ground);
  const folder = incidentFolder(ground, id);
  return [path.join(folder, 'incident.json'), path.join(folder, 'summary.json'), indexPath(ground)].map((file) =>
    shownPath(ground, file),
  );
}
