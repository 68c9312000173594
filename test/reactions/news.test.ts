import { describe, expect, it } from 'vitest';
import type { Stage, StakeholderConfig } from '../../src/config/communication-config.ts';
import { stages } from '../../src/config/communication-config.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Severity } from '../../src/incident/severity.ts';
import { countRepeats, owedRepeatNotice } from '../../src/reactions/new-alerts.ts';
import {
  acknowledged,
  alerted,
  and,
  at,
  declared,
  fact,
  leads,
  policyOf,
  recordOf,
  reopened,
  resolved,
  sayMessages,
  settleAt,
  severityChanged,
  updated,
} from './record.ts';

const everything: StakeholderConfig = { to: ['email:all@example.com'], from: 'SEV-4', stages, audience: 'internal' };

/** News alone: nobody is on call. */
function hearing(...stakeholders: readonly StakeholderConfig[]) {
  return policyOf({ stakeholders, escalation: {}, oncall: {}, services: {} });
}

const finalized = (minutes: number) => fact(minutes, 'post-mortem.finalized', { version: 1, reviewers: ['bo'] });
const worked = (minutes: number) =>
  fact(minutes, 'mitigation.judged', { mitigation: null, verdict: 'worked', text: 'flag off' });

const ranWell = (minutes: number) =>
  fact(minutes, 'workflow.finished', {
    mitigation: 'M1',
    workflow: 'smartspec_rollback',
    outcome: 'succeeded',
    exit_code: 0,
    text: 'done',
    excerpt: '',
    seconds: 1,
  });
const mitigatedSince = (minutes: number) =>
  fact(minutes, 'note.added', { kind: 'note', text: 'calm', evidence: [], milestone: 'mitigated', amends: null });

const facts: readonly (readonly [fact: string, events: readonly IncidentEvent[], kinds: readonly string[]])[] = [
  ['a declaration', [], ['declared']],
  ['an update', [updated(5, 25)], ['declared', 'update']],
  ['a rise of the severity', [severityChanged(5, 'SEV-2', 'SEV-1')], ['declared', 'severity-changed']],
  ['a lowered severity', [severityChanged(5, 'SEV-2', 'SEV-3')], ['declared']],
  ['a mitigation that worked', [worked(5)], ['declared', 'mitigated']],
  ['only the first of several that worked', [worked(5), worked(6)], ['declared', 'mitigated']],
  ['a workflow that succeeded', [ranWell(5)], ['declared', 'mitigated']],
  ['a note that dates the mitigation', [mitigatedSince(5)], ['declared', 'mitigated']],
  [
    'what worked once it had come back',
    [worked(3), resolved(4), reopened(5), worked(6)],
    ['declared', 'mitigated', 'resolved', 'reopened', 'mitigated'],
  ],
  [
    'what worked after something that did not hold',
    [worked(3), fact(4, 'mitigation.judged', { mitigation: null, verdict: 'worse', text: 'flag on' }), worked(5)],
    ['declared', 'mitigated', 'mitigated'],
  ],
  ['the end', [resolved(5)], ['declared', 'resolved']],
  ['a return', [resolved(5), reopened(6)], ['declared', 'resolved', 'reopened']],
  ['the final report', [resolved(5), finalized(6)], ['declared', 'resolved', 'post-mortem']],
  ['a repeated alert', [alerted(0, 'aa'), alerted(5, 'aa', 'repeated')], ['declared']],
];

describe('stakeholders who hear of everything', () => {
  it.each(facts)('hear of %s', (_name, events, kinds) => {
    const policy = hearing(everything);
    let state = recordOf(declared());
    const heard: string[] = [];
    for (let minutes = 0; minutes <= 10; minutes += 1) {
      state = and(state, ...events.filter((event) => event.at.endsWith(`:0${minutes}:00.000Z`)));
      const settled = settleAt(state, minutes, policy);
      state = settled.incident;
      heard.push(...settled.owed.messages.map(({ kind }) => kind));
    }
    expect(heard).toEqual(kinds);
  });
});

const byStage: readonly (readonly [fact: string, events: readonly IncidentEvent[], hear: readonly Stage[]])[] = [
  ['a declaration', [], ['declared']],
  ['an update', [updated(5, null)], ['update']],
  ['a rise of the severity', [severityChanged(5, 'SEV-2', 'SEV-1')], ['declared', 'update']],
  ['what worked', [worked(5)], ['mitigated']],
  ['the end', [resolved(5)], ['resolved']],
  ['a return', [resolved(5), reopened(6)], ['declared', 'resolved']],
  ['the final report', [resolved(5), finalized(6)], ['post-mortem']],
];

