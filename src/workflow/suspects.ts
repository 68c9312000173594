import type { Change } from './change.ts';
import { rankSuspects, type Suspect } from './rank-suspects.ts';
import { readDeployments } from './read-deployments.ts';
import { readGitHistory } from './read-git-history.ts';
import type { Trouble } from './relate-change.ts';
import { searchPath } from './search-path.ts';

export interface SuspectQuestion extends Trouble {
  /** Absolute. */
  readonly projectRoot: string;
  /** How far back to look; a day when left out. */
  readonly windowSeconds?: number | undefined;
  readonly most?: number | undefined;
  /** The environment git runs in, `PATH` among it. */
  readonly env: Readonly<Record<string, string>>;
  readonly redact: (text: string) => string;
  readonly mostContextBytes?: number | undefined;
  /** Earlier incidents and change events that are known from elsewhere. */
  readonly changes?: readonly Change[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SuspectAnswer {
  readonly suspects: readonly Suspect[];
  /** How many changes were weighed. */
  readonly looked_at: number;
  /** What could not be looked at, and what was found to be missing, as sentences. */
  readonly notes: readonly string[];
}

const day = 86_400;

function toMinute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Looks up what changed shortly before the trouble began, from what is at hand: no network is asked. */
export async function findSuspects(question: SuspectQuestion): Promise<SuspectAnswer> {
  const { projectRoot: root, startedAt, env, redact, mostContextBytes, signal } = question;
  const start = Date.parse(startedAt);
  if (Number.isNaN(start)) return { suspects: [], looked_at: 0, notes: ['When it began is not known.'] };
  const earliest = start - (question.windowSeconds ?? day) * 1000;
  const git = searchPath('git', env['PATH'] ?? '');
  const since = new Date(earliest).toISOString();
  const history =
    git === null
      ? { changes: [], note: 'There is no git on PATH, so commits were not looked at.' }
      : await readGitHistory({
          ...{ git, root, since, until: new Date(start).toISOString() },
          ...{ env, redact, mostContextBytes, signal },
        });
  const isRecent = ({ at, kind }: Change): boolean => kind === 'earlier-incident' || Date.parse(at) >= earliest;
  const changes = [...history.changes, ...readDeployments(root, redact), ...(question.changes ?? [])].filter(isRecent);
  const ranked = rankSuspects(changes, question);
  const notes = history.note === null ? [] : [history.note];
  if (ranked.length === 0)
    notes.push(`Nothing is known to have changed between ${toMinute(since)} and ${toMinute(startedAt)} UTC.`);
  return { suspects: ranked.slice(0, question.most ?? 10), looked_at: ranked.length, notes };
}
