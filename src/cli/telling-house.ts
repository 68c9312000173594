import type { Incident } from '../incident/incident.ts';
import type { CalendarRead, CalendarRefused } from '../oncall/ics-schedule.ts';
import type { OncallProblem } from '../oncall/oncall-config.ts';
import type { Schedule } from '../oncall/schedule.ts';
import type { LastResort } from '../reactions/nobody-reached.ts';
import type { TellingPolicy } from '../reactions/telling-policy.ts';
import type { Duty, TimeKept } from '../road/keep-time.ts';
import type { ExitCode } from './answer.ts';

/** What commands need to tell people things, and to stay for a while. */
export interface TellingHouse {
  /** Does what is owed after something was kept, and says how that went. */
  readonly settle: (incident: Incident) => Promise<Settled>;
  /** Does what is due now in every open incident, after the given duties. */
  readonly keepTime: (duties: readonly Duty[]) => Promise<TimeKept>;
  /** Who is told what and when, as it stands around a moment. */
  readonly tellingPolicy: (at: string) => Promise<TellingPolicy>;
  readonly openOncall: (at: string) => Promise<OncallDesk>;
  readonly staying: Staying;
}

/** What telling people came to. */
export interface Settled {
  readonly incident: Incident;
  readonly warnings: readonly string[];
  readonly exit_code: ExitCode;
  /** Whom to call by hand; null while somebody was reached or nobody had to be. */
  readonly last_resort: LastResort | null;
}

/** Every on-call schedule, and what came of reading them. */
export interface OncallDesk {
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly problems: readonly OncallProblem[];
  readonly calendars: ReadonlyMap<string, CalendarRead | CalendarRefused>;
}

/** For commands that go on until they are told to end. */
export interface Staying {
  /** Aborted when a person presses Ctrl-C, or the system asks the program to end. */
  readonly interrupted: () => AbortSignal;
  /** True where a person looks at a terminal. */
  readonly interactive: boolean;
  /** Shows something before the answer. */
  readonly show: (text: string) => void;
  /** Waits; comes back at once when interrupted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
