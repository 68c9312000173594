import type { Severity } from '../incident/severity.ts';

/** One person and every address they have. */
export interface PersonConfig {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly slack?: string | undefined;
  readonly phone?: string | undefined;
  readonly os_user?: string | undefined;
  /** By severity (or `default`): which of `slack`, `email`, `command:<name>`, `webhook:<name>`; all they have, if absent. */
  readonly channels?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Who takes turns, how long a turn is, and when it is handed over on the clock of the zone. */
export interface LayerConfig {
  readonly time_zone?: string | undefined;
  readonly rotation: readonly string[];
  /** `daily`, `weekly`, or a duration: days and weeks follow the clock on the wall, hours are exact. One week, if absent. */
  readonly every?: string | undefined;
  /** `mon 09:00` or `09:00`. */
  readonly handover?: string | undefined;
  /** Date, or date and time, from which the first person is on call. */
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  /** Only on these weekdays … */
  readonly days?: readonly string[] | undefined;
  /** … and within these hours (`18:00-08:00` runs into the next day and belongs to the day it begins on). */
  readonly hours?: string | undefined;
}

/** `person` instead of whoever it would be; the later of two overrides wins. */
export interface OverrideConfig {
  readonly from: string;
  readonly to: string;
  readonly person: string;
}

/** A rotation kept in the configuration; where a layer is on duty it wins over everything before it. */
export interface RotationScheduleConfig extends LayerConfig {
  readonly layers?: readonly LayerConfig[] | undefined;
  readonly overrides?: readonly OverrideConfig[] | undefined;
}

/** A schedule kept elsewhere and imported as an iCalendar file; the zone is for events that name none. */
export interface CalendarScheduleConfig {
  readonly ics: string;
  readonly time_zone?: string | undefined;
  readonly overrides?: readonly OverrideConfig[] | undefined;
}

export type ScheduleConfig = RotationScheduleConfig | CalendarScheduleConfig;

/** Whom to tell `after` how long, counted from the start of the round. */
interface EscalationStepConfig {
  readonly after: string;
  readonly notify: readonly string[];
}

export interface EscalationConfig {
  readonly steps: readonly EscalationStepConfig[];
  /** How many more rounds follow the first while nobody acknowledges; none, if absent. */
  readonly repeat?: number | undefined;
  /** How long a round lasts; if absent, its last step is given as long as the one before it. */
  readonly repeat_every?: string | undefined;
  /** How long after an acknowledgement it starts anew; never, if absent. */
  readonly acknowledgement_expires?: string | undefined;
}

export interface ServiceConfig {
  readonly oncall?: string | undefined;
}

/** Only whether and under which name a channel is configured matters here. */
export interface NotificationsConfig {
  readonly slack?: object | undefined;
  readonly email?: object | undefined;
  readonly webhook?: Readonly<Record<string, object>> | undefined;
  readonly command?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The sections of `incident_response` that say who is told. */
export interface OncallConfig {
  readonly people?: Readonly<Record<string, PersonConfig>> | undefined;
  readonly oncall?: Readonly<Record<string, ScheduleConfig>> | undefined;
  readonly services?: Readonly<Record<string, ServiceConfig>> | undefined;
  readonly escalation?: Readonly<Partial<Record<Severity | 'default', EscalationConfig | undefined>>> | undefined;
  readonly notifications?: NotificationsConfig | undefined;
}

/** Something in these sections that can't be used, the key it stands under, and what a right value looks like. */
export interface OncallProblem {
  readonly key: string;
  readonly reason:
    | 'rotation-empty'
    | 'unknown-time-zone'
    | 'not-a-turn-length'
    | 'not-a-hand-over'
    | 'not-a-date'
    | 'not-a-weekday'
    | 'not-hours'
    | 'ends-before-it-starts'
    | 'not-a-duration'
    | 'not-a-repeat-count'
    | 'no-steps'
    | 'steps-out-of-order'
    | 'calendar-missing';
  readonly text: string;
  readonly example: string;
}
