import fs from 'node:fs';
import { type FileStoreOptions, groundOf } from './ground.ts';
import type { Examination } from './incident-store.ts';
import { checkSignature } from './protection.ts';
import { incidentFolder, isIncidentId, shownPath, tombstonesPath } from './record-paths.ts';
import { readTombstoneLines } from './tombstones.ts';

/**
 * Checks every line that stands for a pruned record: that somebody with the key wrote it, and not whoever removed the
 * record. An unsigned line after a signed one is as bad as a signature that does not fit.
 */
export function* examineTombstones(options: FileStoreOptions): Generator<Examination, void, undefined> {
  const ground = groundOf(options);
  const verifiers = ground.protection?.verifiers ?? [];
  let signedBefore = false;
  for (const { text, tombstone } of readTombstoneLines(ground)) {
    const { id, revision, pruned_at } = tombstone;
    // Whoever was killed between the line and the removal left a record that is examined itself.
    if (!isIncidentId(id) || fs.existsSync(incidentFolder(ground, id))) continue;
    const state = checkSignature(verifiers, text);
    const signed = state === 'fits' || state === 'no-key';
    const why =
      state === 'does-not-fit'
        ? 'is said to be pruned by a line whose signature does not fit'
        : state === 'missing' && signedBefore
          ? 'is said to be pruned by a line that is not signed, although lines before it are'
          : null;
    signedBefore ||= signed;
    const path = shownPath(ground, tombstonesPath(ground));
    const seen = signedBefore || verifiers.length > 0;
    yield {
      id,
      ok: why === null,
      entries: 0,
      first_bad: why === null ? null : { entry: revision, path, why },
      stale: [],
      unknown: [],
      ...(seen
        ? { signatures: { signed: signed ? 1 : 0, unsigned: signed ? 0 : 1, checked: verifiers.length > 0 } }
        : {}),
      pruned_at,
    };
  }
}
