import type { Stage, StakeholderConfig } from '../config/communication-config.ts';
import type { EventType } from '../incident/event.ts';
import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { isAtLeast } from '../incident/severity.ts';
import type { MessageKind } from '../notify/notifier.ts';
import { entriesOf, severityIn, textIn } from './entries.ts';
import { joinTellings, type Telling, tell } from './recipients.ts';
import { tellOwnChannel } from './tell-own-channel.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** A fact that stakeholders hear of. */
interface News {
  readonly kind: MessageKind;
  readonly entry: TimelineEntry;
  /** Whoever hears of one of these stages hears of it. */
  readonly stages: readonly Stage[];
}

const newsworthy = [
  'incident.declared',
  'severity.changed',
  'update.posted',
  'gate.overridden',
  'workflow.finished',
  'mitigation.judged',
  'note.added',
  'incident.resolved',
  'incident.reopened',
  'post-mortem.finalized',
] as const satisfies readonly EventType[];

/** What every stakeholder is told of each fact, by the fact; oldest first. */
export function stakeholderTellings(
  incident: Incident,
  now: string,
  policy: TellingPolicy,
): readonly { readonly news: News; readonly reaction: string; readonly telling: Telling }[] {
  let mitigated = false;
  return entriesOf(incident, ...newsworthy).flatMap((entry) => {
    // What came back, or was judged to be of no use, has to be mitigated anew.
    if (entry.type === 'incident.reopened' || entry.type === 'mitigation.judged')
      mitigated &&= textIn(entry, 'verdict') === 'worked';
    const news = toNews(entry, mitigated);
    if (news === null) return [];
    if (news.kind === 'mitigated') mitigated = true;
    const reaction = `${news.kind}-${entry.seq}`;
    const concerned = policy.config.stakeholders.filter(
      ({ from, stages, audience }) =>
        isAtLeast(incident.severity, from) &&
        news.stages.some((stage) => stages.includes(stage)) &&
        // Going past a gate is a matter between colleagues.
        !(news.entry.type === 'gate.overridden' && audience === 'external'),
    );
    const tellings = [
      ...concerned.map((stakeholder) => tellOne(reaction, news, stakeholder, incident, now, policy)),
      tellOwnChannel({ reaction, kind: news.kind, re: entry.seq }, incident, policy),
    ];
    return [{ news, reaction, telling: joinTellings(tellings) }];
  });
}

function tellOne(
  reaction: string,
  { kind, entry }: News,
  { to, audience }: StakeholderConfig,
  { severity }: Incident,
  now: string,
  policy: TellingPolicy,
): Telling {
  const occasion = {
    reaction,
    kind,
    audience: audience === 'external' ? 'customers' : 'internal',
    re: entry.seq,
  } as const;
  return tell(occasion, to, severity, now, policy);
}

function toNews(entry: TimelineEntry, mitigatedAlready: boolean): News | null {
  switch (entry.type) {
    case 'incident.declared':
      return { kind: 'declared', entry, stages: ['declared'] };
    case 'severity.changed':
      return severityIn(entry)?.rises === true
        ? { kind: 'severity-changed', entry, stages: ['declared', 'update'] }
        : null;
    case 'update.posted':
      return { kind: 'update', entry, stages: ['update'] };
    case 'gate.overridden':
      // Whoever hears of an incident at all while it goes on hears of this.
      return { kind: 'update', entry, stages: ['declared', 'update', 'mitigated'] };
    case 'incident.resolved':
      return { kind: 'resolved', entry, stages: ['resolved'] };
    case 'incident.reopened':
      return { kind: 'reopened', entry, stages: ['declared', 'resolved'] };
    case 'post-mortem.finalized':
      return { kind: 'post-mortem', entry, stages: ['post-mortem'] };
    default:
      return stopsImpact(entry) && !mitigatedAlready ? { kind: 'mitigated', entry, stages: ['mitigated'] } : null;
  }
}

function stopsImpact(entry: TimelineEntry): boolean {
  return (
    (entry.type === 'mitigation.judged' && textIn(entry, 'verdict') === 'worked') ||
    (entry.type === 'workflow.finished' && textIn(entry, 'outcome') === 'succeeded') ||
    (entry.type === 'note.added' && textIn(entry, 'milestone') === 'mitigated')
  );
}
