import fs from 'node:fs';
import path from 'node:path';
import type { ChangeEvent } from '../incident/change-event.ts';
import type { ChangeStore } from './change-store.ts';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import { errnoOf, toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, prepareGround, verifyGround } from './ground.ts';
import { isObject } from './known-event.ts';
import { sha256, shownPath } from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';

const namePattern = /^(\d{8}T\d{9}Z)-[0-9a-f]{16}\.json$/;
/** More than any day has; the latest ones count. */
const mostRead = 1000;

/** Opens the changes of a project: `.spec/reports/incidents/changes/<when>-<what>.json`. */
export function openFileChanges(options: FileStoreOptions): ChangeStore {
  const ground = groundOf(options);
  const folder = path.join(ground.incidents, 'changes');
  return {
    add: async (change) => {
      const { recorded_at, by, ...what } = change;
      const name = `${stamp(change.at)}-${sha256(JSON.stringify(what)).slice(0, 16)}.json`;
      const file = path.join(folder, name);
      try {
        prepareGround(ground);
        makeFolder(folder);
        inspectFolder(folder, 'private', ground.uid);
        const temporary = writeTemporary(
          ground,
          `${JSON.stringify({ ...what, recorded_at, by }, null, 2)}\n`,
          'durable',
        );
        try {
          const isNew = linkNew(temporary, file);
          syncFolder(folder);
          syncFolder(ground.incidents);
          return { outcome: isNew ? 'added' : 'known', path: shownPath(ground, file) };
        } finally {
          dropFile(temporary);
        }
      } catch (error) {
        throw toTrouble(error, folder);
      }
    },
    between: async (since, until) => {
      try {
        verifyGround(ground);
        if (inspectFolder(folder, 'private', ground.uid) === 'missing') return [];
        return namesIn(folder)
          .filter((name) => isWithin(name, since, until))
          .slice(-mostRead)
          .flatMap((name) => readChange(path.join(folder, name)) ?? []);
      } catch (error) {
        throw toTrouble(error, folder);
      }
    },
  };
}

/** The moment as it stands in a file's name, so that those of one day are found without opening the others. */
function stamp(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function isWithin(name: string, since: string, until: string): boolean {
  const at = namePattern.exec(name)?.[1];
  return at !== undefined && at >= stamp(since) && at <= stamp(until);
}

function readChange(file: string): ChangeEvent | null {
  try {
    const found: unknown = JSON.parse(readWhole(file)?.toString('utf8') ?? '');
    if (!isObject(found)) return null;
    const { text, at, recorded_at } = found;
    if (typeof text !== 'string' || typeof at !== 'string' || typeof recorded_at !== 'string') return null;
    const word = (name: string): string | null => (typeof found[name] === 'string' ? found[name] : null);
    return {
      ...{ text, at, recorded_at, by: word('by'), service: word('service'), spec_id: word('spec_id') },
      deployment_id: word('deployment_id'),
      version: word('version'),
      previous_version: word('previous_version'),
    };
  } catch {
    // Somebody's editor left a torn file; the others are worth more than an error about it.
    return null;
  }
}
