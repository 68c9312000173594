import type { Silence } from '../incident/silence.ts';
import { findSilence } from '../phases/match-silence.ts';
import type { ClaimingAlert } from './reception.ts';

/** Alerts that may end up in one place, by their numbers. */
interface Family {
  readonly members: number[];
  readonly keys: string[];
}

/**
 * Sorts alerts into those that may end up in one place: of one fingerprint, one group or one silence, also by way of others.
 *
 * Each family holds the numbers of its alerts in the order they came, so that a batch is gathered from a family alone and
 * ten thousand alerts of ten thousand services are not looked through once for each.
 */
export function findRelatives(
  alerts: readonly ClaimingAlert[],
  silences: readonly Silence[],
  now: string,
): readonly (readonly number[])[] {
  const families = new Map<string, Family>();
  for (const [index, { alert, claims }] of alerts.entries()) {
    const silence = findSilence(silences, alert, now);
    const keys = [claims.fingerprint, claims.group, silence?.id].filter((key) => key != null);
    const family = unite([...new Set(keys.flatMap((key) => families.get(key) ?? []))], families);
    family.members.push(index);
    for (const key of keys) {
      if (families.has(key)) continue;
      families.set(key, family);
      family.keys.push(key);
    }
  }
  // The first alert of a family is the first to bring one of its keys, so the families come in the order of their first.
  return [...new Set(families.values())].map(({ members }) => members.sort((one, other) => one - other));
}

/** Makes one family of several; a new one of none. */
function unite([first, ...others]: readonly Family[], families: Map<string, Family>): Family {
  const family = first ?? { members: [], keys: [] };
  for (const { members, keys } of others) {
    for (const member of members) family.members.push(member);
    for (const key of keys) {
      family.keys.push(key);
      families.set(key, family);
    }
  }
  return family;
}
