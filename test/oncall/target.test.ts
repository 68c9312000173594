import { describe, expect, it } from 'vitest';
import { channelsOf } from '../../src/oncall/channels.ts';
import { readSchedules } from '../../src/oncall/read-schedule.ts';
import { peopleOnCall } from '../../src/oncall/schedule.ts';
import { type Directory, parseTarget, resolveTargets } from '../../src/oncall/target.ts';

const people = {
  ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA', phone: '+1 202 555 0101' },
  bo: { email: 'bo@example.com' },
  cy: { name: 'Cy Okoro' },
};
const notifications = {
  slack: { token: 'env:SLACK_BOT_TOKEN' },
  email: { smtp: 'env:SMTP_URL', from: 'incidents@example.com' },
  webhook: { 'status-board': { url: 'https://status.example.com/hook' } },
  command: { pager: ['/usr/local/bin/page', '--stdin'] },
};
const at = '2026-01-06T00:00:00Z';
const onCall: Readonly<Record<string, readonly string[]>> = {
  primary: ['ana'],
  both: ['ana', 'cy'],
  empty: [],
  ghosts: ['zed'],
};
const directory: Directory = {
  people,
  notifications,
  onCall: (schedule) => (Object.hasOwn(onCall, schedule) ? (onCall[schedule] ?? null) : null),
};
const slackAna = { person: 'ana', channel: 'slack', to: 'U0ANA', via: null };
const emailAna = { person: 'ana', channel: 'email', to: 'ana@example.com', via: null };
const pagerAna = { person: 'ana', channel: 'command', to: '+1 202 555 0101', via: 'pager' };

describe('reading a target', () => {
  it.each([
    ['oncall:primary', { kind: 'oncall', name: 'primary' }],
    ['person:cy', { kind: 'person', name: 'cy' }],
    ['slack:#leads', { kind: 'slack', name: '#leads' }],
    ['email:leads@example.com', { kind: 'email', name: 'leads@example.com' }],
    ['webhook:status-board', { kind: 'webhook', name: 'status-board' }],
    ['command:pager', { kind: 'command', name: 'pager' }],
  ])('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  it.each([
    '',
    'ana',
    'oncall',
    'oncall:',
    'oncall: ',
    'sms:+1',
    'email:nobody',
    'email:a b@c',
    'constructor:x',
    ':primary',
  ])('refuses %j', (text) => {
    expect(parseTarget(text)).toBeNull();
  });
});

describe('turning targets into addresses', () => {
  it.each([
    ['oncall:primary', [slackAna, emailAna, pagerAna]],
    ['person:ana', [slackAna, emailAna, pagerAna]],
    ['slack:#leads', [{ person: null, channel: 'slack', to: '#leads', via: null }]],
    ['email:leads@example.com', [{ person: null, channel: 'email', to: 'leads@example.com', via: null }]],
    ['webhook:status-board', [{ person: null, channel: 'webhook', to: 'status-board', via: 'status-board' }]],
    ['command:pager', [{ person: null, channel: 'command', to: 'pager', via: 'pager' }]],
  ])('%s', (target, recipients) => {
    expect(resolveTargets([target], 'SEV-1', at, directory)).toEqual({ recipients, unreached: [] });
  });

  it.each([
    ['oncall:nights', null, 'unknown-schedule'],
    ['oncall:__proto__', null, 'unknown-schedule'],
    ['oncall:empty', null, 'nobody-on-call'],
    ['oncall:ghosts', 'zed', 'unknown-person'],
    ['person:constructor', 'constructor', 'unknown-person'],
    ['person:cy', 'cy', 'no-channel'],
    ['command:siren', null, 'channel-not-configured'],
    ['whoever', null, 'malformed-target'],
  ])('%s reaches nobody, and says why', (target, person, reason) => {
    expect(resolveTargets([target], 'SEV-1', at, directory)).toEqual({
      recipients: [],
      unreached: [{ target, person, reason }],
    });
  });

  it('tells everyone on call who can be told, and names who cannot', () => {
    const { recipients, unreached } = resolveTargets(['oncall:both'], 'SEV-1', at, directory);
    expect(recipients).toHaveLength(3);
    expect(unreached).toEqual([{ target: 'oncall:both', person: 'cy', reason: 'no-channel' }]);
  });

  it('tells each address once, however many targets mean it', () => {
    const { recipients } = resolveTargets(
      ['oncall:primary', 'person:ana', 'email:ana@example.com'],
      'SEV-1',
      at,
      directory,
    );
    expect(recipients).toEqual([slackAna, emailAna, pagerAna]);
  });

  it('asks who is on call at the time it was given', () => {
    const asked: string[] = [];
    resolveTargets(['oncall:primary'], 'SEV-1', at, {
      ...directory,
      onCall: (name, time) => [asked.push(`${name} ${time}`).toString()],
    });
    expect(asked).toEqual([`primary ${at}`]);
  });
});

describe('a directory of real schedules', () => {
  it('follows a target to whoever is on call at that time', () => {
    const { schedules } = readSchedules({
      primary: { rotation: ['ana', 'bo'], handover: 'mon 09:00', starts: '2026-01-05' },
    });
    const real = { ...directory, onCall: (name: string, time: string) => peopleOnCall(schedules, name, time) };
    const toldAt = (time: string): (string | null)[] =>
      resolveTargets(['oncall:primary'], 'SEV-1', time, real).recipients.map((recipient) => recipient.person);
    expect(toldAt('2026-01-12T08:59:59Z')).toEqual(['ana', 'ana', 'ana']);
    expect(toldAt('2026-01-12T09:00:00Z')).toEqual(['bo']);
    expect(resolveTargets(['oncall:nights'], 'SEV-1', at, real).unreached[0]?.reason).toBe('unknown-schedule');
  });
});

describe('the channels of a person', () => {
  const names = (person: Parameters<typeof channelsOf>[1], severity: 'SEV-1' | 'SEV-4' = 'SEV-1'): string[] =>
    channelsOf('ana', person, severity, notifications).map((recipient) => recipient.via ?? recipient.channel);

  it('are all that are configured and that they have an address for', () => {
    expect(names(people.ana)).toEqual(['slack', 'email', 'pager']);
    expect(names(people.bo)).toEqual(['email']);
    expect(channelsOf('ana', people.ana, 'SEV-1', { email: {} })).toEqual([emailAna]);
    expect(channelsOf('ana', people.ana, 'SEV-1', undefined)).toEqual([]);
  });

  it('are those chosen for the severity, in the order chosen', () => {
    const choosy = { ...people.ana, channels: { 'SEV-1': ['command:pager', 'slack'], default: ['email'] } };
    expect(names(choosy)).toEqual(['pager', 'slack']);
    expect(names(choosy, 'SEV-4')).toEqual(['email']);
  });

  it('are all of them for a severity that the choice does not mention', () => {
    expect(names({ ...people.ana, channels: { 'SEV-4': ['email'] } })).toEqual(['slack', 'email', 'pager']);
  });

  it('are none when the choice is empty, not configured, or has no address', () => {
    expect(names({ ...people.ana, channels: { default: [] } })).toEqual([]);
    expect(names({ ...people.ana, channels: { default: ['command:siren', 'pigeon'] } })).toEqual([]);
    expect(names({ ...people.bo, channels: { default: ['slack'] } })).toEqual([]);
  });

  it('may be a webhook only if chosen', () => {
    expect(names({ channels: { default: ['webhook:status-board'] } })).toEqual(['status-board']);
  });
});
