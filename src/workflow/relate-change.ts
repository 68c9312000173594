import type { Change } from './change.ts';

/** What went wrong, as far as its cause is being looked for. */
export interface Trouble {
  /** UTC ISO-8601. */
  readonly startedAt: string;
  readonly service: string | null;
  readonly specId: string | null;
}

/** How a change relates to the trouble: says so itself, touches its files, says nothing, or is about something else. */
export type Relation = 'same' | 'touches' | 'unknown' | 'other';

/** Compares names and paths as whole words, so that `pay` is not found in `payments`. */
export function nameRelation(change: Change, { service, specId }: Trouble): Relation {
  const names = [service, specId].flatMap((name) => (name === null || name === '' ? [] : [plain(name)]));
  if (names.length === 0) return 'unknown';
  const said = [change.service, change.spec_id].flatMap((name) => (name === null || name === '' ? [] : [plain(name)]));
  if (said.some((name) => names.includes(name))) return 'same';
  if (change.files.some((file) => names.some((name) => isPathOf(file, name)))) return 'touches';
  if (said.length > 0) return 'other';
  return names.some((name) => `-${plain(change.title)}-`.includes(`-${name}-`)) ? 'same' : 'unknown';
}

function isPathOf(file: string, name: string): boolean {
  return file.split('/').some((part) => `-${plain(part)}-`.includes(`-${name}-`));
}

function plain(text: string): string {
  return text
    .slice(0, 500)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
