import fs from 'node:fs';
import path from 'node:path';
import type { ChangeEvent } from '../incident/change-event.ts';
import type { ChangeStore } from './change-store.ts';
import { changeName, parseChange, stamp, writeChange } from './change-text.ts';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import { errnoOf, toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, prepareGround, verifyGround } from './ground.ts';
import { shownPath } from './record-paths.ts';
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
      const file = path.join(folder, `${changeName(change)}.json`);
      try {
        prepareGround(ground);
        makeFolder(folder);
        inspectFolder(folder, 'private', ground.uid);
        const temporary = writeTemporary(ground, writeChange(change), 'durable');
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
    return parseChange(readWhole(file)?.toString('utf8') ?? '');
  } catch {
    return null;
  }
}
