import { formatDuration } from '../../../incident/duration.ts';
import type { NotificationState } from '../../../incident/incident.ts';
import { computeOwed } from '../../../reactions/owed.ts';
import { noChannel } from '../../../reactions/owed-message.ts';
import { alignColumns } from '../../align-columns.ts';
import { about } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';

/** `notifications [id]`: where every message stands. */
export const notifications: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, null);
  const now = house.now();
  const owed = computeOwed(incident, now, await house.tellingPolicy(now));
  const known = new Set(incident.notifications.map(({ key }) => key));
  const due = owed.messages.filter(({ key }) => !known.has(key));
  const rows = incident.notifications.map((state) => [
    state.at.slice(0, 19).replace('T', ' '),
    whatOf(state),
    state.to === incident.chat?.channel ? `#${incident.chat.name}` : sayRecipient(state.to),
    state.via === null ? (state.channel === noChannel ? '-' : state.channel) : `${state.channel}:${state.via}`,
    sayState(state, now),
  ]);
  const waiting = due.map(({ kind, to, channel, via }) => [
    '',
    kind,
    to,
    via === null ? channel : `${channel}:${via}`,
    'due now; incident tick sends it',
  ]);
  const lines = alignColumns([['TIME (UTC)', 'MESSAGE', 'TO', 'BY', 'STATE'], ...rows, ...waiting]);
  return about(house, incident, 'shown', {
    lines: rows.length + waiting.length === 0 ? ['nobody has been told anything'] : lines,
    more: { notifications: incident.notifications, due, next_at: owed.next_at },
    next: [],
  });
};

/** Of what was never sent only the name is known, such as `folded-page-1-2.1/none/…`. */
function whatOf({ kind, key }: NotificationState): string {
  return kind === 'none' ? (/^(?:folded-)?([a-z]+(?:-[a-z]+)*)/.exec(key)?.[1] ?? '') : kind;
}

function sayRecipient(to: string): string {
  return to.replace(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/, '$1 $2 UTC');
}

function sayState(message: NotificationState, now: string): string {
  const { state, reason, detail, attempts, retry_at, claimed_until, maybe_repeated, times } = message;
  const why = reason === null ? '' : `: ${reason}${detail === null ? '' : ` (${detail})`}`;
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  const twice = maybe_repeated ? ', maybe twice' : '';
  switch (state) {
    case 'sent':
      return `sent${tries}${twice}`;
    case 'waiting': {
      if (claimed_until !== null) return claimed_until > now ? 'being sent' : 'its sending was cut short; tried again';
      const wait = retry_at === null ? 0 : (Date.parse(retry_at) - Date.parse(now)) / 1000;
      return `failed for now${tries}${why}; next attempt ${wait <= 0 ? 'now' : `in ${formatDuration(wait)}`}`;
    }
    case 'failed':
      return `failed for good${tries}${why}`;
    case 'expired':
      return `expired${why}`;
    case 'suppressed':
      return `suppressed${times > 1 ? ` (${times})` : ''}${why}`;
  }
}
