import type { KeyPath } from './key-path.ts';

/** Something that is right by itself and does not fit the rest. */
export interface Mismatch {
  readonly path: KeyPath;
  readonly what: string;
  /** True where the file is better read without it; names that lead nowhere stay, so that the record shows it. */
  readonly drops: boolean;
}
