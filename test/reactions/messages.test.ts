import { describe, expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { composeMessage } from '../../src/reactions/compose-message.ts';
import { handOverBrief } from '../../src/reactions/hand-over-brief.ts';
import { computeOwed } from '../../src/reactions/owed.ts';
import {
  acknowledged,
  alerted,
  and,
  at,
  declared,
  fact,
  leads,
  noted,
  policyOf,
  recordOf,
  settleAt,
  updated,
} from './record.ts';

const everyone = (audience: 'internal' | 'external') =>
  policyOf({
    stakeholders: [{ to: ['email:all@example.com'], from: 'SEV-4', stages, audience }],
    communications: { cadence: { 'SEV-2': 1800 } },
  });

const update = fact(10, 'update.posted', {
  text: 'a rollback runs',
  next_update_at: at(40),
  conditions: 'one payment in five fails',
  actions: 'rolling back',
  needs: 'someone from payments',
});

function messagesAt(incident: Incident, minutes: number, policy = everyone('internal'), language: 'en' | 'th' = 'en') {
  return computeOwed(incident, at(minutes), policy).messages.map((message) =>
    composeMessage(message, incident, language, at(minutes), policy),
  );
}

describe('a message', () => {
  it('about an update carries its parts and when the next one is promised', () => {
    const told = messagesAt(recordOf(declared(), acknowledged(1), update), 10).find((one) => one?.kind === 'update');
    expect(told).toMatchObject({ to: 'all@example.com', next_update_at: at(40) });
    expect(told?.text).toBe(
      'a rollback runs\nConditions: one payment in five fails\nActions: rolling back\nNeeds: someone from payments',
    );
  });

  it('to customers never says what the team needs or does', () => {
    const told = messagesAt(recordOf(declared(), acknowledged(1), update), 10, everyone('external')).find(
      (one) => one?.kind === 'update',
    );
    expect(told?.text).toBe('a rollback runs\nConditions: one payment in five fails');
    expect(told?.next).toEqual([]);
  });

  it('about a declaration promises the first update', () => {
    const told = messagesAt(recordOf(declared()), 0).find((one) => one?.kind === 'declared');
    expect(told).toMatchObject({ next_update_at: at(30), text: 'errors at twice the SLO' });
  });

  it('that pages says which step it is and what to type', () => {
    const first = settleAt(recordOf(declared()), 0, everyone('internal')).incident;
    const [page] = messagesAt(first, 5);
    expect(page?.text).toBe('Escalation step 2: nobody has acknowledged so far.\nerrors at twice the SLO');
    expect(page?.next[0]).toBe('incident ack INC-20261123-7KQ2MX');
    expect(messagesAt(first, 5, everyone('internal'), 'th')[0]?.text).toContain('ขั้นที่ 2');
  });

  it('that pages because nobody was heard of any more says so', () => {
    const first = settleAt(recordOf(declared(), acknowledged(1)), 1, policyOf()).incident;
    const [page] = messagesAt(first, 31, policyOf());
    expect(page?.text).toContain('Escalation step 1: the acknowledgement expired at 2026-11-23 03:31 UTC');
  });

  it('promises nothing for a moment that has passed', () => {
    const policy = everyone('internal');
    const state = settleAt(recordOf(declared(), acknowledged(0), leads(0, 'ana')), 0, policy).incident;
    const late = and(state, updated(1, 20));
    expect(messagesAt(late, 10, policy).map((one) => one?.next_update_at)).toContain(at(20));
    const told = messagesAt(late, 20, policy);
    expect(told.map((one) => one?.kind).toSorted()).toEqual(['reminder', 'update']);
    expect(told.map((one) => one?.next_update_at)).toEqual([null, null]);
    expect(told.find((one) => one?.kind === 'reminder')?.text).toContain('was promised for 2026-11-23 03:20 UTC');
  });

  it('about new alerts names those nobody has heard of yet', () => {
    const policy = everyone('internal');
    const led = [declared(), acknowledged(0), leads(0, 'ana'), alerted(0, 'aa')];
    const known = settleAt(recordOf(...led), 0, policy).incident;
    const grown = recordOf(...led, alerted(2, 'bb'), alerted(2, 'cc'));
    const state = { ...grown, notifications: known.notifications };
    const texts = messagesAt(state, 2, policy).map((one) => one?.text);
    expect(texts[0]).toContain('2 new alerts have joined this incident: latency of bb');
  });

  it.each([
    [60, 'You have led this incident for an hour. Think of who could take over.'],
    [180, 'You have led this incident for 3 hours. Hand over now: nobody leads well for longer.'],
  ])('reminds a commander after %i minutes', (minutes, text) => {
    const policy = policyOf({ escalation: {}, oncall: {}, services: {} });
    const told = messagesAt(recordOf(declared(), acknowledged(0), leads(0, 'ana')), minutes, policy);
    expect(told.map((one) => one?.text)).toEqual([text]);
  });

  it('reminds whoever leads communications of an update, and not the commander', () => {
    const policy = everyone('internal');
    const lead = fact(0, 'role.assigned', { role: 'communications-lead', person: 'bo', because: '' });
    const state = settleAt(recordOf(declared(), leads(0, 'ana'), lead, acknowledged(0)), 0, policy).incident;
    const told = messagesAt(state, 30, policy).filter((one) => one?.kind === 'reminder');
    expect(told.map((one) => one?.to)).toEqual(['bo@example.com']);
  });

  it('reminds of an update when it is due', () => {
    const policy = { ...everyone('internal') };
    const state = settleAt(recordOf(declared(), leads(0, 'ana'), acknowledged(0)), 0, policy).incident;
    const told = messagesAt(state, 30, policy).filter((one) => one?.kind === 'reminder');
    expect(told.map((one) => `${one?.to}: ${one?.text}`)).toEqual([
      'ana@example.com: Stakeholders have not had an update yet; the first one was due at 2026-11-23 03:30 UTC.',
    ]);
    expect(told[0]?.next).toEqual(['incident update INC-20261123-7KQ2MX "…"']);
  });
});

it('the hand-over brief has state, what was tried, open hypotheses, timers and the next update due', () => {
  const policy = everyone('internal');
  const incident = recordOf(
    declared(),
    leads(0, 'ana'),
    acknowledged(1),
    noted(2),
    fact(3, 'note.added', {
      kind: 'hypothesis',
      text: 'the pool is too small',
      evidence: [],
      milestone: null,
      amends: null,
    }),
    fact(4, 'note.added', {
      kind: 'hypothesis',
      text: 'the cache is cold',
      evidence: [],
      milestone: null,
      amends: null,
    }),
    fact(5, 'note.added', { kind: 'finding', text: 'the cache is warm', evidence: [], milestone: null, amends: 6 }),
    fact(6, 'mitigation.judged', { mitigation: null, verdict: 'no-effect', text: 'restarted the pool' }),
    updated(10, 40),
  );
  expect(handOverBrief(incident, at(20), policy)).toMatchObject({
    state: { severity: 'SEV-2', commander: 'ana' },
    tried: [{ id: 'M1', what: 'restarted the pool', result: 'no-effect' }],
    findings: ['the cache is warm'],
    hypotheses: ['the pool is too small'],
    next_update_due: at(40),
    timers: [
      { at: at(40), what: 'next stakeholder update due' },
      { at: at(40), what: 'unless something is recorded, escalation step 1 pages oncall:primary' },
      { at: at(60), what: 'this commander should hand over' },
    ],
  });
});
