import type { Answer } from './answer.ts';
import type { House } from './house.ts';
import type { Input } from './input.ts';

/** The headings under which help lists the commands, in the order of an incident. */
export const headings = [
  'Triage',
  'Mitigation',
  'Resolution',
  'Communication',
  'Post-mortem',
  'Looking',
  'Keeping time',
  'Set-up',
] as const;

export type Action = (input: Input, house: House) => Promise<Answer>;

/** One command as data: what help says of it, and where to find what it does. */
export interface CommandSpec {
  /** `ack`, or `action add` for a command in a group. */
  readonly name: string;
  readonly heading: (typeof headings)[number];
  /** Commander's notation, e.g. `[id] <text>`; an id may always be left out. */
  readonly takes: string;
  /** The same as people read it, where an id left out makes the notation hard to read. */
  readonly usage?: string;
  readonly summary: string;
  /** Flags in commander's notation with what they mean, and whether they may be given more than once. */
  readonly options?: readonly (readonly [flags: string, meaning: string, repeatable?: 'repeatable'])[];
  readonly examples: readonly string[];
  /** Loaded only when the command is given. */
  readonly load: () => Promise<Action>;
}
