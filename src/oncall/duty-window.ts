import { dayLength, parseTimeOfDay } from './when.ts';

/** When in the week a layer is on duty. */
export interface DutyWindow {
  /** 0 is Monday; the day on which the hours begin. */
  readonly weekdays: ReadonlySet<number>;
  /** Milliseconds after midnight on the clock of the zone. */
  readonly opens: number;
  /** Milliseconds after the same midnight; beyond 24 hours where the hours run into the next day. */
  readonly closes: number;
}

/** Reads `09:00-17:00` or `18:00-08:00`; null for anything else. Equal ends, and `00:00-24:00`, are the whole day. */
export function parseHours(text: string): { readonly opens: number; readonly closes: number } | null {
  const [from = '', to = '', ...rest] = text.split('-', 3).map((part) => part.trim());
  const opens = parseTimeOfDay(from);
  const closes = to === '24:00' ? dayLength : parseTimeOfDay(to);
  if (opens === null || closes === null || rest.length > 0) return null;
  return { opens, closes: closes > opens ? closes : closes + dayLength };
}
