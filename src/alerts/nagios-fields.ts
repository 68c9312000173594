import type { AlertStatus } from '../incident/alert.ts';
import type { AlertDraft } from './alert-source.ts';
import { type FieldsByName, fieldsByName } from './fields-by-name.ts';
import { isRecord, wordOf } from './pick.ts';
import { readStatus, type StatusWords } from './status-words.ts';

const types: StatusWords = {
  problem: 'firing',
  flappingstart: 'firing',
  recovery: 'resolved',
  acknowledgement: 'acknowledged',
  acknowledgment: 'acknowledged',
};
const states: StatusWords = {
  critical: 'firing',
  warning: 'firing',
  unknown: 'firing',
  down: 'firing',
  unreachable: 'firing',
  unreach: 'firing',
  crit: 'firing',
  warn: 'firing',
  ok: 'resolved',
  up: 'resolved',
};

/** Macros by their bare names, without the prefixes under which Nagios and Checkmk put them into the environment. */
function macro(fields: FieldsByName, ...names: readonly string[]): unknown {
  for (const name of names) {
    for (const spelling of [name, `notify${name}`, `nagios${name}`, `icinga${name}`]) {
      const found = fields.get(spelling)?.find((value) => value !== '' && value !== null && !isRecord(value));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** True when the payload has the macros of a notification: a host and its state or its service's. */
export function hasNagiosMacros(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const names = new Set(
    Object.keys(payload).map((key) =>
      key
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/^(?:notify|nagios|icinga)/, ''),
    ),
  );
  const hasOne = (...wanted: readonly string[]) => wanted.some((name) => names.has(name));
  const hasState = hasOne('hoststate', 'servicestate', 'hoststateid', 'servicestateid');
  return (
    hasOne('hostname', 'hostalias', 'hostaddress', 'host') &&
    ((hasState &&
      hasOne('notificationtype', 'servicedesc', 'servicedescription', 'serviceoutput', 'hostoutput', 'servicename')) ||
      (hasOne('notificationtype') && hasOne('servicedesc', 'servicedescription', 'state', 'output')))
  );
}

/** Reads a notification of Nagios or Checkmk, which share their macros. */
export function readNagiosMacros(payload: unknown): AlertDraft {
  const fields = fieldsByName(payload);
  const of = (...names: readonly string[]) => macro(fields, ...names);
  const desc = of('servicedesc', 'servicedescription', 'servicedisplayname', 'servicename', 'service');
  const host = of('hostname', 'hostalias', 'host', 'hostaddress');
  const isService = desc !== undefined;
  const state = isService ? (of('servicestate', 'state') ?? of('hoststate')) : of('hoststate', 'state');
  const type = wordOf(of('notificationtype')).split(/[\s(]/)[0];
  const status = statusOf(type ?? '', state);
  return {
    status,
    title: [of('title', 'subject', 'summary'), desc, of('hostoutput', 'serviceoutput', 'output', 'message'), host],
    service: [host],
    severity: [of('severity'), state],
    started: status === 'firing' ? startsOf(of, isService) : [],
    hasLocalTimes: true,
    identity: [host, desc],
    labels: [fields.get('hosttags')?.[0], { contact_group: of('hostcontactgroupnames'), site: of('omdsite') }],
    links: [
      of('serviceactionurl', 'hostactionurl'),
      of('servicenotesurl', 'hostnotesurl'),
      of('serviceurl', 'hosturl', 'url', 'link'),
    ],
    notAlert: status === null ? `A notification of the type "${type}" changes nothing about a problem.` : undefined,
  };
}

function statusOf(type: string, state: unknown): AlertStatus | null {
  const known = readStatus(types, type);
  if (known !== null) return known;
  return /^(?:downtime|flapping)/.test(type) ? null : readStatus(states, state);
}

/** Only moments that say what zone they are in: the short date is local time. */
function startsOf(of: (...names: string[]) => unknown, isService: boolean): readonly unknown[] {
  const change = isService ? of('lastservicestatechange') : of('lasthoststatechange');
  return [change, of('timet', 'timestamp', 'microtime', 'isodatetime'), of('longdatetime')];
}
