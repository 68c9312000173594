import fs from 'node:fs';
import path from 'node:path';
import { readWhole } from './durable-file.ts';
import { type FileStoreOptions, groundOf } from './ground.ts';
import type { Examination } from './incident-store.ts';
import { isObject } from './known-event.ts';
import { checkSignature, type SignatureState, signLine } from './protection.ts';
import { incidentFolder, isIncidentId, sha256 } from './record-paths.ts';
import { walkChain } from './walk-chain.ts';

const format = 'smartspec-incident-archive';
const form = 1;

interface ArchivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The text of an archive: a manifest on the first line, signed where there is a key, then each file on a line. */
export interface RecordArchive {
  readonly text: string;
  readonly files: number;
  readonly signed: boolean;
}

/**
 * Puts a record and its reports into one text that needs nothing else to be checked; null when there is no record.
 *
 * `elsewhere` is the journal of a record that is kept in a database: the archive holds it as the files it would be.
 */
export function archiveRecord(
  options: FileStoreOptions,
  id: string,
  { by, at }: { readonly by: string | null; readonly at: string },
  elsewhere: readonly string[] = [],
): RecordArchive | null {
  const { incidents, protection } = groundOf(options);
  const folder = path.join(incidents, id);
  if (!isIncidentId(id) || (elsewhere.length === 0 && !fs.existsSync(folder))) return null;
  const reports = path.join(incidents, '..', 'post-mortems', id);
  const originals = path.join(incidents, 'originals', id);
  const record =
    elsewhere.length === 0
      ? filesBelow(folder, 'incident')
      : [
          ...elsewhere.map((text, index) => ({ name: journalName(index + 1), bytes: Buffer.from(text) })),
          ...filesBelow(originals, 'incident/alerts'),
        ];
  const found = [...record, ...filesBelow(reports, 'report')];
  const files = found.map(
    ({ name, bytes }): ArchivedFile => ({ path: name, size: bytes.length, sha256: sha256(bytes) }),
  );
  const signer = protection?.signer ?? null;
  const manifest = {
    format,
    form,
    incident_id: id,
    exported_at: at,
    exported_by: by,
    program: options.version,
    public_key: signer?.publicKey ?? null,
    files,
  };
  const lines = found.map(({ name, bytes }) => JSON.stringify({ path: name, ...encode(bytes) }));
  const text = `${signLine(protection, JSON.stringify(manifest))}${lines.map((line) => `${line}\n`).join('')}`;
  return { text, files: files.length, signed: signer !== null };
}

function journalName(entry: number): string {
  return `incident/journal-${String(entry).padStart(6, '0')}.json`;
}

function filesBelow(folder: string, shown: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  if (!fs.existsSync(folder)) return [];
  const found = fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inner = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(inner, `${shown}/${entry.name}`);
    const bytes = entry.isFile() ? readWhole(inner) : null;
    return bytes === null ? [] : [{ name: `${shown}/${entry.name}`, bytes }];
  });
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function encode(bytes: Buffer): { readonly encoding: 'utf8' | 'base64'; readonly content: string } {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { encoding: 'utf8', content: text }
    : { encoding: 'base64', content: bytes.toString('base64') };
}

/** What an archive turned out to be. */
export type ArchiveExamined =
  | {
      readonly ok: true;
      readonly examination: Examination;
      readonly signature: Exclude<SignatureState, 'does-not-fit'>;
    }
  | { readonly ok: false; readonly why: string };

/** Checks an archive by itself: its signature, the sum of every file, and the chain of the journal in it. */
export function examineArchive(options: FileStoreOptions, bytes: Uint8Array): ArchiveExamined {
  const ground = groundOf(options);
  const [first = '', ...lines] = Buffer.from(bytes).toString('utf8').split('\n');
  const manifest = readManifest(first);
  if (manifest === null) return { ok: false, why: 'the first line is not the manifest of an archive' };
  const signature = checkSignature(ground.protection?.verifiers ?? [], first);
  if (signature === 'does-not-fit') return { ok: false, why: 'the manifest bears a signature that does not fit' };
  const contents = new Map<string, Buffer>();
  for (const line of lines) {
    const file = line === '' ? null : readFileLine(line);
    if (line === '') continue;
    if (file === null || contents.has(file.path)) return { ok: false, why: 'a line is no file of the archive' };
    contents.set(file.path, file.bytes);
  }
  for (const { path: name, size, sha256: sum } of manifest.files) {
    const found = contents.get(name);
    if (found === undefined) return { ok: false, why: `${name} is missing` };
    if (found.length !== size || sha256(found) !== sum) return { ok: false, why: `${name} is not what was exported` };
  }
  const listed = new Set(manifest.files.map((file) => file.path));
  const extra = [...contents.keys()].find((name) => !listed.has(name));
  if (extra !== undefined) return { ok: false, why: `${extra} is not in the manifest` };
  return { ok: true, examination: examineContents(ground, manifest.id, contents), signature };
}

function examineContents(
  ground: ReturnType<typeof groundOf>,
  id: string,
  contents: ReadonlyMap<string, Buffer>,
): Examination {
  const walk = walkChain(ground, id, (entry) => contents.get(journalName(entry)) ?? null, {
    atEntry: () => {},
    contradiction: () => null,
  });
  const entries = walk.reached?.revision ?? 0;
  const journals = [...contents.keys()].filter((name) => name.startsWith('incident/journal-')).length;
  const gap = journals === entries && entries > 0 ? null : { entry: entries + 1, why: 'is missing' };
  const bad = walk.bad ?? gap;
  return {
    id,
    ok: bad === null,
    entries,
    first_bad: bad === null ? null : { ...bad, path: path.basename(incidentFolder(ground, id)) },
    stale: [],
    unknown: [],
    ...walk.told,
  };
}

function readManifest(line: string): { readonly id: string; readonly files: readonly ArchivedFile[] } | null {
  const parsed = parseLine(line);
  if (parsed === null || parsed['format'] !== format || parsed['form'] !== form) return null;
  const { incident_id, files } = parsed;
  if (typeof incident_id !== 'string' || !isIncidentId(incident_id) || !Array.isArray(files)) return null;
  return files.every(isArchivedFile) ? { id: incident_id, files } : null;
}

function isArchivedFile(value: unknown): value is ArchivedFile {
  return (
    isObject(value) &&
    typeof value['path'] === 'string' &&
    typeof value['size'] === 'number' &&
    typeof value['sha256'] === 'string'
  );
}

function readFileLine(line: string): { readonly path: string; readonly bytes: Buffer } | null {
  const parsed = parseLine(line);
  if (parsed === null) return null;
  const { path: name, encoding, content } = parsed;
  if (typeof name !== 'string' || typeof content !== 'string') return null;
  if (encoding !== 'utf8' && encoding !== 'base64') return null;
  return { path: name, bytes: Buffer.from(content, encoding) };
}

function parseLine(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
