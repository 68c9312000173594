import { describe, expect, it } from 'vitest';
import { type CalendarRead, readCalendar } from '../../src/oncall/ics-schedule.ts';
import { lintOncall } from '../../src/oncall/lint-oncall.ts';
import type { OncallConfig, RotationScheduleConfig } from '../../src/oncall/oncall-config.ts';

const at = '2026-02-01T00:00:00Z';
const sound = {
  people: {
    ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA', phone: '+1 202 555 0101' },
    bo: { name: 'Bo Chen', email: 'bo@example.com', slack: 'U0BO' },
    cy: { name: 'Cy Okoro', email: 'cy@example.com', slack: 'U0CY' },
  },
  oncall: {
    primary: {
      time_zone: 'Europe/Berlin',
      rotation: ['ana', 'bo'],
      every: '1w',
      handover: 'mon 09:00',
      starts: '2026-01-05',
      overrides: [{ from: '2026-04-03', to: '2026-04-07', person: 'cy' }],
    },
    secondary: { time_zone: 'Europe/Berlin', rotation: ['bo', 'ana'], handover: 'mon 09:00', starts: '2026-01-05' },
  },
  services: { checkout: { oncall: 'primary' } },
  escalation: {
    'SEV-1': {
      steps: [
        { after: '0m', notify: ['oncall:primary'] },
        { after: '15m', notify: ['oncall:secondary', 'slack:#leads'] },
      ],
      repeat: 3,
      acknowledgement_expires: '30m',
    },
    default: { steps: [{ after: '0m', notify: ['oncall:primary'] }] },
  },
  notifications: { slack: { token: 'env:SLACK_BOT_TOKEN' }, email: {}, command: { pager: ['/usr/local/bin/page'] } },
} satisfies OncallConfig;
const { primary } = sound.oncall;
const { ana } = sound.people;

function lint(change: OncallConfig, calendars?: Parameters<typeof lintOncall>[2]): string[] {
  return lintOncall({ ...sound, ...change }, at, calendars).map((found) => `${found.tier} ${found.kind} ${found.key}`);
}
function withPrimary(change: Partial<RotationScheduleConfig>): OncallConfig {
  return { oncall: { ...sound.oncall, primary: { ...primary, ...change } } };
}

describe('a sound configuration', () => {
  it('has no findings, clock change and override included', () => {
    expect(lintOncall(sound, at)).toEqual([]);
  });

  it('may be empty', () => {
    expect(lintOncall({}, at)).toEqual([]);
  });
});

describe('gaps', () => {
  it('are found once for each schedule, with the first times and how many there are', () => {
    const nights = { oncall: { ...sound.oncall, primary: { ...primary, overrides: [], hours: '00:00-22:00' } } };
    const [gap, ...others] = lintOncall({ ...sound, ...nights }, at);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ kind: 'gap', tier: 'block', schedule: 'primary', times: 90 });
    expect(gap?.spans).toHaveLength(10);
    expect(gap?.spans[0]).toEqual({ from: '2026-02-01T21:00:00.000Z', to: '2026-02-01T23:00:00.000Z' });
    expect(gap?.text).toBe(
      'nobody is on call in "primary" from 2026-02-01 22:00 to 2026-02-02 00:00 (Europe/Berlin), and 89 more times',
    );
  });

  it.each([
    ['a rotation that starts too late', { starts: '2026-02-09' }, '2026-02-09T08:00:00.000Z'],
    ['a rotation that ends', { ends: '2026-03-01' }, '2026-04-02T22:00:00.000Z'],
  ])('are found in %s', (_what, change, until) => {
    const [gap] = lintOncall({ ...sound, ...withPrimary(change) }, at);
    expect(gap).toMatchObject({ kind: 'gap', schedule: 'primary' });
    expect(gap?.spans[0]?.to).toBe(until);
  });

  it('are looked for no further than 90 days ahead', () => {
    expect(lint(withPrimary({ ends: '2026-05-03', overrides: [] }))).toEqual([]);
    expect(lint(withPrimary({ ends: '2026-05-01', overrides: [] }))).toEqual(['block gap oncall.primary']);
  });
});

