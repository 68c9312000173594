import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  'check.down': 'firing',
  'check.still_down': 'firing',
  'check.ssl_invalid': 'firing',
  'check.ssl_expiration': 'firing',
  'check.performance_drop': 'firing',
  'check.up': 'resolved',
  'check.ssl_valid': 'resolved',
  'check.ssl_renewed': 'resolved',
};

export const updown: AlertSource = {
  name: 'updown',
  shape: 'events about a check with a token',
  recognises: (payload) => (Array.isArray(payload) ? payload.length > 0 && payload.every(isEvent) : isEvent(payload)),
  read: (payload) => (Array.isArray(payload) ? payload : [payload]).map(readEvent),
};

function isEvent(value: unknown): boolean {
  return wordOf(pick(value, 'event')).startsWith('check.') && hasKeys(pick(value, 'check'), 'token');
}

function readEvent(event: unknown): AlertDraft {
  const check = pick(event, 'check');
  return {
    status: readStatus(statusWords, pick(event, 'event')),
    title: [pick(event, 'description'), ...pickEach(check, 'url', 'alias')],
    service: pickEach(check, 'url', 'alias'),
    started: [pick(event, 'downtime', 'started_at'), pick(check, 'down_since')],
    identity: [pick(check, 'token'), kindOf(wordOf(pick(event, 'event')))],
    links: pickEach(check, 'url'),
  };
}

/** A certificate that was renewed ends no outage of the same check. */
function kindOf(event: string): string | null {
  return /^check\.(ssl|performance)_/.exec(event)?.[1] ?? null;
}
