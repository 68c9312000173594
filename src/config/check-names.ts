import { parseRole } from '../incident/role.ts';
import { parseTarget } from '../oncall/target.ts';
import type { GivenIncidentResponse } from './config-schema.ts';
import { didYouMean } from './did-you-mean.ts';
import type { KeyPath } from './key-path.ts';
import type { Mismatch } from './mismatch.ts';

/** A name that is used, and the section in which it has to stand. */
interface Mention {
  readonly path: KeyPath;
  readonly name: string;
  readonly under: 'people' | 'oncall' | 'notifications.webhook' | 'notifications.command';
}

/** Checks that every name leads somewhere: people, schedules and channels. */
export function checkNames(ours: GivenIncidentResponse): Mismatch[] {
  const known: Readonly<Record<Mention['under'], readonly string[]>> = {
    people: Object.keys(ours.people ?? {}),
    oncall: Object.keys(ours.oncall ?? {}),
    'notifications.webhook': Object.keys(ours.notifications?.webhook ?? {}),
    'notifications.command': Object.keys(ours.notifications?.command ?? {}),
  };
  const targets = [...escalationTargets(ours), ...stakeholderTargets(ours)];
  const mentions = [...peopleMentioned(ours), ...schedulesMentioned(ours), ...targets.flatMap(mentionOf)];
  return [
    ...mentions.filter(({ name, under }) => !known[under].includes(name)).map((one) => missing(one, known[one.under])),
    ...targets.flatMap((target) => whyNoTarget(target, ours)),
  ];
}

function missing({ path, name, under }: Mention, known: readonly string[]): Mismatch {
  const meant = didYouMean(name, known);
  return {
    path,
    what: `names nothing that stands under ${under}${meant === null ? '' : `; did you mean ${meant}?`}`,
    drops: false,
  };
}

function peopleMentioned({ oncall = {}, approvals, post_mortem }: GivenIncidentResponse): Mention[] {
  const found: Mention[] = [];
  const add = (names: readonly string[] | undefined, path: KeyPath): void => {
    for (const [index, name] of (names ?? []).entries()) found.push({ path: [...path, index], name, under: 'people' });
  };
  for (const [schedule, config] of Object.entries(oncall)) {
    if ('rotation' in config) {
      add(config.rotation, ['oncall', schedule, 'rotation']);
      for (const [layer, { rotation }] of (config.layers ?? []).entries()) {
        add(rotation, ['oncall', schedule, 'layers', layer, 'rotation']);
      }
    }
    for (const [index, { person }] of (config.overrides ?? []).entries()) {
      found.push({ path: ['oncall', schedule, 'overrides', index, 'person'], name: person, under: 'people' });
    }
  }
  add(approvals?.default?.by, ['approvals', 'default', 'by']);
  add(post_mortem?.meeting?.attendees, ['post_mortem', 'meeting', 'attendees']);
  const roles = (name: string): boolean => name === 'roles' || parseRole(name) !== null;
  return found.filter(({ path, name }) => path[0] !== 'post_mortem' || !(roles(name) || name.includes('@')));
}

function schedulesMentioned({ services = {} }: GivenIncidentResponse): Mention[] {
  return Object.entries(services).flatMap(([service, { oncall }]) =>
    oncall === undefined ? [] : [{ path: ['services', service, 'oncall'], name: oncall, under: 'oncall' }],
  );
}

interface WrittenTarget {
  readonly path: KeyPath;
  readonly text: string;
}

function escalationTargets({ escalation = {} }: GivenIncidentResponse): WrittenTarget[] {
  return Object.entries(escalation).flatMap(([severity, policy]) =>
    (policy?.steps ?? []).flatMap(({ notify }, step) =>
      notify.map((text, index) => ({ path: ['escalation', severity, 'steps', step, 'notify', index], text })),
    ),
  );
}

function stakeholderTargets({ stakeholders = [] }: GivenIncidentResponse): WrittenTarget[] {
  return stakeholders.flatMap(({ to }, entry) =>
    to.map((text, index) => ({ path: ['stakeholders', entry, 'to', index], text })),
  );
}

function mentionOf({ path, text }: WrittenTarget): Mention[] {
  const target = parseTarget(text);
  if (target === null || target.kind === 'slack' || target.kind === 'email') return [];
  const sections = {
    person: 'people',
    oncall: 'oncall',
    webhook: 'notifications.webhook',
    command: 'notifications.command',
  } as const;
  return [{ path, name: target.name, under: sections[target.kind] }];
}

function whyNoTarget({ path, text }: WrittenTarget, { notifications }: GivenIncidentResponse): Mismatch[] {
  const kind = parseTarget(text)?.kind;
  if (kind === undefined) return [{ path, what: 'names nobody', drops: false }];
  if ((kind !== 'slack' && kind !== 'email') || notifications?.[kind] !== undefined) return [];
  return [{ path, what: `goes by ${kind}, but notifications.${kind} is not set up`, drops: false }];
}
