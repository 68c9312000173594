import { describe, expect, test } from 'vitest';
import type { ActionItem } from '../../src/incident/action-item.ts';
import type { RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { causes } from '../../src/report/causes.ts';
import { keyTimes } from '../../src/report/key-times.ts';
import { prepareQuoting } from '../../src/report/quote.ts';
import { attempts, customerMessage, hypotheses, messageCounts } from '../../src/report/story.ts';
import { summarySentences } from '../../src/report/summary-sentences.ts';
import { timelineRows } from '../../src/report/timeline-rows.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { alert, declared, note, type Told, tell } from './incident-story.ts';
import { check } from './stories.ts';

const words = wordsFor('en');
const telling = (incident: Incident) => ({
  incident,
  people: {},
  quoting: prepareQuoting(incident, {}, check, words),
  words,
});

describe('a milestone that was reached at 10:05', () => {
  const byProgram = 'recorded by the program';
  const byHand = 'dated by a person';
  const answered = [words.time.acknowledged_at, 'incident.acknowledged', {}] as const;
  const worked = [
    words.time.mitigated_at,
    'mitigation.judged',
    { mitigation: null, verdict: 'worked', text: '' },
  ] as const;
  const over = [words.time.resolved_at, 'incident.resolved', { basis: '' }] as const;

  test.each([
    ['2026-03-02T10:05:00.000Z', 'bo', answered, byProgram],
    ['2026-03-02T10:06:00.000Z', 'bo', answered, byProgram],
    ['2026-03-02T10:06:01.000Z', 'bo', answered, byHand],
    ['2026-03-03T09:00:00.000Z', 'bo', answered, byHand],
    ['2026-03-03T09:00:00.000Z', null, answered, byProgram],
    ['2026-03-03T09:00:00.000Z', 'bo', worked, byHand],
    ['2026-03-03T09:00:00.000Z', 'bo', over, byHand],
  ])('and written down at %s by %s is told from one told later: %j', (recorded_at, by, [name, type, data], how) => {
    const begin = declared();
    const declaredAt = { seq: 1, at: begin.detected_at, recorded_at: begin.detected_at, by: null };
    const incident = evolve(null, { ...declaredAt, type: 'incident.declared', data: begin });
    const reached = { seq: 2, at: '2026-03-02T10:05:00.000Z', recorded_at, type, by, data } as RecordedEvent;
    const after = evolve(incident, reached);
    if (after === null) throw new Error('the story begins with a declaration');
    expect(keyTimes(after, words).milestones.find((one) => one.name === name)?.how).toBe(how);
  });
});

test('where the second milestone came first, the duration says so', () => {
  const { durations } = keyTimes(
    tell([
      ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
      ['2026-03-02T10:30:00.000Z', 'note.added', 'bo', note('orders fail', { milestone: 'started' })],
    ]),
    words,
  );
  expect(durations.find(({ name }) => name === 'Time to declare')?.value).toBe(
    'none: “Declared” came before “Impact began”',
  );
});

test('the word hypothesis stands once before what was suspected', () => {
  const incident = tell([
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    ['2026-03-02T10:01:00.000Z', 'note.added', 'bo', note('Hypothesis: the pool is full', { kind: 'hypothesis' })],
  ]);
  expect(hypotheses(telling(incident))).toEqual(['the pool is full']);
});

test('what users felt is told by a note about the impact, else by one that speaks of it, else by the alert', () => {
  const at = '2026-03-02T10:00:00.000Z';
  const began: Told = [at, 'note.added', 'bo', note('The limit was lowered.', { milestone: 'started' })];
  const noticed: Told = [at, 'note.added', 'bo', note('Users see errors.', { milestone: 'detected' })];
  const felt: Told = [at, 'note.added', 'bo', note('One order in ten is lost.', { kind: 'impact' })];
  const seen = (...told: readonly Told[]) =>
    summarySentences(telling(tell([[at, 'incident.declared', null, declared()], ...told]))).join(' ');
  expect(seen(began, noticed, felt)).toContain('One order in ten is lost.');
  expect(seen(began, noticed)).toContain('Users see errors.');
  expect(seen(began)).toContain('The limit was lowered.');
  expect(seen([at, 'alert.received', null, alert('p99 is high')])).toContain('p99 is high.');
});

test('rows of the timeline come in the order of what happened, each with five links at most', () => {
  const evidence = Array.from({ length: 7 }, (_, index) => `https://graphs.example.com/${index}`);
  const incident = tell([
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    ['2026-03-02T10:05:00.000Z', 'note.added', 'bo', note('later')],
    ['2026-03-02T10:01:00.000Z', 'note.added', 'bo', note('earlier', { evidence })],
  ]);
  const { rows } = timelineRows(incident, {}, telling(incident).quoting, words);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 3, 2]);
  expect(rows[1]?.links.map(({ url }) => url)).toEqual(evidence.slice(0, 5));
});

