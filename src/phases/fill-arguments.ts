import type { EventData } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';

/** As much of a suspect as an argument can be taken from. */
export interface SuspectFields {
  readonly ref: string;
  readonly deployment_id: string | null;
  readonly version: string | null;
  readonly previous_version: string | null;
}

/** Where the values of arguments come from. */
export interface ArgumentSources {
  readonly incident: Incident;
  readonly spec_id: string | null;
  /** Likeliest first. */
  readonly suspects: readonly SuspectFields[];
}

/** An argument that could not be filled. */
export interface Unfilled {
  readonly argument: string;
  readonly field: string;
  readonly why: 'no-such-field' | 'no-value';
}

export type Filled =
  | { readonly ok: true; readonly args: EventData['mitigation.proposed']['args'] }
  | { readonly ok: false; readonly unfilled: readonly Unfilled[] };

const suspectFields = ['deployment_id', 'version', 'previous_version', 'ref'] as const;

/** Whether any argument comes from a suspect, so that suspects have to be looked for. */
export function needsSuspects(wanted: Readonly<Record<string, string>>): boolean {
  return Object.values(wanted).some((field) => field.startsWith('suspect.'));
}

/**
 * Takes each argument from the field of the incident that is named for it; `=text` stands for the text itself, and so do
 * numbers, `true` and `false`.
 *
 * Whole values only: nothing is ever pasted into a longer text. All fields of a suspect come from the same one, the
 * likeliest that has them all.
 */
export function fillArguments(wanted: Readonly<Record<string, string>>, sources: ArgumentSources): Filled {
  const suspect = chooseSuspect(wanted, sources.suspects);
  const args: { name: string; value: string }[] = [];
  const unfilled: Unfilled[] = [];
  for (const [argument, field] of Object.entries(wanted)) {
    const value = fieldOf(field, sources, suspect);
    if (typeof value === 'string') args.push({ name: argument, value });
    else unfilled.push({ argument, field, why: value === null ? 'no-value' : 'no-such-field' });
  }
  return unfilled.length === 0 ? { ok: true, args } : { ok: false, unfilled };
}

function chooseSuspect(
  wanted: Readonly<Record<string, string>>,
  suspects: readonly SuspectFields[],
): SuspectFields | undefined {
  const needed = suspectFields.filter((field) => Object.values(wanted).includes(`suspect.${field}`));
  return suspects.find((suspect) => needed.every((field) => suspect[field] !== null));
}

/** The value, null where the incident has none, undefined where there is no such field. */
function fieldOf(
  field: string,
  { incident, spec_id }: ArgumentSources,
  suspect: SuspectFields | undefined,
): string | null | undefined {
  if (field.startsWith('=')) return field.slice(1);
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(field)) return field;
  if (field.startsWith('labels.')) return labelOf(incident, field.slice('labels.'.length));
  const suspected = suspectFields.find((name) => field === `suspect.${name}`);
  if (suspected !== undefined) return suspect?.[suspected] ?? null;
  switch (field) {
    case 'incident.id':
      return incident.id;
    case 'incident.service':
    case 'service':
      return incident.service;
    case 'incident.severity':
    case 'severity':
      return incident.severity;
    case 'spec_id':
      return spec_id;
    default:
      return undefined;
  }
}

/** A label whose value differs between the alerts says nothing that could be acted on. */
function labelOf({ alerts }: Incident, name: string): string | null {
  const values = new Set(alerts.flatMap(({ labels }) => (Object.hasOwn(labels, name) ? [labels[name] ?? ''] : [])));
  const [only, ...others] = values;
  return only === undefined || others.length > 0 ? null : only;
}
