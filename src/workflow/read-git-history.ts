import type { Change } from './change.ts';
import { HeadAndTail } from './head-and-tail.ts';
import { gitLogFormat, gitTagFormat, parseGitLog, parseGitTags } from './parse-git-log.ts';
import { printableLine } from './printable-text.ts';
import { runProcess } from './run-process.ts';

export interface GitQuestion {
  /** The absolute path of git. */
  readonly git: string;
  readonly root: string;
  /** UTC ISO-8601, both. */
  readonly since: string;
  readonly until: string;
  readonly env: Readonly<Record<string, string>>;
  readonly redact: (text: string) => string;
  /** How much of its history is read at most, within what is read at all. */
  readonly mostContextBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GitHistory {
  readonly changes: readonly Change[];
  /** What could not be looked at, as a sentence; null when all was. */
  readonly note: string | null;
}

const timeoutMilliseconds = 10_000;
const mostBytes = 4 * 1024 * 1024;
const mostCommits = 300;

/** A repository's own settings may name a program to run or a server to ask; looking at its history needs neither. */
const harmless = ['--no-pager', '-c', 'log.showSignature=false', '-c', 'protocol.allow=never'];
const quiet = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };

/** Reads which commits, merges and tags came between two moments, from the local repository alone. */
export async function readGitHistory(question: GitQuestion): Promise<GitHistory> {
  const about = await runGit(question, ['rev-parse', '--is-shallow-repository', '--verify', '--quiet', 'HEAD']);
  if (!about.ok) return { changes: [], note: whyNothing(about.said) };
  const since = Date.parse(question.since);
  const until = Date.parse(question.until);
  const [log, tags] = await Promise.all([
    runGit(
      question,
      [
        ...[
          'log',
          'HEAD',
          '--tags',
          '-z',
          '--name-only',
          '--no-renames',
          '--no-ext-diff',
          '--no-textconv',
          '--no-color',
        ],
        ...['--diff-merges=first-parent', `--format=${gitLogFormat}`, `--max-count=${mostCommits}`],
        ...[`--since=${Math.floor(since / 1000)}`, `--until=${Math.ceil(until / 1000)}`, '--'],
      ],
      '\x1e',
    ),
    runGit(question, [
      ...['for-each-ref', '--sort=-creatordate', `--count=${mostCommits}`, `--format=${gitTagFormat}`, 'refs/tags'],
    ]),
  ]);
  const found = [
    ...(log.ok ? parseGitLog(log.out, question.redact) : []),
    ...(tags.ok ? parseGitTags(tags.out, question.redact) : []),
  ];
  const changes = found.filter(({ at }) => Date.parse(at) >= since && Date.parse(at) <= until);
  if (!log.ok) return { changes, note: `Git could not list the commits: ${log.said}` };
  return {
    changes,
    note: whatIsMissing({ isShallow: about.out.startsWith('true'), cut: log.cut || (tags.ok && tags.cut) }),
  };
}

function whatIsMissing({ isShallow, cut }: { readonly isShallow: boolean; readonly cut: boolean }): string | null {
  if (cut) return 'The history is longer than what is read of it; its latest part was looked at.';
  return isShallow ? 'This is a shallow clone: commits before its first one are not known.' : null;
}

type GitAnswer =
  | { readonly ok: true; readonly out: string; readonly cut: boolean }
  | { readonly ok: false; readonly said: string };

async function runGit(
  { git, root, env, mostContextBytes = mostBytes, signal }: GitQuestion,
  args: readonly string[],
  between = '\n',
): Promise<GitAnswer> {
  const out = new HeadAndTail(Math.min(mostBytes, mostContextBytes), 0);
  const err = new HeadAndTail(2000, 0);
  const { end } = await runProcess({
    command: [git, ...harmless, '-C', root, ...args],
    cwd: root,
    env: { ...env, ...quiet },
    timeoutMilliseconds,
    onOutput: (chunk, stream) => (stream === 'stdout' ? out : err).write(chunk),
    ...(signal ? { signal } : {}),
  });
  if (end.kind === 'exited' && end.code === 0) return { ok: true, ...wholeRecords(out, between) };
  const said = printableLine(err.head().toString('utf8'), 200);
  return { ok: false, said: said === '' ? end.kind : said };
}

/** What was read, without a last record of which only the beginning was. */
function wholeRecords(read: HeadAndTail, between: string): { readonly out: string; readonly cut: boolean } {
  const out = read.head().toString('utf8');
  const cut = read.leftOut > 0;
  return { out: cut ? out.slice(0, Math.max(0, out.lastIndexOf(between))) : out, cut };
}

function whyNothing(said: string): string {
  if (said.includes('not a git repository')) return 'This is not a git repository, so commits were not looked at.';
  if (said === 'exited') return 'The git repository has no commits yet.';
  return `Git could not be asked: ${said}`;
}