test('a factor shows the entries it points at, as far as they exist, and what answers it', () => {
  const plan = { owner: 'payments', type: 'prevent', priority: 'P1', due: null, ticket: null } as const;
  const item = (id: string, factor: number) =>
    ({ id, text: 'x', ...plan, end_state: null, factor, state: 'open', because: null }) as const;
  const findings = { trigger: null, whys: [], went_well: [], was_difficult: [], got_lucky: [] };
  const at = '2026-03-02T12:00:00.000Z';
  const incident = tell([
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    [at, 'root-cause.recorded', 'bo', { ...findings, factors: ['No limit (#1, #99).', 'No test.', 'No alert.'] }],
    [at, 'action.added', 'bo', { action: item('A1', 1) }],
    [at, 'action.added', 'bo', { action: item('A2', 2) }],
    [at, 'action.done', 'bo', { action: 'A1', because: null }],
    [at, 'action.dropped', 'bo', { action: 'A2', because: 'rare' }],
  ]);
  const told = causes(incident, telling(incident).quoting, words);
  expect(told.map(({ text, answered, evidence }) => [text, answered, evidence.map(({ seq }) => seq)])).toEqual([
    ['No limit.', 'A1', [1]],
    ['No test.', words.action.risk.replace('{id}', 'A2'), []],
    ['No alert.', words.action.none, []],
  ]);
});

test('messages that failed and that came too late are counted as not delivered', () => {
  const answers = ['sent', 'failed', 'expired', 'suppressed'] as const;
  const about = { to: 'bo', channel: 'slack', reason: null, re: 1, attempt: 1, retry_at: null };
  const told = answers.map(
    (how): Told => ['2026-03-02T10:01:00.000Z', `notification.${how}`, null, { ...about, key: how }],
  );
  const incident = tell([['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()], ...told]);
  expect(messageCounts(telling(incident))).toBe('Messages: 1 delivered, 2 not delivered, 0 waiting, 1 suppressed.');
});

test('what people say about an attempt counts before what the workflow says of itself', () => {
  const run = { mitigation: 'M1', workflow: 'restart_pool' };
  const how = { outcome: 'succeeded', exit_code: 0, text: 'done', excerpt: '', seconds: 1 } as const;
  const incident = tell([
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    ['2026-03-02T10:01:00.000Z', 'mitigation.proposed', 'bo', { ...run, args: [], because: '' }],
    ['2026-03-02T10:02:00.000Z', 'workflow.started', 'bo', { ...run, command: ['restart'] }],
    ['2026-03-02T10:03:00.000Z', 'workflow.finished', 'bo', { ...run, ...how }],
    ['2026-03-02T10:09:00.000Z', 'mitigation.judged', 'bo', { mitigation: 'M1', verdict: 'worse', text: 'slower' }],
  ]);
  expect(attempts(telling(incident)).map(({ result }) => result)).toEqual([`${words.outcome.worse}: slower`]);
});

test('the message to customers counts what somebody sees to', () => {
  const action = (id: string, owner: string | null): Told => {
    const item: ActionItem = {
      id,
      text: 'Add a limit',
      owner,
      type: 'prevent',
      priority: 'P1',
      due: null,
      ticket: null,
      end_state: null,
      factor: null,
      state: 'open',
      because: null,
    };
    return ['2026-03-02T12:00:00.000Z', 'action.added', 'bo', { action: item }];
  };
  const said = (...owners: readonly (string | null)[]): string =>
    customerMessage(
      telling(
        tell([
          ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
          ...owners.map((owner, index) => action(`A${index + 1}`, owner)),
        ]),
      ),
    ).join(' ');
  expect(said(null)).not.toContain('measure');
  expect(said('platform', null)).toContain('We are working on a measure that makes');
  expect(said('platform', 'database')).toContain('We are working on 2 measures that make');
  const dropped: Told = ['2026-03-02T12:30:00.000Z', 'action.dropped', 'bo', { action: 'A1', because: 'rare' }];
  const story: readonly Told[] = [
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    action('A1', 'platform'),
  ];
  expect(customerMessage(telling(tell([...story, dropped]))).join(' ')).not.toContain('measure');
  const blaming = (text: string): Incident => {
    const incident = tell(story);
    return { ...incident, action_items: incident.action_items.map((item) => ({ ...item, text })) };
  };
  expect(customerMessage(telling(blaming('Blame the vendor'))).join(' ')).not.toContain('measure');
});