describe('whoever chose one stage', () => {
  it.each(byStage)('hears of %s if it belongs to theirs', (_name, events, hear) => {
    const state = recordOf(declared(), ...events);
    const latest = state.timeline.at(-1)?.seq;
    const told = stages.filter((stage) =>
      settleAt(state, 10, hearing({ ...everything, stages: [stage] })).owed.messages.some(({ re }) => re === latest),
    );
    expect(told).toEqual(stages.filter((stage) => hear.includes(stage)));
  });
});

const thresholds: readonly (readonly [severity: Severity, from: Severity, hears: boolean])[] = [
  ['SEV-1', 'SEV-2', true],
  ['SEV-2', 'SEV-2', true],
  ['SEV-3', 'SEV-2', false],
  ['SEV-4', 'SEV-4', true],
];

describe('who hears of what', () => {
  it.each(thresholds)('a %s incident is told to those who asked from %s on: %s', (severity, from, hears) => {
    const { owed } = settleAt(recordOf(declared(severity)), 0, hearing({ ...everything, from }));
    expect(owed.messages.length > 0).toBe(hears);
  });

  it('those for whom a rise makes it severe enough hear of the rise', () => {
    const policy = hearing({ ...everything, from: 'SEV-1' });
    const before = settleAt(recordOf(declared('SEV-2')), 0, policy);
    const after = settleAt(and(before.incident, severityChanged(5, 'SEV-2', 'SEV-1')), 5, policy);
    expect(sayMessages(after.owed)).toEqual(['severity-changed all@example.com email']);
  });

  it('customers are written to as customers', () => {
    const { owed } = settleAt(recordOf(declared()), 0, hearing({ ...everything, audience: 'external' }));
    expect(owed.messages.map(({ audience }) => audience)).toEqual(['customers']);
  });

  it('a person hears news by one way, and by the next when it fails', () => {
    const slackAndEmail = {
      slack: { token: 'env:SLACK_TOKEN', channel_per_incident: null, api_url: 'https://slack.example.com/api/' },
      email: { smtp: 'env:SMTP_URL', from: 'incidents@example.com' },
      webhook: {},
      command: {},
    } as const;
    const policy = policyOf({
      stakeholders: [{ ...everything, to: ['person:bo'] }],
      escalation: {},
      oncall: {},
      services: {},
      notifications: slackAndEmail,
    });
    const first = settleAt(recordOf(declared()), 0, policy, () => ({ fault: 'recipient-unknown', retry: false }));
    const second = settleAt(first.incident, 0, policy);
    expect([sayMessages(first.owed), sayMessages(second.owed)]).toEqual([['declared bo slack'], ['declared bo email']]);
  });

  it('that nobody stands behind a target is said once', () => {
    const policy = hearing({ ...everything, to: ['person:zed'] });
    const first = settleAt(recordOf(declared()), 0, policy);
    expect(first.owed.notices).toMatchObject([{ to: 'zed', reason: 'unknown-person' }]);
    expect(settleAt(first.incident, 1, policy).owed.notices).toEqual([]);
  });
});

const unreachable = { fault: 'unreachable', retry: true } as const;

describe('what waits for another attempt is not folded into later news', () => {
  const hears = hearing({ ...everything, to: ['person:ana'] });
  const meeting = { starts_at: at(1440), minutes: 60, attendees: ['ana'], sequence: 0 };
  const cases: readonly (readonly [what: string, before: readonly IncidentEvent[], minutes: number, kind: string])[] = [
    ['a reminder', [leads(0, 'ana')], 60, 'reminder'],
    ['an invitation', [resolved(1), fact(2, 'post-mortem.scheduled', meeting)], 2, 'meeting'],
    [
      'that somebody went past an approval',
      [fact(1, 'gate.overridden', { gate: 'approval', mitigation: 'M1', because: 'nobody is awake' })],
      1,
      'update',
    ],
  ];

  it.each(cases)('if it is %s', (_what, before, minutes, kind) => {
    const state = recordOf(declared(), ...before);
    const missed = settleAt(state, minutes, hears, (message) =>
      message.kind === kind ? unreachable : 'sent',
    ).incident;
    const { messages, notices } = settleAt(and(missed, finalized(minutes + 1)), minutes + 1, hears).owed;
    expect(notices).toEqual([]);
    expect(messages.map((message) => message.kind).toSorted()).toEqual([kind, 'post-mortem'].toSorted());
  });

  it('if somebody is on the way with it', () => {
    const cut = settleAt(recordOf(declared()), 0, hears, () => 'cut-short').incident;
    const { messages, notices } = settleAt(and(cut, updated(0.5, null)), 0.5, hears).owed;
    expect([messages.map(({ kind }) => kind), notices]).toEqual([['update'], []]);
  });
});

