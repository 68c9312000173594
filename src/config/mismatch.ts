import type { KeyPath } from './key-path.ts';

/** Something that is right by itself and does not fit the rest. */
export interface Mismatch {
  readonly path: KeyPath;
  readonly what: string;
}
