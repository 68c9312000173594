import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/incident/event.ts';
import { ladderOf } from '../../src/reactions/escalation-ladder.ts';
import {
  acknowledged,
  alerted,
  and,
  at,
  declared,
  fact,
  leads,
  noted,
  playMinutes,
  policyOf,
  recordOf,
  reopened,
  resolved,
  sayMessages,
  settleAt,
  severityChanged,
  updated,
} from './record.ts';

const escalated = (minutes: number) => fact(minutes, 'incident.escalated', { because: 'needs the storage team' });

const closedAsDuplicate = (minutes: number) => fact(minutes, 'incident.closed', { because: 'duplicate of another' });
const flapping = (minutes: number, fingerprint: string) => {
  const about = { fingerprint, title: `latency of ${fingerprint}`, service: 'checkout' };
  return fact(minutes, 'flapping.noticed', { ...about, changes: 4, within_seconds: 1800 }, null);
};

/** What was paged by minute 120 when everything is settled each minute and the facts come at theirs. */
function pagedWith(...events: readonly IncidentEvent[]): readonly string[] {
  const policy = policyOf();
  let state = recordOf(declared());
  const said: string[] = [];
  for (let minutes = 0; minutes <= 120; minutes += 1) {
    state = and(state, ...events.filter((event) => event.at === at(minutes)));
    const settled = settleAt(state, minutes, policy);
    state = settled.incident;
    said.push(...settled.owed.messages.filter(({ kind }) => kind === 'page').map(({ to }) => `${minutes} ${to}`));
  }
  return said;
}

describe('an incident that nobody acknowledges', () => {
  it('pages each step when it is due, once', () => {
    expect(playMinutes(recordOf(declared()), 0, 120, policyOf())).toEqual(['0 page ana', '5 page bo', '15 page cy']);
  });

  it('starts again as often as the escalation repeats', () => {
    const steps = [{ after: '0m', notify: ['oncall:primary'] }];
    const policy = policyOf({ escalation: { default: { steps, repeat: 2, repeat_every: '10m' } } });
    expect(playMinutes(recordOf(declared()), 0, 60, policy)).toEqual(['0 page ana', '10 page ana', '20 page ana']);
  });

  it('pages whoever is on call for the service where no escalation is configured', () => {
    expect(playMinutes(recordOf(declared()), 0, 60, policyOf({ escalation: {} }))).toEqual(['0 page ana']);
  });

  it('pages nobody where nothing says which of several schedules answers for the service', () => {
    expect(playMinutes(recordOf(declared()), 0, 60, policyOf({ escalation: {}, services: {} }))).toEqual([]);
  });

  it('pages nobody where nothing says whom', () => {
    const policy = policyOf({ escalation: {}, oncall: {}, services: {} });
    expect(playMinutes(recordOf(declared()), 0, 60, policy)).toEqual([]);
  });
});

