import { isAtLeast, type Severity, severities } from '../incident/severity.ts';
import { channelsOf, configuredChannels, hasNoChannel, ownValue } from './channels.ts';
import { escalationFor, readEscalation } from './escalation.ts';
import type { OncallConfig } from './oncall-config.ts';
import { emptyFinding, type OncallFinding } from './oncall-finding.ts';
import { parseTarget } from './target.ts';

/** Follows every escalation and every service to the people at its end: can each be told, at each severity? */
export function lintReach(config: OncallConfig, onDuty: ReadonlyMap<string, ReadonlySet<string>>): OncallFinding[] {
  const reached = new Map<string, Set<Severity>>();
  const findings = new Map<string, OncallFinding>();
  const add = (finding: OncallFinding): void => {
    findings.set(JSON.stringify([finding.kind, finding.key, finding.text]), finding);
  };
  const reach = (person: string, severity: Severity): void => {
    reached.set(person, (reached.get(person) ?? new Set()).add(severity));
  };
  for (const people of onDuty.values()) for (const person of people) reached.set(person, new Set());
  for (const severity of severities) {
    for (const { key, text } of targetsFor(config, severity)) {
      const target = parseTarget(text);
      if (target?.kind === 'person') reach(target.name, severity);
      else if (target?.kind === 'oncall') {
        for (const person of onDuty.get(target.name) ?? []) reach(person, severity);
      }
      for (const finding of lintTarget(key, text, config, onDuty)) add(finding);
    }
  }
  const silent = hasNoChannel(config.notifications);
  if (silent && [...reached.values()].some((at) => at.size > 0)) {
    add({
      ...emptyFinding,
      kind: 'no-channel-configured',
      tier: 'block',
      key: 'notifications',
      text: 'no channel is configured, so nobody is told anything',
      why: 'an escalation that reaches nobody looks the same as one that works',
    });
  }
  for (const [person, at] of reached) {
    for (const finding of lintPerson(person, [...at], config, silent)) add(finding);
  }
  return [...findings.values()];
}

function targetsFor(config: OncallConfig, severity: Severity): { key: string; text: string }[] {
  const targets = Object.entries(config.services ?? {}).flatMap(([name, service]) =>
    service.oncall === undefined ? [] : [{ key: `services.${name}.oncall`, text: `oncall:${service.oncall}` }],
  );
  const found = escalationFor(config.escalation, severity);
  found?.config.steps.forEach((step, index) => {
    for (const text of step.notify) targets.push({ key: `${found.key}.steps.${index}.notify`, text });
  });
  return targets;
}

function lintTarget(
  key: string,
  text: string,
  config: OncallConfig,
  onDuty: ReadonlyMap<string, unknown>,
): OncallFinding[] {
  const block = (kind: OncallFinding['kind'], problem: string, why: string): OncallFinding[] => [
    { ...emptyFinding, kind, tier: 'block', key, text: problem, why },
  ];
  const target = parseTarget(text);
  if (target === null)
    return block(
      'malformed-target',
      `"${text}" names nobody`,
      'write it as oncall:primary, person:ana, slack:#leads or email:a@example.com',
    );
  if (target.kind === 'person') return [];
  if (target.kind === 'oncall') {
    return onDuty.has(target.name)
      ? []
      : block('unknown-schedule', `there is no schedule "${target.name}"`, 'this step tells nobody');
  }
  const channel = target.kind === 'slack' || target.kind === 'email' ? target.kind : `${target.kind}:${target.name}`;
  if (hasNoChannel(config.notifications) || configuredChannels(config.notifications).includes(channel)) return [];
  return block(
    'channel-not-configured',
    `"${text}" needs notifications.${channel.replace(':', '.')}`,
    'this step tells nobody',
  );
}

function lintPerson(id: string, at: readonly Severity[], config: OncallConfig, silent: boolean): OncallFinding[] {
  const about = { ...emptyFinding, key: `people.${id}`, person: id };
  const person = ownValue(config.people, id);
  if (person === undefined) {
    return [
      {
        ...about,
        severities: at,
        kind: 'unknown-person',
        tier: 'block',
        text: `nobody is known as "${id}"`,
        why: 'they can be on call, but never told',
      },
    ];
  }
  if (silent) return [];
  const channels = (severity: Severity): Set<string> =>
    new Set(channelsOf(id, person, severity, config.notifications).map((recipient) => recipient.channel));
  const unreachable = at.filter((severity) => channels(severity).size === 0);
  const slow = at.filter((severity) => isAtLeast(severity, 'SEV-2') && [...channels(severity)].join() === 'email');
  const findings: OncallFinding[] = [];
  if (unreachable.length > 0) {
    findings.push({
      ...about,
      severities: unreachable,
      kind: 'person-without-channel',
      tier: 'block',
      text: `${id} can't be told about ${unreachable.join(', ')}: no configured channel has an address of theirs`,
      why: 'they are on call or named in an escalation for it',
    });
  }
  if (slow.length > 0) {
    findings.push({
      ...about,
      severities: slow,
      kind: 'only-email',
      tier: 'warn',
      text: `${id} is told about ${slow.join(', ')} by e-mail alone`,
      why: 'an e-mail wakes nobody',
    });
  }
  return findings;
}

/** What can't be read in any escalation, as findings. */
export function lintEscalations(config: OncallConfig): OncallFinding[] {
  return Object.entries(config.escalation ?? {}).flatMap(([name, escalation]) => {
    const read = escalation === undefined ? null : readEscalation(`escalation.${name}`, escalation);
    return read === null || read.ok ? [] : read.problems.map(problemFinding);
  });
}

/** A problem of the configuration as a finding. */
export function problemFinding(problem: { key: string; text: string; example: string }): OncallFinding {
  return {
    ...emptyFinding,
    kind: 'config-problem',
    tier: 'block',
    key: problem.key,
    text: problem.text,
    why: `a right one is: ${problem.example}`,
  };
}
