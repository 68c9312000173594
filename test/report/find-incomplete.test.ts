import { describe, expect, test } from 'vitest';
import { findIncomplete } from '../../src/report/find-incomplete.ts';
import { action, alert, causes, declared, note, type Told, tell } from './incident-story.ts';
import { people, slowCheckout } from './stories.ts';

const at = (minute: number): string => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`;
const begin: Told = [at(3), 'incident.declared', null, declared({ detected_at: at(3) })];
const whole: readonly Told[] = [
  begin,
  [at(0), 'note.added', 'bo', note('12% of requests failed', { kind: 'impact', milestone: 'started' })],
  [
    at(30),
    'root-cause.recorded',
    'ana',
    causes({
      trigger: 'Version 42 was released.',
      factors: ['No load test.', 'No limit in the pool.'],
      whys: ['The pool was empty.', 'Nothing counts connections.'],
      went_well: ['The rollback was ready.'],
      got_lucky: ['It was early.'],
    }),
  ],
  [at(31), 'action.added', 'ana', action('A1', 'Add a load test', { factor: 1 })],
  [at(32), 'action.added', 'ana', action('A2', 'Limit the pool', { factor: 2 })],
];
const open = (...more: readonly Told[]) =>
  findIncomplete(tell([...whole, ...more]), people).map(({ category, tier, action_id }) => [category, tier, action_id]);
const only = (cause: Parameters<typeof causes>[0]) =>
  findIncomplete(tell([begin, [at(30), 'root-cause.recorded', 'ana', causes(cause)]]), people);

describe('what a reviewer would send back', () => {
  test('nothing, when everything is there', () => {
    expect(open()).toEqual([]);
  });

  test('nothing but the title is almost everything', () => {
    const categories = new Set(findIncomplete(tell([begin])).map((finding) => finding.category));
    expect([...categories]).toEqual([
      'impact-without-numbers',
      'trigger-missing',
      'too-few-factors',
      'lessons-missing',
    ]);
  });

  test('a measurement in the alert counts as a number for the impact', () => {
    const measured = alert('slow', { measurement: { metric: 'p99', value: 350, slo: 200 } });
    const findings = findIncomplete(tell([begin, [at(3), 'alert.received', null, measured]]));
    expect(findings.map((finding) => finding.category)).not.toContain('impact-without-numbers');
  });

  test.each<[string, Told, readonly unknown[]]>([
    [
      'an impact that stopped the moment it began is in order',
      [at(0), 'note.added', null, note('x', { milestone: 'mitigated' })],
      [],
    ],
    [
      'a mitigation dated before the impact',
      ['2026-03-02T09:00:00.000Z', 'note.added', null, note('x', { milestone: 'mitigated' })],
      [['times-out-of-order', 'warn', null]],
    ],
    [
      'an action without owner and date',
      [at(40), 'action.added', null, action('A3', 'Add it', { owner: ' ', due: null })],
      [['action-incomplete', 'warn', 'A3']],
    ],
    [
      'an action without ticket',
      [at(40), 'action.added', null, action('A3', 'Add it', { ticket: null })],
      [['action-incomplete', 'info', 'A3']],
    ],
    [
      'a factor that nothing answers',
      [at(40), 'root-cause.recorded', null, causes({ factors: ['No alert.'] })],
      [['factor-unanswered', 'info', null]],
    ],
    [
      'a factor that names a person',
      [at(40), 'root-cause.recorded', null, causes({ factors: ['Ana Lima was alone.'] })],
      [
        ['too-few-factors', 'warn', null],
        ['factor-unanswered', 'info', null],
      ],
    ],
    [
      'a chain that ends at a person',
      [at(40), 'root-cause.recorded', null, causes({ whys: ['The engineer did it.'] })],
      [['why-ends-at-person', 'warn', null]],
    ],
    [
      'a chain that ends at somebody’s name',
      [at(40), 'root-cause.recorded', null, causes({ whys: ['Bo Chen was asleep.'] })],
      [['why-ends-at-person', 'warn', null]],
    ],
  ])('%s', (_name, told, expected) => {
    expect(open(told)).toEqual(expected);
  });

  test.each([
    ['detected', 'started'],
    ['acknowledged', 'detected'],
    ['mitigated', 'started'],
    ['resolved', 'mitigated'],
    ['resolved', 'acknowledged'],
  ] as const)('%s before %s', (second, first) => {
    const dated = (milestone: typeof first | typeof second, minute: number): Told => [
      at(minute),
      'note.added',
      'bo',
      note('x', { milestone }),
    ];
    const found = (...told: readonly Told[]) =>
      findIncomplete(tell([begin, ...told])).filter(({ category }) => category === 'times-out-of-order');
    expect(found(dated(first, 40), dated(second, 39)).map(({ why }) => why)).toContainEqual(
      `${second}_at (${at(39)}) lies before ${first}_at (${at(40)}), so no duration can be made of them.`,
    );
    expect(found(dated('started', 1), dated(first, 3), dated(second, 3))).toEqual([]);
  });

  test('a closing dated before its resolution', () => {
    const closed: Told = [at(20), 'incident.closed', 'bo', { because: '' }];
    const found = findIncomplete(tell([begin, [at(30), 'incident.resolved', 'bo', { basis: '' }], closed]));
    expect(found.map(({ why }) => why)).toContainEqual(expect.stringContaining('closed_at'));
  });

  test.each(['owner', 'type', 'priority', 'due'] as const)('an action without its %s', (part) => {
    const found = findIncomplete(
      tell([...whole, [at(40), 'action.added', 'ana', action('A3', 'x', { [part]: null })]]),
    );
    expect(found.map(({ tier, why }) => [tier, why])).toEqual([['warn', `The action has no ${part}.`]]);
  });

  test('an accepted risk answers a factor, and a dropped action need not be complete', () => {
    expect(
      open(
        [at(40), 'root-cause.recorded', null, causes({ factors: ['No alert.'] })],
        [at(41), 'action.added', null, action('A3', 'Add it', { owner: null, factor: 3 })],
        [at(42), 'action.dropped', null, { action: 'A3', because: 'rare' }],
      ),
    ).toEqual([]);
  });

  test.each([
    [[], 'no contributing factor'],
    [['No load test.'], 'one contributing factor'],
    [['No load test.', 'No limit.'], null],
  ])('fewer than two factors: %j', (factors, said) => {
    const why = only({ trigger: 'x', factors }).find(({ category }) => category === 'too-few-factors')?.why ?? null;
    expect(why).toEqual(said === null ? null : expect.stringContaining(said));
  });

  test('a trigger that is also a factor, whatever its full stop', () => {
    const findings = only({ trigger: 'No load test', factors: ['no load test.', 'other'] });
    expect(findings).toContainEqual(expect.objectContaining({ category: 'trigger-missing', text: 'No load test' }));
  });

  test('no finding repeats a name', () => {
    const findings = only({ factors: ['Ana Lima was alone.'], whys: ['Bo Chen slept.'], trigger: 'x' });
    expect(JSON.stringify(findings.filter(({ tier }) => tier === 'warn'))).not.toMatch(/Ana|Bo Chen/);
  });

  test('the story of the slow checkout lacks a ticket', () => {
    expect(findIncomplete(slowCheckout(), people).map(({ why }) => why)).toEqual(['The action has no ticket.']);
  });
});
