import path from 'node:path';
import type { Outside } from '../cli/run.ts';
import type { Upkeep } from '../cli/upkeep.ts';
import type { Config } from '../config/config.ts';
import { examineTombstones } from '../store/examine-tombstones.ts';
import type { FileStoreOptions } from '../store/ground.ts';
import { inspectSite } from '../store/inspect-site.ts';
import { findOriginal } from '../store/originals.ts';
import { pruneRecord } from '../store/prune-record.ts';
import { archiveRecord, examineArchive } from '../store/record-archive.ts';
import { writeOutCopy } from '../store/report-folder.ts';
import { inspectSettings } from './inspect-settings.ts';
import { inspectTemplates } from './inspect-templates.ts';
import type { Stores } from './opened-stores.ts';

const usualFolder = path.join('.spec', 'reports', 'audit-exports');

/** Everything that keeps the record in order. */
export function openUpkeep(
  outside: Outside,
  config: Config,
  {
    files,
    configPath,
    journalElsewhere,
  }: {
    readonly files: FileStoreOptions;
    readonly configPath: string | null;
    readonly journalElsewhere: Stores['journalElsewhere'];
  },
): Upkeep {
  return {
    findOriginal: (id, seq) => findOriginal(files, id, seq),
    openOriginal: async ({ sealed }, keyFile) => {
      const { decryptWith } = await import('../store/age-file.ts');
      return decryptWith(keyFile, sealed);
    },
    exportRecord: async (id, by, folder) => {
      const journal = (await journalElsewhere?.(id)) ?? [];
      const archive = archiveRecord(files, id, { by, at: outside.now() }, journal);
      if (archive === null) return { ok: false, reason: 'unknown-incident', path: id };
      const out = folder === null ? path.join(files.projectRoot, usualFolder) : path.resolve(outside.cwd(), folder);
      const allowed = [...config.safety.allow_writes_only_under, usualFolder];
      const copied = writeOutCopy(files, { out, allowed, name: `${id}.archive.jsonl` }, archive.text);
      if (!copied.ok) return { ok: false, reason: 'outside-allow-list', path: copied.path };
      const shown = path.relative(files.projectRoot, copied.path);
      return { ok: true, path: shown, files: archive.files, signed: archive.signed };
    },
    examineArchive: (bytes) => examineArchive(files, bytes),
    examineTombstones: () => examineTombstones(files),
    prune: (id) => pruneRecord(files, id, outside.now()),
    inspectSettings: async () => [
      ...(await inspectSettings(outside, config, configPath)),
      ...(await inspectTemplates(files.projectRoot, outside.programFolder)),
    ],
    inspectSite: (mend) => inspectSite(files, outside.now(), mend),
  };
}
