export type ChangeKind =
  | 'deployment'
  | 'rollback'
  | 'hotfix'
  | 'change-event'
  | 'tag'
  | 'merge'
  | 'commit'
  | 'earlier-incident';

/** Something that was changed, or happened, before the trouble began; who did it is deliberately not part of it. */
export interface Change {
  readonly kind: ChangeKind;
  /** Its own name: a commit hash, a tag, a deployment's or an incident's id. */
  readonly ref: string;
  readonly title: string;
  /** UTC ISO-8601. */
  readonly at: string;
  readonly service: string | null;
  readonly spec_id: string | null;
  readonly deployment_id: string | null;
  readonly version: string | null;
  /** The version it replaced, where that is known. */
  readonly previous_version?: string;
  /** Paths it touched, as far as known. */
  readonly files: readonly string[];
  /** What else is worth saying about it, as a clause; null when nothing is. */
  readonly hint: string | null;
}
