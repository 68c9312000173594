import { describe, expect, test } from 'vitest';
import { declared, note, type Told, tell } from './incident-story.ts';
import { render } from './render-for-test.ts';

const at = (clock: string): string => `2026-03-02T${clock}:00.000Z`;
const noted = (clock: string, text: string, changes = {}): Told => [at(clock), 'note.added', 'bo', note(text, changes)];

function delaysOf(...told: readonly Told[]): readonly string[] {
  const { markdown } = render(
    tell([
      [at('10:00'), 'incident.declared', null, declared()],
      [at('10:02'), 'incident.acknowledged', 'ana', {}],
      ...told,
      [at('13:00'), 'incident.resolved', 'ana', { basis: 'checks passed' }],
    ]),
  );
  const part = /### What slowed the response\n\n(.*?)\n\n###/s.exec(markdown)?.[1] ?? '';
  return part.split('\n').map((line) => line.replace(/^- /, ''));
}

const busy = [noted('10:50', 'a'), noted('11:40', 'b'), noted('12:30', 'c')];

describe('what slowed the response', () => {
  test.each([
    'The kill switch needs a login that timed out.',
    'The dashboard is unreachable from the VPN.',
    'Internal tools are slow behind the same edge.',
    'The runbook has no step for the replica.',
    'We are waiting for access to the vault.',
  ])('holds what was noted about tools, access and runbooks: %s', (text) => {
    expect(delaysOf(noted('10:30', text), ...busy)).toEqual([`${text} (timeline #3)`]);
  });

  test.each([
    ['what users felt', noted('10:30', 'The checkout is slow.')],
    ['the impact', noted('10:30', 'The dashboard of customers is unreachable.', { kind: 'impact' })],
  ])('does not hold %s', (_what, told) => {
    expect(delaysOf(told, ...busy)).toEqual(['Nothing about delays in the journal.']);
  });

  test('holds the longest silences, in their order', () => {
    expect(delaysOf(noted('11:30', 'a'))).toEqual([
      'Nothing is written down between 2026-03-02 10:02 and 2026-03-02 11:30 UTC (1 h 28 min).',
      'Nothing is written down between 2026-03-02 11:30 and 2026-03-02 13:00 UTC (1 h 30 min).',
    ]);
  });

  test('leaves out the name of whoever had no access', () => {
    expect(delaysOf(noted('10:30', 'Bo is locked out of the console.'), ...busy)).toEqual([
      'A responder is locked out of the console. (timeline #3)',
    ]);
  });
});
