/** Something that was changed in production, as a deploy tool, a person or an alert source reported it. */
export interface ChangeEvent {
  readonly text: string;
  /** When it took effect, UTC ISO-8601. */
  readonly at: string;
  readonly recorded_at: string;
  readonly by: string | null;
  readonly service: string | null;
  readonly spec_id: string | null;
  readonly deployment_id: string | null;
  readonly version: string | null;
  /** The version it replaced. */
  readonly previous_version: string | null;
}
