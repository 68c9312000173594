import { relative } from 'node:path';
import { listSummaries } from './list-summaries.ts';
import { parseJson, readJsonFile } from './read-json-object.ts';
import { parseSiblingSummary, type SiblingSummary } from './sibling-summary.ts';

const knownFolders: Readonly<Record<string, readonly string[]>> = {
  smartspec_rollback: ['rollbacks', 'rollback'],
};

/** Which summaries of a workflow existed before it ran, by path, with the stamp by which a change shows. */
export type SummariesBefore = ReadonlyMap<string, string>;

/** Looks at what is there before a run, so that an old summary is never taken for the answer to a new run. */
export function noteSummaries(root: string, workflow: string): SummariesBefore {
  return new Map(listSummaries(root, foldersOf(workflow), 2).map(({ path, stamp }) => [path, stamp]));
}

/**
 * Finds what a workflow says about its own run: the newest `summary.json` that was written since `before`, else a JSON
 * object with a status on its standard output.
 */
export function readSiblingSummary(order: {
  readonly root: string;
  readonly workflow: string;
  readonly before: SummariesBefore;
  readonly stdout: string;
  readonly redact: (text: string) => string;
}): SiblingSummary | null {
  const { root, workflow, before, stdout, redact } = order;
  for (const { path, stamp } of listSummaries(root, foldersOf(workflow), 2)) {
    if (before.get(path) === stamp) continue;
    const summary = parseSiblingSummary(readJsonFile(path), workflow, relative(root, path), redact);
    if (summary !== null) return summary;
  }
  for (const text of objectsIn(stdout)) {
    const summary = parseSiblingSummary(parseJson(text), workflow, 'stdout', redact);
    if (summary !== null) return summary;
  }
  return null;
}

function foldersOf(workflow: string): readonly string[] {
  if (Object.hasOwn(knownFolders, workflow)) return knownFolders[workflow] ?? [];
  const name = workflow.replace(/^smartspec_/, '');
  if (!/^[a-z][a-z0-9_-]*$/.test(name)) return [];
  return [...new Set([name.replaceAll('_', '-'), `${name.replaceAll('_', '-')}s`, name])];
}

/** The places where a program that answers in JSON puts it: all of it, the last line, or from the last line that opens one. */
function objectsIn(stdout: string): readonly string[] {
  const text = stdout.trim();
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const opening = text.lastIndexOf('\n{');
  return [text, lastLine, opening === -1 ? '' : text.slice(opening + 1)].filter(
    (part) => part.startsWith('{') && part.endsWith('}'),
  );
}
