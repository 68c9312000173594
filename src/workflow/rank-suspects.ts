import type { Change, ChangeKind } from './change.ts';
import { nameRelation, type Relation, type Trouble } from './relate-change.ts';

/** A change that may have caused the trouble, and why it is thought so. */
export interface Suspect {
  /** 1 is the likeliest. */
  readonly rank: number;
  readonly kind: ChangeKind;
  readonly ref: string;
  readonly title: string;
  /** UTC ISO-8601. */
  readonly at: string;
  readonly minutes_before: number;
  readonly deployment_id: string | null;
  readonly version: string | null;
  readonly previous_version?: string;
  /** One sentence. */
  readonly reason: string;
  /** Larger is likelier; only good for comparing suspects of one list. */
  readonly score: number;
}

/** What reached users weighs more than what was only written. */
const weightOfKind: Readonly<Record<ChangeKind, number>> = {
  deployment: 60,
  'change-event': 50,
  rollback: 45,
  hotfix: 45,
  tag: 35,
  merge: 30,
  commit: 20,
  'earlier-incident': 15,
};
const weightOfRelation: Readonly<Record<Relation, number>> = { same: 40, touches: 35, unknown: 0, other: -35 };

/** Orders changes by how likely they are to have caused the trouble; what came after its start is no cause. */
export function rankSuspects(changes: readonly Change[], trouble: Trouble): readonly Suspect[] {
  const start = Date.parse(trouble.startedAt);
  return withoutRepeats(changes)
    .flatMap((change) => {
      const minutes = (start - Date.parse(change.at)) / 60_000;
      return minutes >= 0 ? [weigh(change, minutes, trouble)] : [];
    })
    .sort((one, other) => other.score - one.score || one.minutes_before - other.minutes_before || compare(one, other))
    .map((suspect, index) => ({ ...suspect, rank: index + 1 }));
}

function weigh(change: Change, minutes: number, trouble: Trouble): Suspect {
  const relation = nameRelation(change, trouble);
  const nearness = change.kind === 'earlier-incident' ? 0 : 40 / (1 + minutes / 30);
  const nature = natureOf(change.files);
  const score = weightOfKind[change.kind] + weightOfRelation[relation] + nearness + nature.weight;
  const { kind, ref, title, at, deployment_id, version, previous_version } = change;
  const clauses = [
    `${before(minutes)} the start`,
    relationInWords(relation, change, trouble),
    nature.words,
    change.hint,
  ];
  const reason = `${nounOf(change)} ${clauses.filter((clause) => clause !== null).join('; ')}.`;
  return {
    rank: 0,
    kind,
    ref,
    title,
    at,
    minutes_before: Math.round(minutes),
    deployment_id,
    version,
    ...(previous_version === undefined ? {} : { previous_version }),
    reason,
    score: Math.round(score * 10) / 10,
  };
}

function natureOf(files: readonly string[]): { readonly weight: number; readonly words: string | null } {
  if (files.length === 0) return { weight: 0, words: null };
  if (files.every(isHarmless)) return { weight: -30, words: 'only documents and tests' };
  if (files.some((file) => /(?:^|\/)migrations?\//.test(file)))
    return { weight: 12, words: 'changes a database schema' };
  if (files.some(isConfiguration)) return { weight: 8, words: 'changes configuration' };
  return { weight: 0, words: null };
}

function isHarmless(file: string): boolean {
  return /\.(?:md|txt|rst|adoc)$|(?:^|\/)(?:docs?|tests?|__tests__|spec|specs)\/|\.(?:test|spec)\.[a-z]+$/.test(file);
}

function isConfiguration(file: string): boolean {
  return /\.(?:ya?ml|toml|ini|conf|env|tf|properties)$|(?:^|\/)(?:Dockerfile|\.env[^/]*|config)(?:$|\/)/.test(file);
}

function nounOf({ kind, ref, version }: Change): string {
  const nouns: Readonly<Record<ChangeKind, string>> = {
    deployment: 'Deployment',
    rollback: 'Rollback',
    hotfix: 'Hotfix',
    'change-event': 'Change',
    tag: 'Tag',
    merge: 'Merge',
    commit: 'Commit',
    'earlier-incident': 'Incident',
  };
  const name = kind === 'merge' || kind === 'commit' ? ref.slice(0, 10) : ref;
  const of = version !== null && version !== ref ? ` of version ${version}` : '';
  return `${nouns[kind]} ${name}${of}`;
}

function relationInWords(relation: Relation, change: Change, { service, specId }: Trouble): string | null {
  const name = service ?? specId;
  if (relation === 'same') return `concerns ${name}`;
  if (relation === 'touches') return `touches files of ${name}`;
  return relation === 'other' ? `concerns ${change.service ?? change.spec_id}` : null;
}

function before(minutes: number): string {
  if (minutes < 1) return 'less than a minute before';
  if (minutes < 120) return `${Math.round(minutes)} min before`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h before` : `${Math.round(minutes / 1440)} d before`;
}

/** A tag that a deployment carries is the same change told twice. */
function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  const deployed = new Set(
    changes.flatMap(({ kind, version }) => (kind === 'tag' || version === null ? [] : [version.replace(/^v/, '')])),
  );
  const seen = new Set<string>();
  return changes.filter((change) => {
    const key = `${change.kind} ${change.ref}`;
    if (seen.has(key) || (change.kind === 'tag' && deployed.has(change.ref.replace(/^v/, '')))) return false;
    seen.add(key);
    return true;
  });
}

function compare(one: Suspect, other: Suspect): number {
  return one.ref < other.ref ? -1 : 1;
}
