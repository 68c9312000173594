import { describe, expect, test } from 'vitest';
import { everyCommand } from '../support/every-command.ts';
import { given } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { actionAdded, drafted, finalized, wayTo } from '../support/stories.ts';

const { resolved } = wayTo;
const nothing = { trigger: null, factors: [], whys: [], went_well: [], was_difficult: [], got_lucky: [] };

describe('root cause', () => {
  test('is added to and never replaced, but for the trigger', () => {
    const first = fact(
      'root-cause.recorded',
      { ...nothing, trigger: 'a deploy', factors: ['no load test'], whys: ['pool full'] },
      15,
    );
    const after = given(...resolved, first)
      .when({
        type: 'record-root-cause',
        findings: { ...nothing, factors: ['one region watched'], whys: ['limits differ'] },
      })
      .thenKept(['root-cause.recorded']);
    expect(after.contributing_factors).toEqual(['no load test', 'one region watched']);
    expect(after.root_cause).toMatchObject({ trigger: 'a deploy', whys: ['pool full', 'limits differ'] });
  });

  test.each(['trigger', 'factors', 'whys', 'went_well', 'was_difficult', 'got_lucky'])(
    '%s alone is worth recording',
    (part) => {
      const findings = { ...nothing, [part]: part === 'trigger' ? 'a deploy' : ['one'] };
      given(...resolved)
        .when({ type: 'record-root-cause', findings })
        .thenKept(['root-cause.recorded', findings]);
    },
  );

  test.each([
    ['nothing', nothing],
    ['blanks', { ...nothing, trigger: ' ', factors: ['', '\t'], whys: [' '] }],
  ])('of %s is nothing to record', (_what, findings) => {
    given(...resolved)
      .when({ type: 'record-root-cause', findings })
      .thenRefused({ reason: 'nothing-to-record', wanted: '--trigger, --factor or --why' });
  });

  test('a blank among its texts is left out, and takes no trigger back', () => {
    const trigger = fact('root-cause.recorded', { ...nothing, trigger: 'a deploy' }, 15);
    const after = given(...resolved, trigger)
      .when({
        type: 'record-root-cause',
        findings: { ...nothing, trigger: ' ', factors: ['no load test', ' '], got_lucky: ['', 'it was night'] },
      })
      .thenKept(['root-cause.recorded', { trigger: null, factors: ['no load test'], got_lucky: ['it was night'] }]);
    expect(after.root_cause).toMatchObject({ trigger: 'a deploy' });
    expect(after.contributing_factors).toEqual(['no load test']);
  });
});

describe('action items', () => {
  const add = everyCommand['add-action'];

  test('are numbered, begin open, and need to say what is to be done', () => {
    const after = given(...resolved, actionAdded())
      .when(add)
      .thenKept(['action.added']);
    expect(after.action_items).toMatchObject([
      { id: 'A1', state: 'open', because: null },
      { id: 'A2', state: 'open', because: null },
    ]);
    given(...resolved)
      .when({ ...add, action: { ...add.action, text: '  ' } })
      .thenRefused({ reason: 'nothing-to-record', wanted: 'what is to be done' });
  });

  test('end done or dropped, once, and dropping one says why', () => {
    const done = given(...resolved, actionAdded())
      .when({ type: 'finish-action', action: 'A1', because: 'seen in CI' })
      .thenKept(['action.done']);
    expect(done.action_items).toMatchObject([{ id: 'A1', state: 'done', because: 'seen in CI' }]);
    const dropped = given(...resolved, actionAdded())
      .when(everyCommand['drop-action'])
      .thenKept(['action.dropped']);
    expect(dropped.action_items).toMatchObject([{ id: 'A1', state: 'dropped', because: 'retired in January' }]);
    const over = [...resolved, actionAdded(), fact('action.done', { action: 'A1', because: null }, 20)];
    for (const type of ['finish-action', 'drop-action'] as const) {
      given(...over)
        .when(everyCommand[type])
        .thenRefused({ reason: 'action-already-settled', action: 'A1', state: 'done' });
      given(...resolved, actionAdded())
        .when({ ...everyCommand[type], action: 'A7' })
        .thenRefused({ reason: 'no-such-action', action: 'A7', known: ['A1'] });
    }
    for (const because of ['', ' ']) {
      given(...resolved, actionAdded())
        .when({ ...everyCommand['drop-action'], because })
        .thenRefused({ reason: 'reason-missing', wanted: 'why not', flag: '--because "…"' });
    }
  });
});

