import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { isNobodyReached, lastResort } from '../../src/reactions/nobody-reached.ts';
import { findOverdue } from '../../src/reactions/overdue.ts';
import { nextUpdateDue } from '../../src/reactions/reminders.ts';
import {
  acknowledged,
  and,
  at,
  declared,
  fact,
  leads,
  policyOf,
  recordOf,
  reopened,
  resolved,
  settleAt,
  severityChanged,
  updated,
} from './record.ts';

const cadence = policyOf({ communications: { cadence: { 'SEV-2': 1800 } } });
const steps = [
  { after: '0m', notify: ['oncall:primary'] },
  { after: '5m', notify: ['oncall:secondary'] },
];
const two = policyOf({ escalation: { default: { steps } } });
const led = [declared(), leads(0, 'ana', null)] as const;

describe('what is overdue', () => {
  it('is a step that nobody took, with how late it is', () => {
    const settled = settleAt(recordOf(...led), 0, two).incident;
    expect(findOverdue(settled, at(16), two)).toEqual([
      {
        kind: 'step-overdue',
        incident_id: 'INC-20261123-7KQ2MX',
        text: 'step 2 overdue by 11 min',
        overdue_seconds: 660,
        step: 2,
      },
    ]);
  });

  const cases: readonly (readonly [
    name: string,
    events: readonly IncidentEvent[],
    minutes: number,
    texts: readonly string[],
  ])[] = [
    ['nothing right after the declaration', led, 0, []],
    ['an incident that nobody leads', [declared(), acknowledged(0)], 12, ['no commander for 12 min']],
    ['an update that was never posted', [...led, acknowledged(0)], 40, ['update overdue by 10 min']],
    ['an update that was promised', [...led, acknowledged(0), updated(5, 15)], 20, ['update overdue by 5 min 00 s']],
    ['nothing while a promise holds', [...led, acknowledged(0), updated(5, 35)], 30, []],
    ['nothing where no next update was promised', [...led, acknowledged(0), updated(5, null)], 29, []],
    ['nothing once it is resolved', [...led, resolved(1)], 600, []],
    ['nothing once it was merged into another', [...led, fact(1, 'incident.closed', { because: 'same' })], 600, []],
    [
      'an update after it came back',
      [...led, acknowledged(0), resolved(1), reopened(10, 'ana'), acknowledged(10)],
      41,
      ['update overdue by 1 min'],
    ],
  ];

  it.each(cases)('is %s', (_name, events, minutes, texts) => {
    const found = findOverdue(recordOf(...events), at(minutes), {
      ...cadence,
      config: { ...cadence.config, escalation: {}, oncall: {}, services: {} },
    });
    expect(found.map(({ text }) => text.replace(' 00 s', ''))).toEqual(texts.map((text) => text.replace(' 00 s', '')));
  });

  it.each([
    ['while it goes on', [], at(30)],
    ['once it is resolved', [resolved(1)], null],
  ] as const)('has the next update for its measure %s', (_name, events, due) => {
    expect(nextUpdateDue(recordOf(...led, ...events), cadence)?.at ?? null).toBe(due);
  });

  it('is a message that did not get through, unless its person was reached otherwise', () => {
    const failed = settleAt(recordOf(...led), 0, two, () => ({ fault: 'unreachable', retry: true })).incident;
    expect(findOverdue(failed, at(0.1), two).map(({ text }) => text)).toEqual([
      `page to ana by email not delivered yet, next attempt ${at(0.25).slice(0, 19).replace('T', ' ')} UTC: unreachable`,
    ]);
    const reached = settleAt(failed, 1, two).incident;
    expect(findOverdue(reached, at(1), two)).toEqual([]);
  });
});

describe('what did not get through', () => {
  const quiet = policyOf({ escalation: { default: { steps: steps.slice(0, 1) } } });
  const unreachable = { fault: 'unreachable', retry: true } as const;

  it('is still told after the end, where it was given up', () => {
    const lost = settleAt(recordOf(...led), 0, quiet, () => ({ fault: 'recipient-unknown', retry: false })).incident;
    expect(findOverdue(and(lost, resolved(1)), at(2), quiet).map(({ text }) => text)).toEqual([
      'page to ana by email given up: recipient-unknown',
    ]);
  });

  it('is not told while somebody tries again', () => {
    const failed = settleAt(recordOf(...led), 0, quiet, () => unreachable).incident;
    const trying = settleAt(failed, 1, quiet, () => 'cut-short').incident;
    expect(findOverdue(trying, at(1.1), quiet)).toEqual([]);
  });
});

it('a step of a later round is overdue as such', () => {
  const policy = policyOf({ escalation: { default: { steps: steps.slice(0, 1), repeat: 1, repeat_every: '10m' } } });
  const settled = settleAt(recordOf(...led), 0, policy).incident;
  expect(findOverdue(settled, at(12), policy).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^step 1 of round 2 overdue by 2 min/),
  ]);
});

it.each([
  [9.9, 0],
  [10, 1],
])('after %d minutes without a commander there are %d complaints', (minutes, count) => {
  const policy = policyOf({ escalation: {}, oncall: {}, services: {} });
  expect(findOverdue(recordOf(declared()), at(minutes), policy)).toHaveLength(count);
});

describe('whom to call by hand', () => {
  const patient = policyOf({ escalation: { default: { steps: [{ after: '5m', notify: ['person:cy'] }] } } });

  it('is whoever leads, then whoever is meant first, even before that is due, then everybody', () => {
    const state = recordOf(declared(), leads(0, 'bo', null));
    expect(lastResort(state, at(1), patient).people.map(({ person }) => person)).toEqual(['bo', 'cy', 'ana']);
  });

  it.each([
    ['before the first step is due', patient, 1],
    ['where there is no channel', policyOf({ notifications: { webhook: {}, command: {} } }), 1],
  ])('is not asked %s', (_name, policy, minutes) => {
    expect(isNobodyReached(recordOf(...led), at(minutes), policy)).toBe(false);
  });

  it('is asked again when a new escalation reaches nobody, whoever was reached before', () => {
    const reached = settleAt(recordOf(...led), 0, two).incident;
    const worse = and(reached, severityChanged(1, 'SEV-2', 'SEV-1'));
    expect(isNobodyReached(worse, at(1), two)).toBe(true);
  });
});

describe('nobody is reached', () => {
  it.each([
    ['while every page failed', 'unreachable', false, true],
    ['no more once one got through', 'sent', false, false],
    ['no more once somebody acknowledged', 'unreachable', true, false],
  ])('%s', (_name, outcome, answered, nobody) => {
    const settled = settleAt(recordOf(...led), 0, two, () =>
      outcome === 'sent' ? 'sent' : { fault: 'unreachable', retry: true },
    ).incident;
    const state = answered ? and(settled, acknowledged(0.1)) : settled;
    expect(isNobodyReached(state, at(0.2), two)).toBe(nobody);
  });

  it('again from the moment at which an acknowledgement expires', () => {
    const expiring = policyOf({ escalation: { default: { steps, acknowledgement_expires: '30m' } } });
    const state = recordOf(...led, acknowledged(1));
    expect([30.9, 31].map((minutes) => isNobodyReached(state, at(minutes), expiring))).toEqual([false, true]);
  });
});
