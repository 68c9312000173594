import type { ChangeEvent } from '../incident/change-event.ts';
import { isObject } from './known-event.ts';
import { sha256 } from './record-paths.ts';

/** What a change is known by: when it took effect and what it was, whoever handed it in. */
export function changeName(change: ChangeEvent): string {
  const { recorded_at: _at, by: _by, ...what } = change;
  return `${stamp(change.at)}-${sha256(JSON.stringify(what)).slice(0, 16)}`;
}

/** A moment as it stands in a name, so that names sort by it. */
export function stamp(at: string): string {
  return at.replaceAll(/[-:.]/g, '');
}

/** The change as it is kept, what it is known by first. */
export function writeChange({ recorded_at, by, ...what }: ChangeEvent): string {
  return `${JSON.stringify({ ...what, recorded_at, by }, null, 2)}\n`;
}

/** Reads what was kept; null where it is none, because one torn text is not worth an error about all. */
export function parseChange(text: string): ChangeEvent | null {
  const found = toValue(text);
  if (!isObject(found)) return null;
  const { text: said, at, recorded_at } = found;
  if (typeof said !== 'string' || typeof at !== 'string' || typeof recorded_at !== 'string') return null;
  const word = (name: string): string | null => (typeof found[name] === 'string' ? found[name] : null);
  return {
    ...{ text: said, at, recorded_at, by: word('by'), service: word('service'), spec_id: word('spec_id') },
    deployment_id: word('deployment_id'),
    version: word('version'),
    previous_version: word('previous_version'),
  };
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
