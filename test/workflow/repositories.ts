import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeProject } from './projects.ts';

const path = process.env['PATH'] ?? '';

/** A new git repository whose commits carry the dates they are given. */
export function makeRepository() {
  const root = makeProject();
  let time = '2026-11-01T00:00:00Z';

  function git(...args: readonly string[]): string {
    const env = {
      PATH: path,
      HOME: root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: time,
      GIT_COMMITTER_DATE: time,
      GIT_AUTHOR_NAME: 'Someone',
      GIT_AUTHOR_EMAIL: 'someone@example.com',
      GIT_COMMITTER_NAME: 'Someone',
      GIT_COMMITTER_EMAIL: 'someone@example.com',
    };
    return execFileSync('git', ['-C', root, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  git('init', '-q', '-b', 'main');
  return {
    root,
    git,
    /** Sets the date of what follows. */
    at(moment: string) {
      time = moment;
      return this;
    },
    commit(subject: string, ...files: readonly string[]) {
      for (const file of files) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), `${subject} ${time}`);
        git('add', '--', file);
      }
      git('commit', '-q', '--allow-empty', '-m', subject);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}
