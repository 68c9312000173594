import type { ConfigReading } from '../config/read-config.ts';
import type { Birth } from '../phases/declare.ts';
import type { Desk } from '../road/respond.ts';
import type { Doors } from '../road/doors.ts';

/** Everything a command may use, built once by `wire.ts`. */
export interface House extends Desk, Doors {
  readonly projectRoot: string;
  readonly programFolder: string;
  readonly version: string;
  readonly config: ConfigReading['config'];
  readonly configProblems: ConfigReading['problems'];
  readonly configPath: string | null;
  readonly surroundings: Surroundings;
  /** The moment of asking, UTC ISO-8601 to the millisecond. */
  readonly now: () => string;
  readonly newBirth: () => Pick<Birth, 'id' | 'salt'>;
  readonly newRunId: () => string;
}

/** What the environment says, read once at the door. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where exactly one incident is meant without being named. */
  readonly incidentId: string | null;
  /** Which configured person the calling account is; null when nobody configured matches. */
  readonly person: string | null;
  readonly interactive: boolean;
  readonly readStandardInput: () => Promise<Buffer>;
  /** Short news for a person who waits, on the error stream; nothing when nobody watches. */
  readonly progress: (line: string) => void;
}
