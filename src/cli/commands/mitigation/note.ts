import { durationFormulas } from '../../../incident/durations.ts';
import { type NoteKind, noteKinds } from '../../../incident/event.ts';
import type { Incident } from '../../../incident/incident.ts';
import { type Milestone, milestones } from '../../../incident/milestone.ts';
import { ask } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, textOf, textsOf } from '../../input.ts';
import { splitId } from '../../pick-incident.ts';
import { readOneOf } from '../../read-one-of.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `note [id] "text"`: findings, hypotheses, impact, decisions, milestones and corrections. */
export const note: Action = (input, house) => {
  const { id, words } = splitId(input.args, 1);
  const text = words.join(' ');
  const command = {
    type: 'add-note',
    ...whoAndWhen(input, house),
    text: text.slice(0, longestNote),
    kind: readKind(input),
    evidence: textsOf(input, 'evidence').map(readLink),
    milestone: readMilestone(input),
    amends: readAmends(input),
  } as const;
  return ask(house, id, 'add-note', command, (incident) => ({
    outcome: 'noted',
    lines: [`entry ${incident.timeline.at(-1)?.seq ?? ''}: ${incident.timeline.at(-1)?.text ?? ''}`],
    more: { seq: incident.timeline.at(-1)?.seq ?? null },
    warnings: [
      ...(text.length > longestNote ? [`the note was cut at ${longestNote} characters`] : []),
      ...(command.milestone === null ? [] : findDisorder(incident)),
    ],
  }));
};

const longestNote = 20_000;

/** Milestones that cannot both be right, since between them nothing can be measured. */
function findDisorder(incident: Incident): readonly string[] {
  return Object.entries(durationFormulas).flatMap(([name, [from, to]]) => {
    const [first, second] = [incident[from], incident[to]];
    if (first === null || second === null || first <= second) return [];
    return [`${sayMilestone(to)} (${second}) lies before ${sayMilestone(from)} (${first}), so ${name} is not measured`];
  });
}

function sayMilestone(name: string): string {
  return name.replace(/_at$/, '');
}

function readKind(input: Input): NoteKind {
  return readOneOf(textOf(input, 'kind') ?? 'note', noteKinds, '--kind');
}

function readMilestone(input: Input): Milestone | null {
  const typed = textOf(input, 'milestone');
  return typed === null ? null : readOneOf(typed, milestones, '--milestone');
}

function readAmends(input: Input): number | null {
  const typed = textOf(input, 'amends');
  if (typed === null) return null;
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new WrongUsage(
    'bad-entry-number',
    `--amends "${typed}" is not the number of an entry.`,
    'incident timeline shows the numbers.',
  );
}

function readLink(typed: string): string {
  if (URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)) return typed;
  throw new WrongUsage(
    'bad-link',
    `--evidence "${typed.slice(0, 80)}" is not a web address.`,
    'Example: --evidence https://grafana.example.com/d/abc',
  );
}