describe('what lies outside the walk', () => {
  it('is no hand-over that a clock change moved the night before', () => {
    const nightly = { ...primary, every: '1d', handover: '02:30', overrides: [] };
    const config = { ...sound, oncall: { ...sound.oncall, primary: nightly } };
    const moved = (from: string) => lintOncall(config, from).filter(({ kind }) => kind === 'hand-over-moves');
    expect(moved('2026-03-29T00:00:00Z')).toHaveLength(1);
    expect(moved('2026-03-29T02:00:00Z')).toEqual([]);
  });

  it('is still a stand-in whom nobody knows', () => {
    const overrides = [{ from: '2026-12-24', to: '2026-12-27', person: 'zed' }];
    expect(lint(withPrimary({ overrides }))).toEqual(['block unknown-person people.zed']);
  });
});

describe('overlaps', () => {
  it('of two overrides are found, for each thinks it is theirs', () => {
    const overrides = [
      { from: '2026-04-03', to: '2026-04-07', person: 'cy' },
      { from: '2026-04-06', to: '2026-04-08', person: 'bo' },
    ];
    const [found] = lintOncall({ ...sound, ...withPrimary({ overrides }) }, at).filter((one) => one.kind === 'overlap');
    expect(found).toMatchObject({
      tier: 'block',
      schedule: 'primary',
      spans: [{ from: '2026-04-05T22:00:00.000Z', to: '2026-04-06T22:00:00.000Z' }],
    });
    expect(found?.text).toContain('cy and bo');
  });

  it('of the same person, or of overrides that only touch, are none', () => {
    const overrides = [
      { from: '2026-04-03', to: '2026-04-07', person: 'cy' },
      { from: '2026-04-06', to: '2026-04-08', person: 'cy' },
      { from: '2026-04-08', to: '2026-04-09', person: 'bo' },
    ];
    expect(lint(withPrimary({ overrides })).filter((one) => one.includes('overlap'))).toEqual([]);
  });
});

describe('people', () => {
  it.each([
    [
      'has no address for any channel',
      { people: { ...sound.people, bo: { name: 'Bo' } } },
      ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'],
    ],
    [
      'has chosen a channel for one severity that is not configured',
      {
        people: {
          ...sound.people,
          bo: { ...sound.people.bo, channels: { 'SEV-1': ['command:siren'], default: ['slack'] } },
        },
      },
      ['SEV-1'],
    ],
    [
      'has chosen nothing for the quiet ones',
      {
        people: {
          ...sound.people,
          bo: { ...sound.people.bo, channels: { 'SEV-1': ['slack'], 'SEV-2': ['slack'], default: [] } },
        },
      },
      ['SEV-3', 'SEV-4'],
    ],
  ])('who can be called and %s are found with the severities', (_what, change, severities) => {
    const findings = lintOncall({ ...sound, ...change }, at);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ kind: 'person-without-channel', tier: 'block', person: 'bo', severities });
  });

  it('are only checked for the severities they can be reached for', () => {
    const people = { ...sound.people, dee: {} };
    const escalation = { ...sound.escalation, 'SEV-2': { steps: [{ after: '0m', notify: ['person:dee'] }] } };
    const findings = lintOncall({ ...sound, people, escalation }, at);
    expect(findings.map((found) => [found.person, found.severities])).toEqual([['dee', ['SEV-2']]]);
    expect(lint({ people })).toEqual([]);
  });

  it('who hear of the worst by e-mail alone are worth knowing', () => {
    const people = { ...sound.people, bo: { email: 'bo@example.com' } };
    expect(lintOncall({ ...sound, people }, at)).toEqual([
      expect.objectContaining({ kind: 'only-email', tier: 'warn', person: 'bo', severities: ['SEV-1', 'SEV-2'] }),
    ]);
  });

  it.each([
    ['in the rotation', withPrimary({ rotation: ['ana', 'zed'] })],
    ['in an override to come', withPrimary({ overrides: [{ from: '2026-04-03', to: '2026-04-07', person: 'zed' }] })],
    ['in an escalation', { escalation: { default: { steps: [{ after: '0m', notify: ['person:zed'] }] } } }],
    ['in a schedule nobody uses', { oncall: { ...sound.oncall, spare: { rotation: ['zed'] } } }],
  ])('whom nobody knows are found %s', (_where, change) => {
    expect(lint(change)).toContain('block unknown-person people.zed');
  });

  it('are told nothing at all without a channel, which is one finding', () => {
    expect(lint({ notifications: {} })).toEqual(['block no-channel-configured notifications']);
  });

  it('who are first and second at once are worth knowing', () => {
    const secondary = { ...sound.oncall.secondary, rotation: ['ana', 'cy'] };
    expect(lint({ oncall: { ...sound.oncall, secondary } })).toEqual(['warn same-person-twice oncall.secondary']);
  });
});

