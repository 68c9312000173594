import { createHash } from 'node:crypto';
import type { Alert } from '../incident/alert.ts';
import type { Incident } from '../incident/incident.ts';

/** How alerts of one problem find each other; all lengths in seconds. */
export interface GroupingPolicy {
  /** `service` or names of labels; an alert that lacks one of them is not grouped. */
  readonly by: readonly string[];
  /** How long after the latest alert another one still joins. */
  readonly window: number;
  /** How long after the first alert others may join at all, so that stragglers cannot keep a group open for ever. */
  readonly max_age: number;
  /** How long after resolving the same alert reopens the incident instead of starting a new one. */
  readonly reopen_within: number;
}

/** The keys under which an alert looks for its incident. */
export interface AlertClaims {
  readonly fingerprint: string;
  /** Null when the alert lacks something to be grouped by. */
  readonly group: string | null;
}

/** Where an alert belongs. */
export type Place =
  | {
      readonly kind: 'join';
      readonly incident: Incident;
      readonly how: 'deduplicated' | 'grouped' | 'alert-cleared' | 'reopened';
      readonly because: string;
    }
  | { readonly kind: 'start'; readonly follows: readonly string[]; readonly because: string }
  | { readonly kind: 'nowhere'; readonly because: string };

/** The claims of an alert under the policy. */
export function claimsOf(alert: Alert, policy: GroupingPolicy): AlertClaims {
  const parts = policy.by.map((name) => {
    const value = name === 'service' ? alert.service : Object.hasOwn(alert.labels, name) ? alert.labels[name] : null;
    return value == null || value === '' ? null : `${name}=${value}`;
  });
  const complete = parts.length > 0 && parts.every((part) => part !== null);
  // A hash, because labels may hold what must not be kept.
  const group = complete ? createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16) : null;
  return { fingerprint: `fingerprint:${alert.fingerprint}`, group: group === null ? null : `group:${group}` };
}

/** Decides which incident an alert joins, or that it starts one, given who holds its claims now. */
export function placeAlert(
  alert: Alert,
  holders: { readonly byFingerprint: Incident | null; readonly byGroup: Incident | null },
  policy: GroupingPolicy,
  now: string,
): Place {
  const { byFingerprint: known, byGroup } = holders;
  if (known !== null && known.status !== 'closed') {
    if (alert.status === 'resolved') {
      return {
        kind: 'join',
        incident: known,
        how: 'alert-cleared',
        because: sayCleared(alert, known),
      };
    }
    if (known.status !== 'resolved') {
      return {
        kind: 'join',
        incident: known,
        how: 'deduplicated',
        because: 'the same alert, and its incident is open',
      };
    }
    if (secondsSince(known.resolved_at, now) <= policy.reopen_within) {
      return {
        kind: 'join',
        incident: known,
        how: 'reopened',
        because: 'the same alert fired again soon after it was resolved',
      };
    }
  }
  if (alert.status === 'resolved')
    return { kind: 'nowhere', because: 'no open incident knows this alert, and it has cleared' };
  if (byGroup !== null && takesMore(byGroup, policy, now)) {
    return {
      kind: 'join',
      incident: byGroup,
      how: 'grouped',
      because: `another alert of the same ${policy.by.join(' and ')}, within the window`,
    };
  }
  const follows = known === null ? [] : [known.id];
  return {
    kind: 'start',
    follows,
    because: known === null ? 'nothing open matches' : `it came back after ${known.id} was over`,
  };
}

/** What is left when this alert has cleared. */
function sayCleared({ fingerprint }: Alert, { firing }: Incident): string {
  const left = firing.filter((one) => one !== fingerprint).length;
  if (left === 0) return 'every alert of this incident has cleared';
  return `an alert of this incident has cleared; ${left} ${left === 1 ? 'is' : 'are'} still firing`;
}

function takesMore(incident: Incident, policy: GroupingPolicy, now: string): boolean {
  if (incident.status === 'resolved' || incident.status === 'closed') return false;
  const first = incident.first_alert_at ?? incident.declared_at;
  const last = incident.last_alert_at ?? incident.declared_at;
  return secondsSince(last, now) <= policy.window && secondsSince(first, now) <= policy.max_age;
}

/** Seconds from a moment to now; negative, and so within every window, where a clock was set back. */
function secondsSince(moment: string | null, now: string): number {
  return moment === null ? Number.POSITIVE_INFINITY : (Date.parse(now) - Date.parse(moment)) / 1000;
}
