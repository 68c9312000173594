import { basename, dirname } from 'node:path';
import type { Change, ChangeKind } from './change.ts';
import { listSummaries } from './list-summaries.ts';
import { parseChange } from './parse-change.ts';
import { readJsonFile } from './read-json-object.ts';
import { ownField } from './sibling-summary.ts';

const foldersOf: readonly (readonly [ChangeKind, readonly string[]])[] = [
  ['deployment', ['deployments', 'deployment', 'deploys', 'deploy', 'releases']],
  ['rollback', ['rollbacks', 'rollback']],
  ['hotfix', ['hotfix-assistant', 'hotfixes']],
];
/** How many reports of each kind are opened: the newest. */
const mostOpened = 200;

/** What the project's own reports say was deployed, rolled back or hot-fixed; plans that were never carried out are not. */
export function readDeployments(root: string, redact: (text: string) => string): readonly Change[] {
  return foldersOf.flatMap(([kind, folders]) =>
    listSummaries(root, folders, 3)
      .slice(0, mostOpened)
      .flatMap(({ path, modified_ms }) => {
        const value = readJsonFile(path);
        const at = new Date(modified_ms).toISOString();
        const ref = basename(dirname(path));
        return wasOnlyPlanned(value) ? [] : (parseChange(value, { kind, at, ref, redact }) ?? []);
      }),
  );
}

function wasOnlyPlanned(value: unknown): boolean {
  const word = (key: string): unknown => ownField(value, key);
  return ['preview', 'plan', 'dry-run'].some((planned) => word('mode') === planned || word('status') === planned);
}
