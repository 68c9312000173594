import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { type ChannelChore, owedChore } from '../../src/reactions/own-channel.ts';
import {
  and,
  at,
  declared,
  fact,
  policyOf,
  recordOf,
  resolved,
  settleAt,
  severityChanged,
  slackAndEmail,
  updated,
} from './record.ts';

const slack = { token: 'env:S', channel_per_incident: 'SEV-2', api_url: 'https://slack.example.com/' } as const;
const policy = policyOf({ notifications: { ...slackAndEmail, slack }, people: {}, oncall: {}, services: {} });
const claimed = (minutes: number, { claims }: ChannelChore): IncidentEvent =>
  fact(minutes, 'notification.claimed', { until: at(minutes + 1), messages: claims }, null);

function chore(incident: Incident, minutes: number): ChannelChore {
  const owed = owedChore(incident, at(minutes), policy);
  if (owed === null) throw new Error('nothing is due');
  return owed;
}

/** The incident with its channel open and its summary in it. */
function opened(): Incident {
  const before = recordOf(declared());
  const due = chore(before, 0);
  const [claim] = due.claims;
  const told = { key: claim?.key ?? '', to: claim?.to ?? '', channel: 'slack', re: claim?.re ?? 0, attempt: 1 };
  return and(
    before,
    claimed(0, due),
    fact(0, 'channel.opened', { channel: 'C0NE', name: 'inc', reference: 'C0NE/1.1' }, null),
    fact(0, 'notification.sent', { ...told, reason: null, retry_at: null }, null),
  );
}

describe('a channel of its own', () => {
  it.each<[when: string, events: readonly IncidentEvent[], what: string | undefined]>([
    ['is opened while the incident goes on', [], 'open'],
    ['is not opened for one that is over already', [resolved(1)], undefined],
    ['is not opened for one that is no longer severe enough', [severityChanged(1, 'SEV-2', 'SEV-3')], undefined],
  ])('%s', (_when, events, what) => {
    expect(owedChore(recordOf(declared(), ...events), at(2), policy)?.what).toBe(what);
  });

  it('is left alone once Slack is not configured any more', () => {
    const { slack: _gone, ...others } = slackAndEmail;
    const state = and(opened(), updated(1, null));
    expect(owedChore(state, at(1), policyOf({ notifications: others }))).toBeNull();
  });

  it('takes news while the incident goes on, and none once it is closed', () => {
    const news = and(opened(), updated(1, null));
    const said = (state: Incident) => settleAt(state, 2, policy).owed.messages.map(({ to }) => to);
    expect(said(news)).toEqual(['C0NE']);
    expect(said(and(news, fact(2, 'incident.closed', { because: 'same' })))).toEqual([]);
  });
});

describe('the summary in it', () => {
  it('is due when what it says has changed; the topic only with the severity', () => {
    const state = opened();
    expect(owedChore(state, at(1), policy)).toBeNull();
    expect(chore(and(state, updated(1, null)), 1)).toMatchObject({ what: 'summary', topic: false });
    expect(chore(and(state, severityChanged(1, 'SEV-2', 'SEV-1')), 1)).toMatchObject({ what: 'summary', topic: true });
  });

  it('that failed gives way to the next one, and one that somebody writes just now does not', () => {
    const state = and(opened(), updated(1, null));
    const due = chore(state, 1);
    const [claim] = due.claims;
    const failure = { key: claim?.key ?? '', to: 'C0NE', channel: 'slack', re: claim?.re ?? 0, attempt: 1 };
    const trying = and(state, claimed(1, due));
    const failed = and(
      trying,
      fact(1, 'notification.failed', { ...failure, reason: 'unreachable', retry_at: at(2) }, null),
    );
    expect(owedChore(failed, at(1.5), policy)).toBeNull();
    expect(chore(failed, 2)).toMatchObject({ what: 'summary', claims: [{ attempt: 2 }], notices: [] });
    expect(chore(and(failed, updated(1.5, null)), 1.5).notices).toMatchObject([{ key: claim?.key }]);
    expect(chore(and(trying, updated(1.5, null)), 1.5).notices).toEqual([]);
  });
});
