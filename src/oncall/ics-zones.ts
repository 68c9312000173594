import ICAL from 'ical.js';
import { fieldsOf, isWalkable } from './ics-recurrence.ts';
import { instantAt } from './time-zone.ts';
import { isTimeZone } from './zone-name.ts';

/** Turns the times of one calendar into instants. */
export interface CalendarZones {
  /** The instant at which the clock of the zone shows `wall`; null stands for the calendar's own zone. */
  readonly toInstant: (wall: number, zone: string | null) => number;
  /** Zones that neither the tz database nor the calendar describes, so that the calendar's own was taken. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * A zone the tz database knows is taken from there, since calendars often carry only this year's rules; any other
 * (`W. Europe Standard Time`) is taken from the VTIMEZONE that came with the calendar.
 */
export function zonesOf(calendars: readonly ICAL.Component[], ownZone: string): CalendarZones {
  const unknown = new Set<string>();
  const described = new Map<string, ICAL.Timezone>();
  for (const component of calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'))) {
    const name = component.getFirstPropertyValue('tzid');
    if (typeof name === 'string' && isUsable(component)) described.set(name, new ICAL.Timezone(component));
  }
  const toInstant = (wall: number, zone: string | null): number => {
    if (zone === 'UTC') return wall;
    if (zone === null || isTimeZone(zone)) return instantAt(wall, zone ?? ownZone);
    const timezone = described.get(zone);
    if (timezone !== undefined) return ICAL.Time.fromData(fieldsOf(wall), timezone).toUnixTime() * 1000;
    unknown.add(zone);
    return instantAt(wall, ownZone);
  };
  return { toInstant, unknown };
}

function isUsable(timezone: ICAL.Component): boolean {
  const observances = [...timezone.getAllSubcomponents('standard'), ...timezone.getAllSubcomponents('daylight')];
  return (
    observances.length > 0 &&
    observances.every((observance) => {
      const rules = observance.getAllProperties('rrule').map((property) => property.getFirstValue());
      const offset = observance.getFirstPropertyValue('tzoffsetto');
      const before = observance.getFirstPropertyValue('tzoffsetfrom');
      const start = observance.getFirstPropertyValue('dtstart');
      return (
        rules.every((rule) => rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && isWalkable(rule)) &&
        offset instanceof ICAL.UtcOffset &&
        before instanceof ICAL.UtcOffset &&
        start instanceof ICAL.Time
      );
    })
  );
}
