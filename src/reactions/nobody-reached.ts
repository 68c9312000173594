import type { Incident } from '../incident/incident.ts';
import { hasNoChannel, ownValue } from '../oncall/channels.ts';
import { parseTarget } from '../oncall/target.ts';
import { ladderOf } from './escalation-ladder.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** True while somebody is to be paged, nobody has answered, and not one page of this climb got through. */
export function isNobodyReached(incident: Incident, now: string, policy: TellingPolicy): boolean {
  const ladder = ladderOf(incident, policy.config, now);
  if (ladder === null || ladder.answered || hasNoChannel(policy.config.notifications)) return false;
  if (!ladder.steps.some(({ due_at }) => due_at <= now)) return false;
  return !incident.notifications.some(
    ({ key, state }) => key.startsWith(`page-${ladder.run.seq}-`) && state === 'sent',
  );
}

/** Whom to call by hand when no channel works, and what to say. */
export interface LastResort {
  readonly people: readonly { readonly person: string; readonly name: string; readonly phone: string | null }[];
  /** Ready to be read out or pasted. */
  readonly text: string;
}

/** The last resort: those meant by the steps that are due come first, then everyone else who is known. */
export function lastResort(incident: Incident, now: string, policy: TellingPolicy): LastResort {
  const { config, directory } = policy;
  const steps = ladderOf(incident, config, now)?.steps ?? [];
  const targets = steps.filter(({ due_at }, index) => due_at <= now || index === 0).flatMap((step) => step.targets);
  const meant = targets.flatMap((text) => {
    const target = parseTarget(text);
    if (target?.kind === 'person') return [target.name];
    return target?.kind === 'oncall' ? (directory.onCall(target.name, now) ?? []) : [];
  });
  const everyone = new Set([
    ...(incident.commander === null ? [] : [incident.commander]),
    ...meant,
    ...Object.keys(config.people),
  ]);
  const { id, severity, title, service, declared_at } = incident;
  const since = declared_at === null ? '' : `, declared ${declared_at.slice(0, 16).replace('T', ' ')} UTC`;
  return {
    people: [...everyone].map((person) => {
      const known = ownValue(config.people, person);
      return { person, name: known?.name ?? person, phone: known?.phone ?? null };
    }),
    text: `${severity}: ${title}${service === null ? '' : ` (${service})`}${since}. Nobody has answered. Please take it: incident ack ${id}`,
  };
}