const stories: readonly (readonly [name: string, events: readonly IncidentEvent[], paged: readonly string[]])[] = [
  ['an acknowledgement stops it', [acknowledged(3), ...[20, 40, 60, 80, 100, 119].map(noted)], ['0 ana']],
  ['an acknowledgement that nothing follows expires', [acknowledged(3)], ['0 ana', '33 ana', '38 bo', '48 cy']],
  [
    'every sign of life holds it off for as long again',
    [acknowledged(3), noted(20)],
    ['0 ana', '50 ana', '55 bo', '65 cy'],
  ],
  ['a note before anybody acknowledged stops nothing', [noted(1)], ['0 ana', '5 bo', '15 cy']],
  ['resolving ends it', [resolved(3)], ['0 ana']],
  ['a repeated alert pages nobody', [alerted(1, 'aa'), alerted(2, 'aa', 'repeated'), resolved(4)], ['0 ana']],
  [
    'a severity raised by an alert starts the ladder again, acknowledged or not',
    [acknowledged(1), alerted(2, 'aa'), severityChanged(2, 'SEV-2', 'SEV-1', null), resolved(9)],
    ['0 ana', '2 ana', '7 bo'],
  ],
  [
    'a severity raised by whoever is on it tells the first step and no more',
    [acknowledged(1), severityChanged(2, 'SEV-2', 'SEV-1'), resolved(20)],
    ['0 ana', '2 ana'],
  ],
  [
    'a severity raised while nobody has acknowledged starts the ladder again',
    [severityChanged(2, 'SEV-2', 'SEV-1'), resolved(20)],
    ['0 ana', '2 ana', '7 bo', '17 cy'],
  ],
  [
    'a lowered severity goes on where the ladder stood',
    [severityChanged(2, 'SEV-2', 'SEV-3'), resolved(20)],
    ['0 ana', '5 bo', '15 cy'],
  ],
  [
    'lowering the severity is a sign of life as well',
    [acknowledged(3), severityChanged(20, 'SEV-2', 'SEV-3'), resolved(52)],
    ['0 ana', '50 ana'],
  ],
  [
    'a severity that is raised after the end pages nobody',
    [resolved(3), severityChanged(5, 'SEV-2', 'SEV-1')],
    ['0 ana'],
  ],
  ['nor does one that is lowered', [resolved(3), severityChanged(5, 'SEV-2', 'SEV-3')], ['0 ana']],
  [
    'what was corrected after the end counts when it reopens',
    [resolved(3), severityChanged(5, 'SEV-2', 'SEV-1'), alerted(10, 'aa', 'repeated'), reopened(10), resolved(16)],
    ['0 ana', '10 ana', '15 bo'],
  ],
  ['being merged into another incident ends it', [closedAsDuplicate(3)], ['0 ana']],
  [
    'a severity raised by one of many repeats of an alert starts the ladder again, too',
    [
      acknowledged(1),
      alerted(2, 'aa'),
      ...[3, 4].map((minutes) => alerted(minutes, 'aa', 'repeated')),
      severityChanged(4, 'SEV-2', 'SEV-1', null),
      resolved(11),
    ],
    ['0 ana', '4 ana', '9 bo'],
  ],
  [
    'an alert that was flapping reopens it by itself as any other does',
    [
      acknowledged(1),
      alerted(2, 'aa'),
      flapping(2, 'aa'),
      resolved(3),
      alerted(10, 'aa', 'repeated'),
      reopened(10),
      resolved(16),
    ],
    ['0 ana', '10 ana', '15 bo'],
  ],
  [
    'an incident that reopens by itself pages again',
    [acknowledged(1), resolved(2), alerted(10, 'aa', 'repeated'), reopened(10), resolved(16)],
    ['0 ana', '10 ana', '15 bo'],
  ],
  [
    'a person who reopens it has it',
    [acknowledged(1), resolved(2), reopened(10, 'ana'), resolved(30)],
    ['0 ana', '10 ana'],
  ],
  [
    'asking for more people pages the next step now, and not again when it is due',
    [escalated(1)],
    ['0 ana', '1 bo', '15 cy'],
  ],
  ['asking twice pages the two next steps', [escalated(1), escalated(2)], ['0 ana', '1 bo', '2 cy']],
  ['asking at the moment a step is due brings the one after it as well', [escalated(5)], ['0 ana', '5 bo', '5 cy']],
  [
    'asking at the moment of acknowledging brings whoever comes next',
    [acknowledged(2), escalated(2), resolved(20)],
    ['0 ana', '2 bo'],
  ],
  [
    'asking for more people works after acknowledging, too',
    [acknowledged(1), escalated(2), escalated(3), resolved(20)],
    ['0 ana', '2 bo', '3 cy'],
  ],
];

describe('what people do', () => {
  it.each(stories)('%s', (_name, events, paged) => {
    expect(pagedWith(...events)).toEqual(paged);
  });
});

const rollback = { mitigation: 'M1', workflow: 'smartspec_rollback' };
const signsOfLife: readonly (readonly [sign: string, event: IncidentEvent])[] = [
  ['an update for stakeholders', updated(20, null)],
  ['proposing a mitigation', fact(20, 'mitigation.proposed', { ...rollback, args: [], because: '' })],
  ['approving one', fact(20, 'mitigation.approved', { mitigation: 'M1', approves: 'digest', expires_at: null })],
  ['beginning to run one', fact(20, 'workflow.started', { ...rollback, command: ['/bin/true'] })],
  [
    'its end',
    fact(20, 'workflow.finished', {
      ...rollback,
      outcome: 'failed',
      exit_code: 1,
      text: 'failed',
      excerpt: '',
      seconds: 1,
    }),
  ],
  ['saying what it came to', fact(20, 'mitigation.judged', { mitigation: null, verdict: 'no-effect', text: 'none' })],
  ['vouching that all is well', fact(20, 'verification.attested', { text: 'no errors for ten minutes' })],
  ['taking a role', leads(20, 'ana')],
];

