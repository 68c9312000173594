import type { HttpCheck } from './check-http.ts';

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
