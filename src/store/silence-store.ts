import type { Alert } from '../incident/alert.ts';
import type { Silence } from '../incident/silence.ts';

/** An alert that a silence kept quiet, sanitised like every alert on record. */
export interface SilencedAlert {
  readonly received_at: string;
  readonly alert: Alert;
  readonly payload: unknown;
}

/** A silence with what became of it. */
export interface SilenceOnRecord extends Silence {
  /** When somebody ended it before its time; null otherwise. */
  readonly ended_at: string | null;
  readonly ended_by: string | null;
  /** How many alerts it kept quiet. */
  readonly alert_count: number;
}

/** Where silences are kept. Nothing in it is ever rewritten: a silence, its end and each alert are added, durably. */
export interface SilenceStore {
  add(silence: Silence): Promise<void>;
  /** Silences that hold now, or will; costs what holds, not what ever held. */
  current(now: string): Promise<readonly Silence[]>;
  /** Current ones with their counts, or with `all` every one there was; by their start. */
  list(now: string, all: boolean): Promise<readonly SilenceOnRecord[]>;
  /** Ends one before its time. */
  end(id: string, by: string | null, at: string): Promise<'ended' | 'unknown' | 'already-over'>;
  /** Puts alerts on the record of the silence that kept them quiet. */
  keep(id: string, alerts: readonly SilencedAlert[]): Promise<void>;
  /** The alerts that a silence kept quiet, in the order they came; none for one that is unknown. */
  alerts(id: string): AsyncIterable<SilencedAlert>;
}
