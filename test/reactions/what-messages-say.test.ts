import { describe, expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { Message } from '../../src/notify/notifier.ts';
import { composeMessage } from '../../src/reactions/compose-message.ts';
import { composeSummary } from '../../src/reactions/compose-summary.ts';
import { handOverBrief } from '../../src/reactions/hand-over-brief.ts';
import { computeOwed } from '../../src/reactions/owed.ts';
import type { TellingPolicy } from '../../src/reactions/telling-policy.ts';
import { alertOf } from '../support/store-events.ts';
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
  settleAt,
  slackAndEmail,
  updated,
} from './record.ts';

const quiet = { escalation: {}, oncall: {}, services: {} };

function told(audience: 'internal' | 'external', ...to: readonly string[]): TellingPolicy {
  const stakeholders = [
    { to: to.length > 0 ? to : ['email:all@example.com'], from: 'SEV-4', stages, audience },
  ] as const;
  return policyOf({ ...quiet, stakeholders, communications: { cadence: { 'SEV-2': 1800 } } });
}

function messagesAt(incident: Incident, minutes: number, policy: TellingPolicy): readonly Message[] {
  return computeOwed(incident, at(minutes), policy).messages.flatMap(
    (message) => composeMessage(message, incident, 'en', at(minutes), policy) ?? [],
  );
}

const worked = fact(5, 'mitigation.judged', { mitigation: null, verdict: 'worked', text: 'bo turned the flag off' });
const override = fact(5, 'gate.overridden', { gate: 'approval', mitigation: 'M1', because: 'nobody is awake' });

it('each channel is given the address that it needs', () => {
  const notifications = {
    ...slackAndEmail,
    command: { pager: ['/bin/page'] },
    webhook: { board: { url: 'env:B', secret: null } },
  };
  const stakeholders = [{ to: ['webhook:board'], from: 'SEV-4', stages, audience: 'internal' }] as const;
  const said = messagesAt(recordOf(declared()), 0, policyOf({ notifications, stakeholders }));
  expect(said.map(({ channel, to }) => `${channel} ${to}`).toSorted()).toEqual([
    'command +1 202 555 0101',
    'email ana@example.com',
    'slack U0ANA',
    'webhook board',
  ]);
});

it('a link that several alerts carry is given once', () => {
  const linked = (name: string): IncidentEvent =>
    fact(0, 'alert.received', { alert: { ...alertOf(name), links: ['https://example.com/board'] }, payload: {} }, null);
  const [message] = messagesAt(recordOf(declared(), linked('aa'), linked('bb')), 0, told('internal'));
  expect(message?.incident.links).toEqual(['https://example.com/board']);
});

describe('customers', () => {
  it('are not told who did what, nor what to type', () => {
    for (const state of [recordOf(declared()), recordOf(declared(), worked)]) {
      const [message] = messagesAt(state, 6, told('external'));
      expect(message).toMatchObject({ text: '', next: [] });
    }
  });
});

describe('those within', () => {
  it('are told that somebody went past an approval, and who and why', () => {
    const state = recordOf(declared(), override);
    const said = messagesAt(state, 6, told('internal')).map(({ text }) => text);
    expect(said).toContain(state.timeline.at(-1)?.text);
    expect(said.join()).toContain('nobody is awake');
  });

  it.each([
    ['nobody has acknowledged', [], ['incident ack INC-20261123-7KQ2MX']],
    ['somebody has', [acknowledged(1)], []],
  ] as const)('of a declaration are told to acknowledge while %s', (_name, events, next) => {
    expect(messagesAt(recordOf(declared(), ...events), 1, told('internal'))).toMatchObject([
      { kind: 'declared', next },
    ]);
  });
});

describe('a page', () => {
  const asked = fact(1, 'incident.escalated', { because: 'needs the storage team' });

  it('that a person asked for says why', () => {
    const first = settleAt(recordOf(declared()), 0, policyOf()).incident;
    const [page] = messagesAt(and(first, asked), 1, policyOf());
    expect(page?.text).toBe('More people are asked for: needs the storage team\nerrors at twice the SLO');
  });

  it('of a later round says so, and promises no news', () => {
    const steps = [{ after: '0m', notify: ['oncall:primary'] }];
    const escalation = { default: { steps, repeat: 1, repeat_every: '10m' } };
    const policy = policyOf({ escalation, communications: { cadence: { 'SEV-2': 1800 } } });
    const first = settleAt(recordOf(declared()), 0, policy).incident;
    expect(messagesAt(first, 10, policy)).toMatchObject([
      {
        text: 'Escalation step 1, round 2: nobody has acknowledged so far.\nerrors at twice the SLO',
        next_update_at: null,
      },
    ]);
  });
});

it('whoever is handed the incident is told how to see the brief', () => {
  const state = recordOf(declared(), acknowledged(1), leads(2, 'bo', 'ana'));
  const [reminder] = messagesAt(state, 2, policyOf(quiet));
  expect(reminder).toMatchObject({ kind: 'reminder', next: ['incident handover INC-20261123-7KQ2MX'] });
});

describe('the announcement of new alerts', () => {
  const led = settleAt(
    recordOf(declared(), alerted(0, 'aa'), acknowledged(0), leads(0, 'bo')),
    0,
    policyOf(quiet),
  ).incident;

  it('names the latest five of many, and how many there are', () => {
    const many = and(led, ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => alerted(1, name)));
    const text = messagesAt(many, 1, policyOf(quiet))[0]?.text ?? '';
    expect(text).toMatch(/^7 new alerts have joined this incident: …; latency of d/);
    expect(text).toContain('latency of h');
    expect(text).not.toContain('latency of c');
  });

  it('says at another attempt what it said at the first, whatever has come since', () => {
    const state = and(led, alerted(1, 'bb'));
    const failed = settleAt(state, 1, policyOf(quiet), () => ({ fault: 'unreachable', retry: true })).incident;
    const [first] = messagesAt(state, 1, policyOf(quiet));
    const again = messagesAt(and(failed, alerted(1.2, 'cc')), 1.3, policyOf(quiet));
    expect(again.map(({ text }) => text)).toEqual([first?.text]);
  });
});

it.each([
  ['why it is severe before the first update', [], 'errors at twice the SLO'],
  ['the latest update after that', [updated(1, null)], 'a rollback runs'],
] as const)('the summary in the channel says %s', (_name, events, text) => {
  expect(composeSummary(recordOf(declared(), ...events), 'C0NE', 'en', at(2), policyOf())?.text).toBe(text);
});

it('the hand-over brief tells what waits for approval, and until when one holds', () => {
  const propose = (mitigation: string) =>
    fact(1, 'mitigation.proposed', { mitigation, workflow: 'smartspec_rollback', args: [], because: '' });
  const approve = (expires: number) =>
    fact(2, 'mitigation.approved', { mitigation: 'M2', approves: 'digest', expires_at: at(expires) });
  const state = recordOf(declared(), propose('M1'), propose('M2'), approve(30), approve(40));
  const brief = handOverBrief(state, at(3), policyOf(quiet));
  expect(brief.pending_approvals).toEqual(['M1']);
  expect(brief.timers).toEqual([{ at: at(40), what: 'the approval of M2 expires' }]);
});
