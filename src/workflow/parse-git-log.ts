import type { Change } from './change.ts';
import { printableLine } from './printable-text.ts';

/** How `git log -z --name-only` is asked to write each commit: hash, commit time, parents, subject. */
export const gitLogFormat = '%x1e%H%x1f%ct%x1f%P%x1f%s';
/** How `git for-each-ref` is asked to write each tag: name, time, subject. */
export const gitTagFormat = '%(refname:lstrip=2)%00%(creatordate:unix)%00%(contents:subject)';

const mostFiles = 2000;

/** Reads commits and merges with the files they bring in. */
export function parseGitLog(text: string, redact: (text: string) => string): readonly Change[] {
  const changes: Change[] = [];
  let files: string[] = [];
  for (const token of text.split('\0')) {
    const header = /^\x1e([0-9a-f]{40,64})\x1f(\d{1,12})\x1f([0-9a-f ]*)\x1f(.*)$/s.exec(token);
    if (header === null) {
      // Git puts a line break before the first path of a commit.
      const file = files.length === 0 ? token.replace(/^\n/, '') : token;
      if (file !== '' && files.length < mostFiles) files.push(file);
      continue;
    }
    const [, hash = '', seconds = '', parents = '', subject = ''] = header;
    const parentCount = parents.split(' ').filter((parent) => parent !== '').length;
    files = [];
    changes.push(changeFrom(parentCount > 1 ? 'merge' : 'commit', hash, seconds, subject, redact, files));
  }
  return changes;
}

/** Reads tags, and takes those that look like one for versions. */
export function parseGitTags(text: string, redact: (text: string) => string): readonly Change[] {
  return text.split('\n').flatMap((line) => {
    const [name, seconds, subject] = line.split('\0');
    if (name === undefined || seconds === undefined || !/^\d{1,12}$/.test(seconds)) return [];
    const change = changeFrom('tag', printableLine(name, 200), seconds, subject || name, redact, []);
    return [{ ...change, version: /(?:^|[-/@])v?\d+(?:\.\d+)+/.test(name) ? change.ref : null }];
  });
}

function changeFrom(
  kind: 'commit' | 'merge' | 'tag',
  ref: string,
  seconds: string,
  subject: string,
  redact: (text: string) => string,
  files: readonly string[],
): Change {
  return {
    kind,
    ref,
    title: printableLine(redact(subject.slice(0, 4000)), 200),
    at: new Date(Math.min(Number(seconds), 8.64e12) * 1000).toISOString(),
    service: null,
    spec_id: null,
    deployment_id: null,
    version: null,
    files,
    hint: null,
  };
}
