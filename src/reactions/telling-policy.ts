import type { Config } from '../config/config.ts';
import { namesOfService } from '../incident/service-names.ts';
import type { Severity } from '../incident/severity.ts';
import { type EscalationPolicy, escalationFor, readEscalation } from '../oncall/escalation.ts';
import type { Directory } from '../oncall/target.ts';

/** The sections of the configuration that say who is told what and when. */
export type TellingConfig = Pick<
  Config,
  'people' | 'oncall' | 'services' | 'escalation' | 'stakeholders' | 'communications' | 'notifications' | 'post_mortem'
>;

/** Who is told what and when, ready to be asked. */
export interface TellingPolicy {
  readonly config: TellingConfig;
  readonly directory: Directory;
}

/** The schedule that answers for a service, by whichever of its names: the one it names, else the only one there is. */
export function scheduleOf({ services, oncall }: TellingConfig, service: string | null): string | null {
  const names = namesOfService(service, services).filter((name) => Object.hasOwn(services, name));
  const [named] = names.flatMap((name) => services[name]?.oncall ?? []);
  const schedules = Object.keys(oncall);
  return named ?? (schedules.length === 1 ? (schedules[0] ?? null) : null);
}

/** The escalation for a severity; without a configured one, whoever is on call for the service is told once. */
export function escalationOf(
  config: TellingConfig,
  severity: Severity,
  service: string | null,
): EscalationPolicy | null {
  const found = escalationFor(config.escalation, severity);
  const read = found === null ? null : readEscalation(found.key, found.config);
  if (read?.ok === true) return read.policy;
  const schedule = scheduleOf(config, service);
  if (schedule === null) return null;
  return {
    steps: [{ after: 0, notify: [`oncall:${schedule}`] }],
    rounds: 1,
    round_seconds: 300,
    acknowledgement_expires: null,
  };
}
