import { createHash } from 'node:crypto';
import { phraseTables } from './phrase-search.ts';
import { thai } from './phrases/thai.ts';

let known: string | undefined;

/** Eight hex digits that change with every phrase of the blame rules, so that a check can be told from a later one. */
export function ruleSetVersion(): string {
  known ??= createHash('sha256')
    .update(JSON.stringify([phraseTables, thai]))
    .digest('hex')
    .slice(0, 8);
  return known;
}
