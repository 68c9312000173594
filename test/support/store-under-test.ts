import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Incident } from '../../src/incident/incident.ts';

/** Where a running server is that keeps the records of every project of a rig; null when they are files. */
const server = process.env['STORE_UNDER_TEST'] ?? null;

/** The variables that a program in this project needs to find its records. */
export function storeEnvironment(project: string): Readonly<Record<string, string>> {
  return server === null ? {} : { DATABASE_URL: placeOf(server, project) };
}

/** A schema of its own for each project. */
function placeOf(url: string, project: string): string {
  return `${url}?schema=p_${createHash('sha256').update(project).digest('hex').slice(0, 16)}`;
}

/** The configuration as a test wrote it, with the records where this run of the suite has them. */
export function withStore(config: string): string {
  if (server === null || /^ {2}store:/m.test(config)) return config;
  const store = 'store: { kind: postgres, url: env:DATABASE_URL }';
  if (/^incident_response: \{/m.test(config)) {
    return config.replace(/^incident_response: \{/m, `incident_response: { ${store},`);
  }
  return /^incident_response:$/m.test(config)
    ? config.replace(/^incident_response:$/m, `incident_response:\n  ${store}`)
    : `${config}\nincident_response:\n  ${store}\n`;
}

/** True where records are files; elsewhere even a project without a configuration needs one that says where they are. */
export const keepsFiles = server === null;

/** The state of one incident as the database has it; null where records are files. */
export function readSharedState(project: string, id: string): Incident | null {
  if (server === null) return null;
  const driver = process.env['STATE_READER'] ?? fileURLToPath(new URL('../fixtures/read-state.ts', import.meta.url));
  const printed = execFileSync(process.execPath, [driver, placeOf(server, project), id], { encoding: 'utf8' });
  return JSON.parse(printed);
}