describe('news that could not be told in time', () => {
  it('are folded: each address gets the latest, and the record says what was left out', () => {
    const { owed } = settleAt(recordOf(declared(), updated(5, null), updated(15, null)), 30, hearing(everything));
    expect(owed.messages.map(({ key }) => key)).toEqual(['update-3/email/all@example.com']);
    expect(owed.notices.map(({ reason }) => reason)).toEqual([
      'folded-into-later-message',
      'folded-into-later-message',
    ]);
  });

  it('are not tried again once there are later ones for the same address', () => {
    const policy = hearing(everything);
    const failed = settleAt(recordOf(declared()), 0, policy, () => ({ fault: 'unreachable', retry: true })).incident;
    const { owed } = settleAt(and(failed, updated(5, null)), 5, policy);
    expect(sayMessages(owed)).toEqual(['update all@example.com email']);
    expect(owed.notices).toMatchObject([
      { key: 'declared-1/email/all@example.com', reason: 'folded-into-later-message' },
    ]);
  });

  it('expire after a day when it is over, and are told when it is not', () => {
    const day = 25 * 60;
    const over = settleAt(recordOf(declared(), resolved(5)), day, hearing(everything)).owed;
    const going = settleAt(recordOf(declared()), day, hearing(everything)).owed;
    expect(over.messages).toEqual([]);
    expect(over.notices.map(({ type, reason }) => `${type} ${reason}`)).toContain('notification.expired too-old');
    expect(sayMessages(going)).toEqual(['declared all@example.com email']);
  });
});

