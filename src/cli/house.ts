import type { Config } from '../config/config.ts';
import type { ApprovalPolicy } from '../incident/command.ts';
import type { Birth } from '../phases/declare.ts';
import type { Doors } from '../road/doors.ts';
import type { ReportDesk } from '../road/draft-post-mortem.ts';
import type { Judges } from '../road/judge-alerts.ts';
import type { Reception } from '../road/reception.ts';
import type { Desk } from '../road/respond.ts';
import type { GuardingHouse } from './guarding-house.ts';
import type { MendingHouse } from './mending-house.ts';
import type { ReceivingHouse } from './receiving-house.ts';
import type { SharingHouse } from './sharing-house.ts';
import type { TellingHouse } from './telling-house.ts';

/** Everything a command may use, built once by `wire/`. */
export interface House extends Desk, Doors, MendingHouse, TellingHouse, ReceivingHouse, GuardingHouse, SharingHouse {
  readonly config: Config;
  readonly approvalPolicy: ApprovalPolicy;
  readonly judges: Judges;
  readonly reception: Reception;
  readonly surroundings: Surroundings;
  readonly reporting: ReportDesk['reporting'];
  /** The moment of asking, UTC ISO-8601 to the millisecond. */
  readonly now: () => string;
  readonly newBirth: () => Pick<Birth, 'id' | 'salt'>;
  /** Takes out of a text what may not be shown or sent. */
  readonly redact: (text: string) => string;
  readonly readFile: (path: string) => Promise<FileRead>;
  /** Writes the configuration where there is none; returns its path relative to the project, or null where there is one. */
  readonly writeFirstConfig: (text: string) => string | null;
}

export type FileRead =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** What the environment says, read once at the door. */
export interface Surroundings {
  /** Where exactly one incident is meant without being named. */
  readonly incidentId: string | null;
  /** Which configured person the calling account is; null when nobody configured matches. */
  readonly person: string | null;
  readonly readStandardInput: () => Promise<Buffer>;
  /** True where a person sits at both ends: something may be asked. */
  readonly mayAsk: () => boolean;
}
