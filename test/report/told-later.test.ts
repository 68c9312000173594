import { expect, test } from 'vitest';
import type { ActionItem } from '../../src/incident/action-item.ts';
import type { RecordedEvent } from '../../src/incident/event.ts';
import { evolve } from '../../src/incident/evolve.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { keyTimes } from '../../src/report/key-times.ts';
import { prepareQuoting } from '../../src/report/quote.ts';
import { customerMessage, hypotheses } from '../../src/report/story.ts';
import { wordsFor } from '../../src/report/words/words.ts';
import { declared, note, type Told, tell } from './incident-story.ts';
import { check } from './stories.ts';

const words = wordsFor('en');
const telling = (incident: Incident) => ({
  incident,
  people: {},
  quoting: prepareQuoting(incident, {}, check, words),
  words,
});

test.each([
  ['2026-03-02T10:05:00.000Z', 'recorded by the program'],
  ['2026-03-03T09:00:00.000Z', 'dated by a person'],
])('an acknowledgement of 10:05 that was typed at %s is %s', (recorded_at, expected) => {
  const story = [
    ['2026-03-02T10:00:00.000Z', 'incident.declared', null, declared()],
    ['2026-03-02T10:05:00.000Z', 'incident.acknowledged', 'bo', {}],
  ] as const;
  let incident: Incident | null = null;
  for (const [index, [at, type, by, data]] of story.entries()) {
    incident = evolve(incident, { seq: index + 1, at, recorded_at, type, by, data } as RecordedEvent);
  }
  const { milestones } = keyTimes(incident as unknown as Incident, words);
  expect(milestones.find(({ name }) => name === 'Acknowledged')?.how).toBe(expected);
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
});
