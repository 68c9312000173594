/** The three things an alert can say about a problem; `null` where the payload says none of them. */
export type AlertStatus = 'firing' | 'resolved' | 'acknowledged';

/** A number measured against its objective, where the payload carries both. */
export interface Measurement {
  readonly metric: string;
  readonly value: number;
  readonly slo: number;
}

/**
 * One alert, whatever system sent it, in the words of this program.
 *
 * Texts are copied from the payload as they stand; only `status`, `started_at` and `fingerprint` are normalised.
 */
export interface Alert {
  /** Name of the format it was read as, e.g. `alertmanager`. */
  readonly source: string;
  readonly status: AlertStatus | null;
  readonly title: string;
  /** The service or host concerned, or null when the payload names none. */
  readonly service: string | null;
  /** The payload's own severity word or number, as text. */
  readonly severity_raw: string | null;
  /** Sixteen hex digits, the same for every alert about the same problem: never made from an event id or a time. */
  readonly fingerprint: string;
  /** UTC ISO-8601, or null when the payload has no believable start. */
  readonly started_at: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** Web addresses that lead to the alert, its graph or its runbook. */
  readonly links: readonly string[];
  readonly measurement: Measurement | null;
}

/** What a whole payload was understood to be. */
export interface Reading {
  readonly source: string;
  /** False for configuration events, handshakes, test pings and the like, which open no incident. */
  readonly is_alert: boolean;
  /** One sentence: why it was read this way. */
  readonly because: string;
  readonly alerts: readonly Alert[];
  /** What could not be believed (a time, a macro left unexpanded …), as sentences. */
  readonly warnings: readonly string[];
}
