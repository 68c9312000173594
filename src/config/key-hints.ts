import { severities } from '../incident/severity.ts';
import { didYouMean } from './did-you-mean.ts';
import { keyExamples } from './key-examples.ts';
import { isUnder, type KeyPath } from './key-path.ts';

/** Keys of which each stands for a severity. */
const bySeverity = [
  'incident_response.escalation',
  'incident_response.communications.cadence',
  'incident_response.post_mortem.meeting.within',
  'incident_response.actions.due',
].map((key) => key.split('.'));

/** A value that would be right at this place, or of what it is a part; empty where nothing is known of it. */
export function exampleFor(path: KeyPath): string {
  const pattern = Object.keys(keyExamples).find((key) => fits(path, key.split('.')));
  if (pattern !== undefined) return keyExamples[pattern] ?? '';
  return path.length > 1 ? exampleFor(path.slice(0, -1)) : '';
}

/** What to write instead of a key nobody knows: the one that was probably meant, else all there are. */
export function hintForUnknownKey(path: KeyPath): { readonly meant: string | null; readonly expected: string } {
  const around = path.slice(0, -1);
  const known = knownKeysAt(around);
  const meant = didYouMean(String(path.at(-1)), known);
  if (meant === null) return { meant, expected: known.length === 0 ? '' : `one of ${known.join(', ')}` };
  return { meant, expected: `${meant}: ${exampleFor([...around, meant])}` };
}

function knownKeysAt(path: KeyPath): readonly string[] {
  if (bySeverity.some((key) => fits(path, key))) return [...severities, 'default'];
  const below = Object.keys(keyExamples)
    .map((key) => key.split('.'))
    .filter((pattern) => pattern.length === path.length + 1 && isUnder(path, pattern.slice(0, -1)))
    .map((pattern) => pattern.at(-1) ?? '');
  return [...new Set(below)].filter((key) => key !== '*');
}

function fits(path: KeyPath, pattern: KeyPath): boolean {
  return path.length === pattern.length && isUnder(path, pattern);
}
