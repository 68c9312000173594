import type { Alert } from '../incident/alert.ts';
import type { Assessment } from '../incident/command.ts';
import type { Birth } from '../phases/declare.ts';
import type { AlertClaims, GroupingPolicy } from '../phases/place-alert.ts';
import type { IncidentStore } from '../store/incident-store.ts';
import type { SilenceStore } from '../store/silence-store.ts';
import type { Sanitising } from './sanitise-events.ts';

/** An alert that has been read and judged, with the sanitised payload it came in. */
export interface ReceivedAlert {
  readonly alert: Alert;
  readonly payload: unknown;
  readonly assessment: Assessment;
}

/** A received alert with the keys under which it looks for its incident. */
export interface ClaimingAlert extends ReceivedAlert {
  readonly claims: AlertClaims;
}

export type AlertOutcome =
  | 'created'
  | 'deduplicated'
  | 'grouped'
  | 'reopened'
  | 'alert-cleared'
  | 'silenced'
  | 'no-open-incident';

/** Where one alert of a payload ended up. */
export interface AlertResult {
  readonly fingerprint: string;
  readonly outcome: AlertOutcome;
  readonly incident_id: string | null;
  readonly because: string;
  /** The number of the fact that holds the alert; absent where no incident holds it. */
  readonly seq?: number;
}

/** What receiving needs from outside. */
export interface Reception {
  readonly store: IncidentStore;
  readonly silences: SilenceStore;
  readonly policy: GroupingPolicy;
  readonly sanitising: Sanitising;
  readonly newBirth: () => Pick<Birth, 'id' | 'salt'>;
  readonly onCall: (service: string | null, at: string) => Promise<Birth['commander']>;
}
