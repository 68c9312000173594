import { describe, expect, it } from 'vitest';
import type { IncidentEvent, WorkflowOutcome } from '../../src/incident/event.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, minute } from '../support/store-events.ts';
import { approvedBy, finished, judged, proposed, started, wayTo } from '../support/stories.ts';

const work = wayTo.investigating;
const ended = (outcome: WorkflowOutcome): IncidentEvent =>
  fact(
    'workflow.finished',
    {
      mitigation: 'M1',
      workflow: 'smartspec_rollback',
      outcome,
      exit_code: null,
      text: '',
      excerpt: '',
      seconds: null,
    },
    8,
  );
const byChecks = (verdict: 'worked' | 'no-effect'): IncidentEvent =>
  fact('mitigation.judged', { mitigation: 'M1', verdict, text: 'checks', from_checks: true }, 12);

const rows: readonly (readonly [name: string, events: readonly IncidentEvent[], attempt: object, status: string])[] = [
  ['proposed', [proposed()], { state: 'proposed', outcome: null, approvals: [], started_at: null }, 'investigating'],
  ['approved', [proposed(), approvedBy('bo')], { state: 'approved' }, 'investigating'],
  [
    'approved by two',
    [proposed(), approvedBy('bo'), approvedBy('cy')],
    { state: 'approved', approvals: [expect.objectContaining({ by: 'bo' }), expect.objectContaining({ by: 'cy' })] },
    'investigating',
  ],
  [
    'running, so that nobody knows how it ends',
    [proposed(), approvedBy('bo'), started()],
    { state: 'running', outcome: 'outcome-unknown', started_at: minute(7), finished_at: null },
    'investigating',
  ],
  [
    'carried out',
    [proposed(), started(), finished('succeeded')],
    { state: 'finished', outcome: 'succeeded', exit_code: 0, finished_at: minute(8), verdict: null },
    'mitigating',
  ],
  [
    'failed',
    [proposed(), started(), finished('failed')],
    { state: 'finished', outcome: 'failed', exit_code: 1 },
    'investigating',
  ],
  [
    'timed out',
    [proposed(), started(), ended('timed-out')],
    { state: 'finished', outcome: 'timed-out' },
    'investigating',
  ],
  ['aborted', [proposed(), started(), ended('aborted')], { state: 'finished', outcome: 'aborted' }, 'investigating'],
  [
    'lost in a crash',
    [proposed(), started(), ended('outcome-unknown')],
    { state: 'finished', outcome: 'outcome-unknown' },
    'investigating',
  ],
  [
    'nothing that is configured, which leaves it where it was',
    [proposed(), approvedBy('bo'), ended('workflow-not-configured')],
    { state: 'approved', outcome: 'workflow-not-configured' },
    'investigating',
  ],
  [
    'judged to have worked',
    [proposed(), started(), finished('failed'), judged('worked', 9, 'M1')],
    { state: 'judged', verdict: 'worked', finished_at: minute(8) },
    'mitigating',
  ],
  [
    'judged to have done nothing',
    [proposed(), started(), finished('succeeded'), judged('no-effect', 9, 'M1')],
    { state: 'judged', verdict: 'no-effect' },
    'investigating',
  ],
  [
    'judged while it runs, so that its end asks for no verdict',
    [proposed(), started(), judged('worked', 9, 'M1'), finished('failed')],
    { state: 'judged', verdict: 'worked', outcome: 'failed' },
    'mitigating',
  ],
  [
    'judged by checks',
    [proposed(), started(), finished('succeeded'), byChecks('worked')],
    { judged_by_checks: true, verdict: 'worked' },
    'mitigating',
  ],
  [
    'judged by checks that a person corrects',
    [proposed(), started(), finished('succeeded'), byChecks('worked'), judged('worse', 13, 'M1')],
    { judged_by_checks: false, verdict: 'worse' },
    'investigating',
  ],
  [
    'done by hand',
    [judged('worked')],
    { id: 'M1', workflow: null, state: 'judged', finished_at: minute(9), proposed_by: 'ana' },
    'mitigating',
  ],
];

describe('an attempt', () => {
  it.each(rows)('%s', (_, events, attempt, status) => {
    const after = incidentAfter([...work, ...events]);
    expect(after.mitigations).toHaveLength(1);
    expect(after.mitigations[0]).toMatchObject({ id: 'M1', ...attempt });
    expect(after.status).toBe(status);
  });
});

describe('several attempts', () => {
  it('are followed one by one', () => {
    const { mitigations } = incidentAfter([
      ...work,
      proposed('M1'),
      proposed('M2'),
      started('M2'),
      finished('succeeded', 'M2'),
    ]);
    expect(mitigations.map(({ id, state }) => [id, state])).toEqual([
      ['M1', 'proposed'],
      ['M2', 'finished'],
    ]);
  });

  it('number what was done by hand after what was proposed', () => {
    const { mitigations } = incidentAfter([...work, proposed('M1'), judged('no-effect'), judged('worked')]);
    expect(mitigations.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['M1', null],
      ['M2', 'no-effect'],
      ['M3', 'worked'],
    ]);
  });

  it('are not made up from facts about one that was never proposed', () => {
    const strays = [
      approvedBy('bo', 6, null, 'M9'),
      started('M9'),
      finished('failed', 'M9'),
      judged('no-effect', 9, 'M9'),
    ];
    expect(incidentAfter([...work, ...strays]).mitigations).toEqual([]);
  });
});

describe('when the impact stopped', () => {
  it.each<readonly [string, readonly IncidentEvent[], string | null]>([
    ['is when something worked', [judged('worked')], minute(9)],
    ['is taken back where the fix did not hold', [judged('worked'), judged('worse', 10)], null],
    [
      'is the second time where the first did not hold',
      [judged('worked'), judged('worse', 10), judged('worked', 12)],
      minute(12),
    ],
    [
      'stays where a proposal is judged that never ran',
      [judged('worked'), proposed('M5'), judged('no-effect', 11, 'M5')],
      minute(9),
    ],
    [
      'is what a person says, also after another fix',
      [
        fact('note.added', { kind: 'note', text: '', evidence: [], milestone: 'mitigated', amends: null }, 4),
        judged('worked'),
      ],
      minute(4),
    ],
    [
      'is what a person says, also after it did not hold',
      [
        fact('note.added', { kind: 'note', text: '', evidence: [], milestone: 'mitigated', amends: null }, 4),
        judged('worse'),
      ],
      minute(4),
    ],
  ])('%s', (_, events, at) => {
    expect(incidentAfter([...work, ...events]).mitigated_at).toBe(at);
  });
});
