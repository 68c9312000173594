/** The moments an incident is measured by, in the order they normally come. */
export const milestones = ['started', 'detected', 'declared', 'acknowledged', 'mitigated', 'resolved'] as const;

export type Milestone = (typeof milestones)[number];

/** When each milestone was reached, as UTC ISO-8601; null where it is not known. */
export interface MilestoneTimes {
  /** Impact began. */
  readonly started_at: string | null;
  readonly detected_at: string | null;
  readonly declared_at: string | null;
  readonly acknowledged_at: string | null;
  /** Impact stopped. */
  readonly mitigated_at: string | null;
  /** Healthy again, and verified. */
  readonly resolved_at: string | null;
  readonly closed_at: string | null;
}
