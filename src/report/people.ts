import type { Incident } from '../incident/incident.ts';
import type { Role } from '../incident/role.ts';
import { roles } from '../incident/role.ts';

/** A person as the configuration knows them; every spelling here is one that the narrative must not show. */
export interface KnownPerson {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly slack?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly os_user?: string | null | undefined;
}

/** The people of the configuration by their key, e.g. `ana`. */
export type KnownPeople = Readonly<Record<string, KnownPerson>>;

/** Words in the names of programs that write into a journal, so that they are not taken for people. */
const systemWord =
  /bot$|[a-z](?:server|monitor|scaler|balancer|checker|watcher)$|(?:^|[\s._-])(?:alerts?|alertmanager|agent|api|argocd|audit|automation|autoscaler|aws|azure|balancer|canary|checker|ci|cloudwatch|collector|controller|cron|datadog|deploy|dynatrace|exporter|firewall|gateway|github|gitlab|grafana|graylog|heartbeat|icinga|jenkins|kubernetes|logs|metrics?|monitor|monitoring|nagios|newrelic|opsgenie|orchestrator|pagerduty|pager|pingdom|pipeline|playbook|probers?|probes?|production|prometheus|proxy|queue|router|runner|scheduler|sentry|server|service|slack|smartspec\w*|splunk|statuscake|statuspage|switch|synthetics?|system|telemetry|terraform|tick|uptime|watchdog|watcher|web|webapp|worker|zabbix)(?:$|[\s._-])/i;

/** True when `by` names a program: nothing in the configuration and nothing a person did says otherwise. */
export function isSystem(by: string, incident: Incident, people: KnownPeople): boolean {
  if (Object.hasOwn(people, by)) return false;
  if (roles.some((role) => incident.roles[role]?.includes(by))) return false;
  return by === incident.service || by === incident.source || systemWord.test(by);
}

/** A party outside the team that writes as itself, such as "provider"; its name is a word like any other. */
const outsider =
  /^(?:[a-z]+[\s._-])?(?:provider|vendor|supplier|carrier|isp|customer|partner|contractor|third[\s._-]party)$/i;

/** True when `by` names a party outside the team, unless the configuration or a role says that it is a person. */
export function isOutsider(by: string, incident: Incident, people: KnownPeople): boolean {
  if (Object.hasOwn(people, by)) return false;
  return outsider.test(by) && !roles.some((role) => incident.roles[role]?.includes(by));
}

/** The part that `person` plays: the most particular one, or null for somebody without any. */
export function roleOf(person: string, incident: Incident): Role | null {
  if (incident.commander === person) return 'commander';
  return roles.find((role) => incident.roles[role]?.includes(person)) ?? null;
}

/** A name for the places where names belong (owners, sign-off): as configured, else the key itself. */
export function displayName(person: string, people: KnownPeople): string {
  return (Object.hasOwn(people, person) ? people[person]?.name : null) ?? person;
}

/** Everybody who appears: configured, holding a role, or having written into the journal. */
export function everyone(incident: Incident, people: KnownPeople): readonly string[] {
  const named = new Set<string>(Object.keys(people));
  for (const role of roles) for (const person of incident.roles[role] ?? []) named.add(person);
  for (const { by } of incident.timeline)
    if (by !== null && !isSystem(by, incident, people) && !isOutsider(by, incident, people)) named.add(by);
  for (const { owner } of incident.action_items) if (owner !== null && looksLikePerson(owner)) named.add(owner);
  if (incident.commander !== null) named.add(incident.commander);
  return [...named].filter((person) => person.trim() !== '').slice(0, 2_000);
}

/** An owner may be a team; only `first.last`, two capitalised words or an address are taken for a person. */
function looksLikePerson(owner: string): boolean {
  return !systemWord.test(owner) && /^(?:[a-z]+\.[a-z]+|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|\S+@\S+)$/u.test(owner);
}
