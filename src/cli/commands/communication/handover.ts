import type { Incident } from '../../../incident/incident.ts';
import { type HandOverBrief, handOverBrief } from '../../../reactions/hand-over-brief.ts';
import { alignColumns } from '../../align-columns.ts';
import { about, ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { textOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { readPerson, whoAndWhen } from '../../who-and-when.ts';

/** `handover [id] [--to person]`: the brief; with `--to` the next commander has it and leads. */
export const handover: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const typed = textOf(input, 'to');
  const now = house.now();
  const policy = await house.tellingPolicy(now);
  const tell = (incident: Incident) => {
    const brief = handOverBrief(incident, now, policy);
    return { lines: describeBrief(brief), more: { brief } };
  };
  if (typed === null) {
    const incident = await pickIncident(house, id, null);
    return about(house, incident, 'shown', tell(incident));
  }
  const person = readPerson(typed, house, '--to');
  const asked = whoAndWhen(input, house);
  return ask(
    house,
    id,
    'assign',
    { type: 'assign', ...asked, role: 'commander', person, because: 'hand-over' },
    (incident) => {
      const told = tell(incident);
      return { outcome: 'handed-over', ...told, lines: [`${person} leads from now on`, '', ...told.lines] };
    },
  );
};

function describeBrief(brief: HandOverBrief): readonly string[] {
  const { state } = brief;
  return [
    ...alignColumns([
      [
        'state',
        `${state.severity}, ${state.status}, ${state.alerts_firing} ${state.alerts_firing === 1 ? 'alert' : 'alerts'} firing`,
      ],
      ['commander', state.commander ?? 'unassigned'],
      ['declared', shown(state.declared_at)],
      ['mitigated', shown(state.mitigated_at)],
      ['last update', brief.last_update ?? 'none so far'],
      ['next update due', brief.next_update_due === null ? 'nothing promised' : shown(brief.next_update_due)],
    ]),
    ...section(
      'tried',
      brief.tried.map(({ id, what, result }) => `${id}  ${what}: ${result}`),
    ),
    ...section('found', brief.findings),
    ...section('open hypotheses', brief.hypotheses),
    ...section('decided', brief.decisions),
    ...section('waits for approval', brief.pending_approvals),
    ...section(
      'timers',
      brief.timers.map(({ at, what }) => `${shown(at)}  ${what}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function shown(at: string | null): string {
  return at === null ? 'not yet' : `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
