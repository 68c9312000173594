import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FileStoreOptions } from '../../src/store/ground.ts';

/** What a file store in this folder is opened with. */
export function placeAt(projectRoot: string): FileStoreOptions {
  return {
    projectRoot,
    version: '1.0.0',
    random: () => randomBytes(9).toString('hex'),
    uid: process.geteuid?.() ?? null,
  };
}

export function incidentsIn(projectRoot: string, ...below: string[]): string {
  return path.join(projectRoot, '.spec', 'reports', 'incidents', ...below);
}
