import type { Incident } from '../../../incident/incident.ts';
import type { Silence } from '../../../incident/silence.ts';
import { hasNoChannel } from '../../../oncall/channels.ts';
import { findOverdue, type Overdue } from '../../../reactions/overdue.ts';
import { alignColumns } from '../../align-columns.ts';
import { answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { sayWaiting } from '../../say-waiting.ts';
import { describeSilences, flappingTitles } from '../../show-quiet.ts';

/** `status`: every open incident and whatever is overdue; fails when something is. */
export const status: Action = async (_input, house) => {
  const { incidents, overdue, silences, lines } = await lookAround(house);
  const pressing = overdue[0];
  const untold = hasNoChannel(house.config.notifications);
  return answer(overdue.length === 0 ? 'all-in-time' : 'overdue', {
    headline: false,
    exit_code: overdue.length === 0 ? exitCodes.done : exitCodes.unsuccessful,
    lines,
    more: { incidents: incidents.map(boilDown), overdue, silences, ...sharingOf(house) },
    warnings: untold && incidents.length > 0 ? ['no channel is configured, so nobody is told'] : [],
    error:
      pressing === undefined
        ? null
        : {
            reason: pressing.kind,
            message: `${pressing.incident_id}: ${pressing.text}`,
            hint: hintFor(pressing, untold),
          },
  });
};

/** What to type about something overdue: only some of it is done by the clock. */
function hintFor({ kind, incident_id: id }: Overdue, untold: boolean): string {
  switch (kind) {
    case 'update-overdue':
      return `incident update ${id} "…" tells those who wait how it stands.`;
    case 'commander-unassigned':
      return `incident ack ${id}, or incident assign ${id} commander <person>.`;
    case 'not-delivered':
      return `incident notifications ${id} says why; incident tick tries again what may still get through.`;
    default:
      return untold
        ? 'No channel is configured, so the program tells nobody: tell them yourself.'
        : 'incident tick does what is due; run it every minute, or leave incident watch running.';
  }
}

/** Everything that is open, as it is shown: the incidents, what is overdue, and both in lines for a person. */
export async function lookAround(house: House): Promise<{
  readonly incidents: readonly Incident[];
  readonly overdue: readonly Overdue[];
  readonly silences: readonly Silence[];
  readonly lines: readonly string[];
}> {
  const now = house.now();
  const [incidents, policy] = [await house.store.listOpen(), await house.tellingPolicy(now)];
  const found = incidents.map((incident) => ({ incident, overdue: findOverdue(incident, now, policy) }));
  const rows = alignColumns(
    found.map(({ incident: { id, severity, status: standing, commander, title } }) => [
      id,
      severity,
      standing,
      commander === null ? 'commander unassigned' : `commander ${commander}`,
      title,
    ]),
  );
  const lines = found.flatMap(({ incident, overdue }, index) => [
    rows[index] ?? '',
    ...flappingTitles(incident).map((title) => `  ~ flapping: ${title}`),
    ...overdue.map(({ text }) => `  ! ${text}`),
  ]);
  const silences = await house.reception.silences.current(now);
  const silenced = describeSilences(silences, now).map((line) => `  ${line}`);
  return {
    incidents,
    overdue: found.flatMap(({ overdue }) => overdue),
    silences,
    lines: [
      ...(lines.length === 0 ? ['nothing is open'] : lines),
      ...(silenced.length === 0 ? [] : ['', 'silenced', ...silenced]),
      ...saySharing(house),
    ],
  };
}

/** Whether others see what is seen here: only where records are shared at all. */
function sharingOf({ sharingState }: House) {
  const state = sharingState();
  if (state === null) return {};
  const { reachable, trouble, waiting, waiting_since } = state;
  return { sharing: { reachable, reason: reachable ? null : (trouble?.reason ?? null), waiting, waiting_since } };
}

function saySharing({ sharingState }: House): readonly string[] {
  const state = sharingState();
  if (state === null || (state.reachable && state.waiting === 0)) return [];
  const away = state.reachable
    ? []
    : [`! ${state.trouble?.reason ?? 'database-unreachable'}: this is what this machine has`];
  return ['', ...away, ...(state.waiting === 0 ? [] : [`! ${sayWaiting(state)}`])];
}

function boilDown({ id, title, severity, status: standing, phase, commander, declared_at, acknowledged_at }: Incident) {
  return { id, title, severity, status: standing, phase, commander, declared_at, acknowledged_at };
}
