import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { describeEntry, fieldsOf, kindOf, textOf } from './describe-entry.ts';
import { isOutsider, isSystem, type KnownPeople, roleOf } from './people.ts';
import { plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { safeLink } from './safe-link.ts';
import { fill, type Words } from './words/words.ts';

export interface EvidenceLink {
  readonly label: string;
  readonly url: string;
}

export interface TimelineRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly text: string;
  readonly who: string;
  readonly links: readonly EvidenceLink[];
}

/** A report of many thousand rows is read by nobody; what is cut is counted, and stays in the journal. */
const mostRows = 1_000;

/** The timeline as a table, oldest first; entries that may not be quoted are left out. */
export function timelineRows(
  incident: Incident,
  people: KnownPeople,
  quoting: Quoting,
  words: Words,
): { readonly rows: readonly TimelineRow[]; readonly cut: number } {
  const correctedBy = new Map(
    incident.timeline
      .filter((entry) => entry.type === 'note.added' && textOf(entry.data, 'amends') !== '')
      .map((entry) => [Number(textOf(entry.data, 'amends')), entry.seq]),
  );
  const rows: TimelineRow[] = [];
  let cut = 0;
  for (const entry of inOrder(incident.timeline)) {
    const kind = kindOf(entry);
    if (kind === null) continue;
    if (rows.length >= mostRows) {
      cut += 1;
      continue;
    }
    const said = describeEntry(withoutRepetition(entry, incident), quoting, words);
    if (said === null || said === '') continue;
    const correction = correctedBy.get(entry.seq);
    rows.push({
      seq: entry.seq,
      at: plainTime(entry.at) ?? words.say.unknown,
      kind: words.kind[kind],
      text: correction === undefined ? said : fill(words.entry['note.corrected'], { text: said, seq: correction }),
      who: actorRole(entry.by, incident, people, words),
      links: evidenceOf(entry, words),
    });
  }
  return { rows, cut };
}

/** An attestation stands in a row of its own, so the row of the resolution need not say it again. */
function withoutRepetition(entry: TimelineEntry, { verification }: Incident): TimelineEntry {
  if (entry.type !== 'incident.resolved') return entry;
  const basis = textOf(entry.data, 'basis');
  const repeats = verification.some(({ attested }) => attested !== null && basis.includes(attested));
  return repeats ? { ...entry, data: { ...entry.data, basis: '' } } : entry;
}

/** Oldest first by when it happened; what was written down later about the same moment stays behind it. */
export function inOrder(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return timeline.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Who did something, as a role; never a name. */
export function actorRole(by: string | null, incident: Incident, people: KnownPeople, words: Words): string {
  if (by === null || isSystem(by, incident, people)) return words.role.system;
  if (isOutsider(by, incident, people)) return words.role.outsider;
  return words.role[roleOf(by, incident) ?? 'responder'];
}

function evidenceOf(entry: TimelineEntry, words: Words): readonly EvidenceLink[] {
  const given = [entry.data['evidence'], fieldsOf(entry.data, 'alert')['links']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return given
    .filter((address): address is string => typeof address === 'string')
    .map(safeLink)
    .filter((url) => url !== null)
    .slice(0, 5)
    .map((url, index) => ({ url, label: fill(words.label.evidence_link, { number: index + 1 }) }));
}
