/** A check as it is configured: exactly one of these things is asked. */
export type CheckWanted =
  | { readonly kind: 'http'; readonly name?: string | undefined; readonly http: HttpCheck }
  | {
      readonly kind: 'command';
      readonly name?: string | undefined;
      readonly command: readonly string[];
      /** Seconds. */
      readonly timeout: number;
    }
  | {
      readonly kind: 'workflow';
      readonly name?: string | undefined;
      readonly workflow: string;
      readonly args: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'alert-cleared'; readonly name?: string | undefined };

/** What a healthy address answers. */
export interface HttpCheck {
  readonly url: string;
  /** One status, or any of several; any from 200 to 299 when left out. */
  readonly status?: number | readonly number[] | undefined;
  /** How fast the whole answer must be there. */
  readonly within_ms?: number | undefined;
  readonly body_contains?: string | undefined;
  /** A place in a JSON answer, e.g. `checks[0].status`, and the text, number or truth value that must stand there. */
  readonly json?: { readonly path: string; readonly equals: string | number | boolean | null } | undefined;
  /** When to give up; ten seconds when left out, and never sooner than `within_ms`. */
  readonly timeout_ms?: number | undefined;
}