describe('the report', () => {
  test('is drafted as often as wanted, until it is final', () => {
    given(...resolved)
      .when({ type: 'draft-post-mortem' })
      .thenKept(['post-mortem.drafted', { version: 1 }]);
    given(...resolved, drafted(1), drafted(2, 15))
      .when({ type: 'draft-post-mortem' })
      .thenKept(['post-mortem.drafted', { version: 3 }]);
    given(...resolved, drafted(), finalized())
      .when({ type: 'draft-post-mortem' })
      .thenRefused({ reason: 'post-mortem-already-final' });
  });

  test('is final once it exists, nothing blocks, and somebody reviewed it; and only once', () => {
    const finalize = everyCommand['finalize-post-mortem'];
    const after = given(...resolved, drafted(4))
      .when(finalize)
      .thenKept(['post-mortem.finalized', { version: 4, reviewers: ['bo'] }]);
    expect(after.post_mortem).toMatchObject({ state: 'final', version: 4, reviewers: ['bo'] });
    given(...resolved)
      .when(finalize)
      .thenRefused({ reason: 'post-mortem-not-drafted' });
    given(...resolved, drafted(), finalized())
      .when(finalize)
      .thenRefused({ reason: 'post-mortem-already-final' });
    given(...resolved, drafted())
      .when({ ...finalize, blocking: ['line 3', 'line 9'] })
      .thenRefused({ reason: 'findings-open', blocking: 2, first: 'line 3' });
    given(...resolved, drafted())
      .when({ ...finalize, reviewers: [] })
      .thenRefused({ reason: 'reason-missing', wanted: 'who reviewed it', flag: '--as <person>' });
  });

  test('is reviewed in a meeting that can be moved, which the calendar can tell', () => {
    const wish = everyCommand['schedule-post-mortem'];
    const called = given(...resolved)
      .when(wish)
      .thenKept(['post-mortem.scheduled', { sequence: 0 }]);
    expect(called.post_mortem.meeting).toMatchObject({ starts_at: wish.starts_at, minutes: 45 });
    const meeting = { starts_at: minute(999), minutes: 30, attendees: [], sequence: 0 };
    given(...resolved, fact('post-mortem.scheduled', meeting, 15))
      .when(wish)
      .thenKept(['post-mortem.scheduled', { sequence: 1 }]);
  });

  test('and the meeting is called off once, if there is one', () => {
    const off = { ...everyCommand['schedule-post-mortem'], called_off: true } as const;
    const meeting = { starts_at: minute(999), minutes: 30, attendees: ['bo'], sequence: 4 };
    const called = [...resolved, fact('post-mortem.scheduled', meeting, 15)];
    given(...called)
      .when(off)
      .thenKept(['post-mortem.scheduled', { ...meeting, sequence: 5, called_off: true }]);
    const over = fact('post-mortem.scheduled', { ...meeting, sequence: 5, called_off: true }, 16);
    for (const facts of [resolved, [...called, over]]) {
      given(...facts)
        .when(off)
        .thenRefused({ reason: 'nothing-to-record', wanted: 'a meeting that was called' });
    }
    given(...called, over)
      .when(everyCommand['schedule-post-mortem'])
      .thenKept(['post-mortem.scheduled', { sequence: 6 }]);
  });
});

describe('closing', () => {
  const { close } = everyCommand;
  const worse = fact('severity.changed', { from: 'SEV-2', to: 'SEV-1', because: 'every region' }, 3);
  const milder = fact('severity.changed', { from: 'SEV-2', to: 'SEV-4', because: 'one tenant' }, 3);

  test.each([
    ['SEV-2', 'SEV-2', [], 'none'],
    ['SEV-2', 'SEV-4', [], 'none'],
    ['SEV-2', 'SEV-2', [drafted()], 'draft'],
  ] as const)('a %s needs its report where one is required from %s', (severity, requiredFrom, facts, state) => {
    given(...resolved, ...facts)
      .when({ ...close, post_mortem_required_from: requiredFrom })
      .thenRefused({ reason: 'post-mortem-not-final', severity, required_from: requiredFrom, state });
  });

  test('goes by the worst severity there ever was', () => {
    given(...resolved, milder)
      .when({ ...close, post_mortem_required_from: 'SEV-2' })
      .thenRefused({ reason: 'post-mortem-not-final', severity: 'SEV-2', required_from: 'SEV-2', state: 'none' });
    given(...resolved, worse)
      .when({ ...close, post_mortem_required_from: 'SEV-1' })
      .thenRefused({ reason: 'post-mortem-not-final', severity: 'SEV-1', required_from: 'SEV-1', state: 'none' });
  });

  test('is possible with a final report, or where none is required', () => {
    const required = { ...close, post_mortem_required_from: 'SEV-2' } as const;
    const after = given(...resolved, drafted(), finalized())
      .when(required)
      .thenKept(['incident.closed']);
    expect(after).toMatchObject({ status: 'closed', closed_at: minute(30) });
    given(...resolved)
      .when({ ...close, post_mortem_required_from: 'SEV-1' })
      .thenKept(['incident.closed']);
  });
});

test('what the feedback aggregator said is on record', () => {
  const { 'record-hand-over': handOver } = everyCommand;
  given(...resolved)
    .when(handOver)
    .thenKept(['actions.handed-over', { outcome: 'succeeded', actions: ['A1'] }]);
});