describe('targets', () => {
  it.each([
    ['oncall:nights', 'block unknown-schedule escalation.default.steps.0.notify'],
    ['everyone', 'block malformed-target escalation.default.steps.0.notify'],
    ['command:siren', 'block channel-not-configured escalation.default.steps.0.notify'],
    ['webhook:board', 'block channel-not-configured escalation.default.steps.0.notify'],
  ])('that tell nobody are found: %s', (target, finding) => {
    expect(lint({ escalation: { default: { steps: [{ after: '0m', notify: ['person:ana', target] }] } } })).toContain(
      finding,
    );
  });

  it('of a service are followed too', () => {
    expect(lint({ services: { checkout: { oncall: 'nights' } } })).toContain(
      'block unknown-schedule services.checkout.oncall',
    );
  });
});

describe('what cannot be read', () => {
  it('is found under its key, and the rest is still looked at', () => {
    const findings = lint({
      people: { ana },
      oncall: {
        primary: { ...primary, every: 'often' },
        secondary: { ...sound.oncall.secondary, time_zone: 'Berlin' },
      },
      escalation: { default: { steps: [{ after: '15 minutes', notify: ['oncall:primary'] }] } },
    });
    expect(findings).toEqual(
      expect.arrayContaining([
        'block config-problem oncall.primary.every',
        'block config-problem oncall.secondary.time_zone',
        'block config-problem escalation.default.steps.0.after',
        'block gap oncall.primary',
        'block unknown-person people.cy',
      ]),
    );
  });

  it('may be the time itself', () => {
    expect(lintOncall(sound, 'today')).toEqual([expect.objectContaining({ kind: 'config-problem', key: 'at' })]);
  });
});

describe('clock changes', () => {
  it.each([
    [
      'a hand-over at a time that does not exist',
      { every: '1d', handover: '02:30' },
      'there is no 02:30 on 2026-03-29 in Europe/Berlin: the hand-over is at 03:00',
    ],
    [
      'turns counted in hours',
      { every: '12h', handover: '09:00' },
      'turns counted in hours hand over 60 min later on the clock after the clock change',
    ],
  ])('are worth knowing for %s', (_what, change, text) => {
    const found = lintOncall({ ...sound, ...withPrimary(change) }, at).filter((one) => one.kind === 'hand-over-moves');
    expect(found.map((one) => [one.tier, one.text])).toEqual([['warn', text]]);
  });
});

describe('imported calendars', () => {
  const imported = { ...sound, oncall: { ...sound.oncall, secondary: { ics: '.spec/oncall/secondary.ics' } } };
  const shift = (from: string, to: string, summary: string): string =>
    [
      'BEGIN:VEVENT',
      `UID:${from}${summary}`,
      `DTSTART:${from}`,
      `DTEND:${to}`,
      `SUMMARY:${summary}`,
      'END:VEVENT',
    ].join('\r\n');
  const read = (...shifts: string[]): CalendarRead => {
    const text = ['BEGIN:VCALENDAR', ...shifts, 'END:VCALENDAR'].join('\r\n');
    const found = readCalendar(text, { people: sound.people, from: at, to: '2026-06-01T00:00:00Z' });
    if (!found.ok) throw new Error(found.text);
    return found;
  };
  const kinds = (calendars: Parameters<typeof lintOncall>[2]): string[] =>
    lintOncall(imported, at, calendars).map((found) => `${found.tier} ${found.kind}`);

  it('that cover the time by known people are sound', () => {
    expect(kinds(new Map([['secondary', read(shift('20260101T000000Z', '20260601T000000Z', 'Cy Okoro'))]]))).toEqual([
      'warn same-person-twice',
    ]);
  });

  it('are checked for gaps, overlaps and strangers', () => {
    const calendar = read(
      shift('20260101T000000Z', '20260301T000000Z', 'Cy Okoro'),
      shift('20260228T000000Z', '20260401T000000Z', 'Bo Chen'),
      shift('20260401T000000Z', '20260601T000000Z', 'Zed'),
    );
    expect(kinds(new Map([['secondary', calendar]])).filter((kind) => kind.startsWith('block'))).toEqual([
      'block unknown-person',
      'block gap',
      'block overlap',
    ]);
  });

  it('that are missing or no calendar leave nobody on call, which is said', () => {
    expect(kinds(new Map())).toEqual(['block config-problem', 'block gap']);
    const refused = readCalendar('nonsense', { people: {}, from: at, to: '2026-06-01T00:00:00Z' });
    expect(kinds(new Map([['secondary', refused]]))).toEqual(['block config-problem', 'block gap']);
  });
});
