import { expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import { rehearse } from '../../src/reactions/rehearse.ts';
import { at, declared, leads, policyOf, recordOf, slackAndEmail } from './record.ts';

const policy = policyOf({
  stakeholders: [{ to: ['email:all@example.com'], from: 'SEV-3', stages, audience: 'internal' }],
  communications: { cadence: { 'SEV-2': 1800 } },
});

const incident = recordOf(declared(), leads(0, 'ana', null));

it('plays the whole schedule: pages, news and reminders, with their steps', () => {
  const lines = rehearse(incident, at(0), policy).map(
    ({ at: when, kind, to, channel, step }) =>
      `${(Date.parse(when) - Date.parse(at(0))) / 60_000} ${kind}${step === null ? '' : ` ${step}`} ${to} ${channel}`,
  );
  expect(lines).toEqual([
    '0 page 1 ana email',
    '0 declared all@example.com email',
    '5 page 2 bo email',
    '15 page 3 cy email',
    '30 reminder ana email',
    '60 reminder ana email',
    '60 reminder ana email',
    '90 reminder ana email',
    '180 reminder ana email',
  ]);
});

it('says which round a page belongs to, what a reminder is about, and whom nobody can tell', () => {
  const steps = [
    { after: '0m', notify: ['oncall:primary'] },
    { after: '5m', notify: ['oncall:nights', 'person:zed'] },
  ];
  const gaps = policyOf({ escalation: { default: { steps, repeat: 1, repeat_every: '10m' } } });
  const lines = rehearse(incident, at(0), gaps);
  expect(
    lines.map(({ kind, step, round, about, to, reason }) => [kind, step, round, about, to, reason].join(' ')),
  ).toEqual([
    'page 1 1  ana ',
    'page 2 1  oncall:nights nobody-on-call',
    'page 2 1  zed unknown-person',
    'page 1 2  ana ',
    'page 2 2  oncall:nights nobody-on-call',
    'page 2 2  zed unknown-person',
    'reminder   long-shift-1h ana ',
    'reminder   long-shift-3h ana ',
  ]);
});

it('opens the channel of the incident’s own and invites whoever is paged', () => {
  const notifications = {
    ...slackAndEmail,
    slack: { token: 'env:S', channel_per_incident: 'SEV-2', api_url: 'https://slack.example.com/' },
  } as const;
  const lines = rehearse(recordOf(declared()), at(0), policyOf({ notifications }));
  const channel = lines.filter(({ kind }) => kind === 'channel' || kind === 'invite');
  expect(channel.map(({ at: when, kind, to }) => `${when.slice(14, 16)} ${kind} ${to}`)).toEqual([
    '00 channel #inc-20261123-7kq2mx',
    '00 invite ana',
    '05 invite bo',
  ]);
  const mild = rehearse(recordOf(declared('SEV-3')), at(0), policyOf({ notifications }));
  expect(mild.map(({ kind }) => kind)).not.toContain('channel');
});

it('is the same every time', () => {
  expect(rehearse(incident, at(0), policy)).toEqual(rehearse(incident, at(0), policy));
});

it('ends after a day, however long an escalation would go on', () => {
  const steps = [{ after: '0m', notify: ['oncall:primary'] }];
  const long = policyOf({ escalation: { default: { steps, repeat: 20, repeat_every: '4h' } } });
  const times = rehearse(recordOf(declared()), at(0), long).map((line) => line.at);
  expect(times).toHaveLength(7);
  expect(times.at(-1)).toBe(at(24 * 60));
});

it('tells nobody where no channel is configured', () => {
  expect(rehearse(incident, at(0), policyOf({ notifications: { webhook: {}, command: {} } }))).toEqual([]);
});
