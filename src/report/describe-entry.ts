import type { TimelineEntry } from '../incident/incident.ts';
import { parseRole } from '../incident/role.ts';
import { plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { fill, type Words } from './words/words.ts';

export type EntryKind = keyof Words['kind'];

/** What each fact is to a reader; facts that are missing here are bookkeeping and stay out of the report. */
const kinds: Readonly<Partial<Record<TimelineEntry['type'], EntryKind>>> = {
  'incident.declared': 'decision',
  'alert.received': 'observed',
  'alert.repeated': 'observed',
  'alert.cleared': 'observed',
  'severity.changed': 'decision',
  'incident.acknowledged': 'action',
  'incident.escalated': 'communication',
  'role.assigned': 'decision',
  'note.added': 'observed',
  'update.posted': 'communication',
  'mitigation.proposed': 'decision',
  'mitigation.approved': 'decision',
  'gate.overridden': 'decision',
  'workflow.started': 'action',
  'workflow.finished': 'observed',
  'mitigation.judged': 'observed',
  'verification.recorded': 'observed',
  'verification.attested': 'observed',
  'incident.resolved': 'decision',
  'incident.reopened': 'decision',
  'incident.merged': 'decision',
  'incident.closed': 'decision',
};

/** The fields in which people and other systems say what they like. */
const freeText = new Set(['text', 'because', 'title', 'basis', 'checks']);

/** Observed, inferred, action, decision or communication; null for bookkeeping. */
export function kindOf(entry: TimelineEntry): EntryKind | null {
  if (entry.type === 'note.added') {
    const kind = textOf(entry.data, 'kind');
    if (kind === 'hypothesis') return 'inferred';
    if (kind === 'decision') return 'decision';
  }
  return kinds[entry.type] ?? null;
}

/** A field of an entry as text; empty where it has none. */
export function textOf(data: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A field of an entry that holds fields itself; empty where it does not. */
export function fieldsOf(data: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * Says one entry in the language of the report, its free text checked and without names; null where the text may not be
 * shown.
 */
export function describeEntry(entry: TimelineEntry, quoting: Quoting, words: Words): string | null {
  const { data } = entry;
  const say = (sentence: keyof Words['entry'], values: Readonly<Record<string, string>> = {}): string | null => {
    const shown: Record<string, string> = {};
    for (const [name, value] of Object.entries(values)) {
      const quoted = freeText.has(name) ? quoting.narrate(value) : quoting.name(value);
      if (quoted === null) return null;
      shown[name] = quoted;
    }
    return fill(words.entry[sentence], shown).replace(/[:,]\s*$/, '');
  };
  const outcome = (name: string): string => {
    const value = textOf(data, name);
    return Object.hasOwn(words.outcome, value) ? String(new Map(Object.entries(words.outcome)).get(value)) : value;
  };
  const given = (...names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, textOf(data, name)]));
  const title = textOf(fieldsOf(data, 'alert'), 'title');
  switch (entry.type) {
    case 'incident.declared':
      return say(entry.type, given('severity', 'title'));
    case 'alert.received':
    case 'alert.cleared':
      return say(entry.type, { title });
    case 'alert.repeated':
      return say(entry.type, {
        title,
        times: textOf(data, 'times'),
        latest_at: plainTime(textOf(data, 'latest_at')) ?? '',
      });
    case 'severity.changed':
      return say(entry.type, given('from', 'to', 'because'));
    case 'incident.acknowledged':
      return words.entry[entry.type];
    case 'role.assigned':
      return fill(words.entry[entry.type], { role: words.role[parseRole(textOf(data, 'role')) ?? 'responder'] });
    case 'note.added':
      if (textOf(data, 'amends') !== '') return say('note.amends', given('amends', 'text'));
      return textOf(data, 'kind') === 'hypothesis'
        ? say('note.hypothesis', { text: hypothesisIn(textOf(data, 'text')) })
        : say('note.added', given('text'));
    case 'update.posted':
    case 'verification.attested':
      return say(entry.type, given('text'));
    case 'mitigation.proposed':
      return say(
        textOf(data, 'because') === '' ? entry.type : 'mitigation.because',
        given('mitigation', 'workflow', 'because'),
      );
    case 'mitigation.approved':
      return say(entry.type, given('mitigation'));
    case 'gate.overridden':
      return say(entry.type, given('gate', 'because'));
    case 'workflow.started':
      return say(entry.type, given('mitigation', 'workflow'));
    case 'workflow.finished':
      return say(entry.type, { ...given('mitigation', 'text'), outcome: outcome('outcome') });
    case 'mitigation.judged':
      return say(entry.type, {
        mitigation: textOf(data, 'mitigation') || words.response.by_hand,
        verdict: outcome('verdict'),
        text: textOf(data, 'text'),
      });
    case 'verification.recorded':
      return say(data['passed'] === true ? 'verification.passed' : 'verification.failed', { checks: checksOf(data) });
    case 'incident.escalated':
    case 'incident.reopened':
    case 'incident.closed':
      return say(entry.type, given('because'));
    case 'incident.resolved':
      return say(entry.type, given('basis'));
    case 'incident.merged':
      return say(entry.type, given('into'));
    default:
      return '';
  }
}

/** What is suspected, without the word that the report puts before it anyway. */
export function hypothesisIn(text: string): string {
  return text.replace(/^\s*(?:hypothesis|สมมติฐาน)\s*:\s*/i, '');
}

function checksOf(data: Readonly<Record<string, unknown>>): string {
  const checks = Array.isArray(data['checks']) ? data['checks'] : [];
  return checks
    .map((check: unknown) => fieldsOf({ check }, 'check'))
    .map((check) => [textOf(check, 'name'), textOf(check, 'detail')].filter(Boolean).join(' '))
    .join(', ');
}