describe('a storm', () => {
  const first = recordOf(declared(), alerted(0, 'aa'));

  it('announces the first alert of each new kind to the commander', () => {
    const policy = policyOf();
    const known = settleAt(first, 0, policy).incident;
    const led = and(
      known,
      acknowledged(1),
      fact(1, 'role.assigned', { role: 'commander', person: 'bo', because: '' }, 'bo'),
    );
    const { owed } = settleAt(and(led, alerted(2, 'bb')), 2, policy);
    expect(sayMessages(owed)).toEqual(['update bo email']);
  });

  it('announces them to the first step of the escalation while nobody leads', () => {
    const known = settleAt(first, 0, policyOf()).incident;
    expect(sayMessages(settleAt(and(known, alerted(2, 'bb')), 2, policyOf()).owed)).toEqual(['update ana email']);
  });

  it('counts as repeats only those whose like had come before', () => {
    const kinds = and(first, alerted(1, 'bb'), alerted(1, 'cc'));
    expect([kinds, and(kinds, alerted(2, 'bb', 'repeated'))].map(countRepeats)).toEqual([0, 1]);
  });

  it('gathers further kinds for a minute and announces them together', () => {
    const policy = hearing(everything);
    let state = settleAt(first, 0, policy).incident;
    const told: string[] = [];
    for (const [index, kind] of ['bb', 'cc', 'dd', 'ee'].entries()) {
      const settled = settleAt(and(state, alerted(1 + index / 10, kind)), 1 + index / 10, policy);
      state = settled.incident;
      told.push(...settled.owed.messages.map(({ key }) => key));
    }
    const later = settleAt(state, 2.1, policy);
    expect(told).toEqual(['alerts-5/email/all@example.com']);
    expect(later.owed.messages).toHaveLength(1);
    expect(settleAt(later.incident, 5, policy).owed.messages).toEqual([]);
  });

  it('tells when the gathered ones will be announced', () => {
    const policy = policyOf({ communications: { cadence: {} } });
    const led = settleAt(and(first, acknowledged(0), leads(0, 'ana')), 0, policy).incident;
    const told = settleAt(and(led, alerted(1, 'bb')), 1, policy).incident;
    expect(settleAt(and(told, alerted(1.2, 'cc')), 1.2, policy).owed.next_at).toBe(at(2));
  });

  it('is no news any more once the incident is resolved', () => {
    const policy = policyOf();
    const led = settleAt(and(first, acknowledged(0), leads(0, 'bo')), 0, policy).incident;
    expect(settleAt(and(led, alerted(1, 'bb'), resolved(2)), 2, policy).owed).toMatchObject({
      messages: [],
      next_at: null,
    });
  });

  it('begins with the first alert where a person declared the incident', () => {
    const declaration = declared();
    const byHand = { ...declaration, data: { ...declaration.data, source: 'manual' } } as IncidentEvent;
    const led = settleAt(recordOf(byHand, acknowledged(0), leads(0, 'bo')), 0, policyOf()).incident;
    expect(sayMessages(settleAt(and(led, alerted(1, 'aa')), 1, policyOf()).owed)).toEqual(['update bo email']);
  });

  it.each<[who: string, changes: Partial<StakeholderConfig>]>([
    ['customers', { audience: 'external' }],
    ['those who do not hear of updates', { stages: ['declared', 'mitigated', 'resolved', 'post-mortem'] }],
    ['those for whom it is not severe enough', { from: 'SEV-1' }],
  ])('is not announced to %s', (_who, changes) => {
    const policy = hearing({ ...everything, ...changes });
    const known = settleAt(first, 0, policy).incident;
    expect(settleAt(and(known, alerted(2, 'bb')), 2, policy).owed.messages).toEqual([]);
  });

  it('is announced to whoever leads as a responder, even if they follow as a stakeholder, too', () => {
    const policy = hearing({ ...everything, to: ['person:bo'] });
    const led = settleAt(and(first, acknowledged(0), leads(0, 'bo')), 0, policy).incident;
    expect(settleAt(and(led, alerted(1, 'bb')), 1, policy).owed.messages).toMatchObject([
      { to: 'bo', audience: 'responders' },
    ]);
  });

  it('counts what it does not tell, without a line for every repeat', () => {
    const policy = hearing(everything);
    let state = settleAt(first, 0, policy).incident;
    let notices = 0;
    for (let repeat = 1; repeat <= 100; repeat += 1) {
      const settled = settleAt(and(state, alerted(1, 'aa', 'repeated')), 1, policy);
      state = settled.incident;
      notices += settled.owed.notices.length;
      expect(settled.owed.messages).toEqual([]);
    }
    expect(notices).toBe(7);
    expect(state.notifications.find(({ key }) => key.startsWith('repeats'))?.times).toBe(64);
    expect(owedRepeatNotice(state)).toBeNull();
  });
});

describe('that somebody went past an approval', () => {
  const override = (minutes: number) =>
    fact(minutes, 'gate.overridden', { gate: 'approval', mitigation: 'M1', because: 'nobody is awake' });
  const pastVerification = (minutes: number) =>
    fact(minutes, 'gate.overridden', { gate: 'verification', mitigation: null, because: 'switched off' });

  it('is told beside whatever is told later, and takes nothing else away', () => {
    const state = and(recordOf(declared()), override(5), worked(6));
    const { messages, notices } = settleAt(state, 10, hearing(everything)).owed;
    expect(messages.map(({ kind }) => kind)).toEqual(['update', 'mitigated']);
    expect(notices.map(({ key }) => key)).toEqual([expect.stringMatching(/^declared-/)]);
  });

  it('is told to everybody within who hears of the incident while it goes on', () => {
    const state = and(recordOf(declared()), override(5));
    for (const stage of ['declared', 'update', 'mitigated'] as const) {
      const { messages } = settleAt(state, 6, hearing({ ...everything, stages: [stage] })).owed;
      expect(messages.map(({ re }) => re)).toContain(
        state.timeline.find(({ type }) => type === 'gate.overridden')?.seq,
      );
    }
    const outside = settleAt(state, 6, hearing({ ...everything, audience: 'external' })).owed;
    expect(outside.messages.map(({ kind }) => kind)).toEqual(['declared']);
  });

  it('is said by the end itself where it was resolved without verification', () => {
    const state = and(recordOf(declared()), pastVerification(5), resolved(5));
    expect(settleAt(state, 6, hearing(everything)).owed.messages.map(({ kind }) => kind)).toEqual(['resolved']);
  });
});
