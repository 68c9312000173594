import fs from 'node:fs';
import path from 'node:path';
import { configPath } from './find-config.ts';

/** Writes a configuration where there is none yet; returns its path relative to the project, or null where there is one. */
export function writeFirstConfig(projectRoot: string, text: string): string | null {
  const file = path.join(projectRoot, configPath);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    fs.writeFileSync(file, text, { flag: 'wx', mode: 0o644 });
    return configPath;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
}