describe('what shows that somebody is still on it', () => {
  it.each(signsOfLife)('is %s', (_sign, event) => {
    expect(pagedWith(acknowledged(3), event, resolved(52))).toEqual(['0 ana', '50 ana']);
  });
});

describe('a page', () => {
  it('goes out by every way that a person has', () => {
    const notifications = {
      email: { smtp: 'env:SMTP_URL', from: 'incidents@example.com' },
      webhook: {},
      command: { pager: ['/bin/page'], sms: ['/bin/text'] },
    } as const;
    const { owed } = settleAt(recordOf(declared()), 0, policyOf({ notifications }));
    expect(owed.messages.map(({ key }) => key.replace('page-1-1.1/', '')).toSorted()).toEqual([
      'command:pager/ana',
      'command:sms/ana',
      'email/ana',
    ]);
  });

  it('that a person asks for in a later round belongs to that round', () => {
    const steps = [{ after: '0m', notify: ['oncall:primary'] }];
    const policy = policyOf({ escalation: { default: { steps, repeat: 1, repeat_every: '10m' } } });
    const asked = recordOf(declared(), escalated(12));
    const { steps: climbed = [] } = ladderOf(asked, policy.config, at(12)) ?? {};
    expect(climbed.map(({ reaction, turn, step }) => `${reaction} ${turn} ${step}`)).toEqual([
      'page-1-1.1 1 1',
      'page-1-2.1 2 1',
      'page-1-e2 2 1',
    ]);
  });

  it('keeps no personal address on record', () => {
    const { incident } = settleAt(recordOf(declared()), 0, policyOf());
    expect(JSON.stringify(incident)).not.toContain('ana@example.com');
  });

  it('that nobody can be told stays owed, and says so once', () => {
    const steps = [{ after: '0m', notify: ['oncall:nights', 'oncall:unknown', 'nonsense'] }];
    const policy = policyOf({ escalation: { default: { steps } } });
    const first = settleAt(recordOf(declared()), 0, policy);
    const second = settleAt(first.incident, 1, policy);
    expect(first.owed.notices.map(({ reason }) => reason)).toEqual([
      'nobody-on-call',
      'unknown-schedule',
      'malformed-target',
    ]);
    expect(second.owed.notices).toEqual([]);
    expect(second.owed.unreached).toHaveLength(3);
    expect(ladderOf(second.incident, policy.config, at(1))?.steps[0]?.taken).toBe(false);
  });
});

describe('after a pause', () => {
  it('every address is told once, by the latest step that names it, and the others are counted', () => {
    const steps = [{ after: '0m', notify: ['oncall:primary'] }];
    const policy = policyOf({ escalation: { default: { steps, repeat: 5, repeat_every: '10m' } } });
    const { incident, owed } = settleAt(recordOf(declared()), 47, policy);
    expect(owed.messages.map(({ key }) => key)).toEqual(['page-1-5.1/email/ana']);
    expect(owed.notices).toMatchObject([{ reason: 'folded-into-latest-step', times: 4 }]);
    expect(playMinutes(incident, 48, 120, policy)).toEqual(['50 page ana']);
  });

  it('different people are all told', () => {
    const { owed } = settleAt(recordOf(declared()), 600, policyOf());
    expect(sayMessages(owed)).toEqual(['page ana email', 'page bo email', 'page cy email']);
  });

  it('nobody is paged for what was acknowledged in time', () => {
    const { owed } = settleAt(recordOf(declared(), acknowledged(0)), 20, policyOf());
    expect(owed.messages).toEqual([]);
  });
});

it('a commander who was handed the incident is told, one who took it is not', () => {
  const handed = recordOf(declared(), acknowledged(1), leads(2, 'bo', 'ana'));
  const took = recordOf(declared(), acknowledged(1), leads(2, 'bo', 'bo'));
  const told = [handed, took].map((incident) => sayMessages(settleAt(incident, 2, policyOf()).owed).at(-1));
  expect(told).toEqual(['reminder bo email', 'page ana email']);
});
