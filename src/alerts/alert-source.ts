import type { AlertStatus, Measurement } from '../incident/alert.ts';

/**
 * What a source points at for one alert. Values are copied from the payload untouched; of several candidates the first
 * that can be read wins. Cleaning, capping and hashing happen in one place, `finishAlert`.
 */
export interface AlertDraft {
  readonly status: AlertStatus | null;
  readonly title: readonly unknown[];
  readonly service?: readonly unknown[];
  readonly severity?: readonly unknown[];
  readonly started?: readonly unknown[];
  /** The fields that stay the same for every alert about one problem. */
  readonly identity: readonly unknown[];
  /** Objects, lists of pairs or of `key:value` words, comma strings. */
  readonly labels?: readonly unknown[];
  readonly links?: readonly unknown[];
  readonly measurement?: Measurement | null;
  /** Why this opens no incident, as a sentence; left out for a real alert. */
  readonly notAlert?: string | undefined;
  readonly warnings?: readonly string[];
  /** True where the sender's clock may run in any zone: then a time without a zone is not believed. */
  readonly hasLocalTimes?: boolean;
}

/** One format of alerts: how it is told from others by its own shape, and where its values stand. */
export interface AlertSource {
  readonly name: string;
  /** The shape it is recognised by, to finish the sentence "Read as … because it has". */
  readonly shape: string;
  readonly recognises: (payload: unknown) => boolean;
  /** Payloads that this format may carry inside: where one of them is known itself, it is read instead. */
  readonly carries?: (payload: unknown) => readonly unknown[];
  readonly read: (payload: unknown) => readonly AlertDraft[];
}
