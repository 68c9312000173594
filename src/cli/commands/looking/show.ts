import { formatDuration } from '../../../incident/duration.ts';
import { durationFormulas } from '../../../incident/durations.ts';
import type { Incident } from '../../../incident/incident.ts';
import { roleNames, roles } from '../../../incident/role.ts';
import { alignColumns } from '../../align-columns.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { flappingTitles } from '../../show-quiet.ts';
import { timelineRows } from '../../timeline-rows.ts';

/** `show [id]`: where one incident stands. */
export const show: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, null);
  const { timeline: _lines, ...state } = incident;
  return about(house, incident, 'shown', { lines: describeState(incident), more: { incident: state } });
};

function describeState(incident: Incident): readonly string[] {
  const facts: [string, string][] = [
    ['severity', `${incident.severity}, because ${incident.severity_because}`],
    [
      'source',
      `${incident.source}, ${incident.alert_count} ${incident.alert_count === 1 ? 'alert' : 'alerts'}${incident.firing.length > 0 ? `, ${incident.firing.length} firing` : incident.alert_count > 0 ? ', all cleared' : ''}`,
    ],
    ...roles.flatMap((role): [string, string][] => {
      const people = incident.roles[role] ?? [];
      return people.length === 0 ? [] : [[roleNames[role], people.join(', ')]];
    }),
    ...(incident.commander === null ? [[roleNames.commander, 'unassigned'] satisfies [string, string]] : []),
    ...(incident.flapping.length === 0
      ? []
      : [['flapping', flappingTitles(incident).join(', ')] satisfies [string, string]]),
    ...(incident.merged_into === null ? [] : [['merged into', incident.merged_into] satisfies [string, string]]),
    ...(incident.follows.length === 0 ? [] : [['follows', incident.follows.join(', ')] satisfies [string, string]]),
  ];
  const durations = Object.entries(incident.durations).flatMap(([name, seconds]) => {
    if (seconds === null) return [];
    const formula = durationFormulas[name as keyof typeof durationFormulas];
    return [[name.replaceAll('_', ' '), `${formatDuration(seconds)}  (${formula.join(' → ')})`]];
  });
  const mitigations = incident.mitigations.map(({ id, workflow, state, outcome, verdict, text, by_hand }) => [
    id,
    `${workflow ?? 'by hand'}: ${verdict ?? (state === 'running' ? 'running, or outcome-unknown' : (outcome ?? state))}${text === '' ? '' : `, ${text}`}${by_hand === undefined || verdict !== null ? '' : `; by hand: ${by_hand}`}`,
  ]);
  const actions = incident.action_items.map(({ id, text, state, owner, due }) => [
    id,
    `${text}  [${[state, owner ?? 'no owner', due === null ? 'no date' : `due ${due}`].join(', ')}]`,
  ]);
  const recent = incident.timeline.slice(-8);
  const left = incident.timeline.length - recent.length;
  return [
    ...alignColumns(facts),
    ...section('times', alignColumns(durations)),
    ...section('mitigations', alignColumns(mitigations)),
    ...section('contributing factors', incident.contributing_factors),
    ...section('action items', alignColumns(actions)),
    ...section(
      left > 0 ? `timeline (latest ${recent.length} of ${incident.timeline.length})` : 'timeline',
      timelineRows(recent),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
