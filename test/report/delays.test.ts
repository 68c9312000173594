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
  return slowedIn(markdown);
}

function slowedIn(markdown: string): readonly string[] {
  const part = /### What slowed the response\n\n(.*?)\n\n###/s.exec(markdown)?.[1] ?? '';
  return part.split('\n').map((line) => line.replace(/^- /, ''));
}

const nothing = ['Nothing about delays in the journal.'];
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
    expect(delaysOf(told, ...busy)).toEqual(nothing);
  });

  test('holds five of them at most', () => {
    const many = Array.from({ length: 6 }, (_, index) => noted(`10:3${index}`, `Gate ${index} is unreachable.`));
    expect(delaysOf(...many, ...busy)).toEqual(
      [0, 1, 2, 3, 4].map((index) => `Gate ${index} is unreachable. (timeline #${index + 3})`),
    );
  });

  test('holds nothing that was noted before anybody answered, or once it was over', () => {
    expect(delaysOf(noted('10:01', 'The bridge is unreachable.'), ...busy)).toEqual(nothing);
    expect(delaysOf(...busy, noted('13:01', 'The wiki is unreachable.'))).toEqual(nothing);
  });

  test.each([
    ['10:05', nothing],
    ['10:06', ['Acknowledgement took 6 min.']],
  ])('holds an acknowledgement only where it took longer than five minutes: at %s', (clock, expected) => {
    const { markdown } = render(
      tell([
        [at('10:00'), 'incident.declared', null, declared()],
        [at(clock), 'incident.acknowledged', 'ana', {}],
        [at('10:50'), 'incident.resolved', 'ana', { basis: 'checks passed' }],
      ]),
    );
    expect(slowedIn(markdown)).toEqual(expected);
  });

  test.each(['failed', 'expired', 'suppressed', 'sent'] as const)('counts messages that reached nobody: %s', (how) => {
    const told = {
      ...{ key: 'k1', to: 'bo', channel: 'slack', reason: null, re: 1, attempt: 1, retry_at: null },
      ...(how === 'sent' ? { reference: 'm1' } : {}),
    };
    const lost = how === 'failed' || how === 'expired';
    expect(delaysOf([at('10:03'), `notification.${how}`, null, told], ...busy)).toEqual(
      lost ? ['Messages that reached nobody: 1.'] : nothing,
    );
  });

  test('counts escalations, attempts that did not help and a return', () => {
    const run = { mitigation: 'M1', workflow: 'restart_pool' };
    expect(
      delaysOf(
        [at('10:03'), 'incident.escalated', null, { because: 'nobody answers' }],
        [at('10:10'), 'mitigation.proposed', 'bo', { ...run, args: [], because: '' }],
        [at('10:12'), 'workflow.started', 'bo', { ...run, command: ['restart'] }],
        [
          at('10:20'),
          'workflow.finished',
          'bo',
          { ...run, outcome: 'failed', exit_code: 1, text: 'no such pool', excerpt: '', seconds: 480 },
        ],
        [at('10:21'), 'mitigation.proposed', 'bo', { ...run, mitigation: 'M2', args: [], because: '' }],
        [at('10:30'), 'incident.reopened', 'bo', { because: 'again' }],
        ...busy,
      ),
    ).toEqual(['Escalations: 1.', 'M1 cost 8 min: failed.', 'The incident came back after it had been resolved.']);
  });

  test('holds no silence of an hour, and one of a second more', () => {
    expect(delaysOf(noted('11:02', 'a'), noted('12:00', 'b'))).toEqual(nothing);
    expect(delaysOf(['2026-03-02T11:02:01.000Z', 'note.added', 'bo', note('a')], noted('12:00', 'b'))).toEqual([
      'Nothing is written down between 2026-03-02 10:02 and 2026-03-02 11:02:01 UTC (1 h).',
    ]);
  });

  test('holds no silence from before it began or after it was over', () => {
    expect(delaysOf(noted('07:00', 'the limit was raised'), ...busy)).toEqual(nothing);
    expect(delaysOf(...busy, noted('15:00', 'the graphs are saved'))).toEqual(nothing);
  });

  test('holds the three longest silences of more', () => {
    const { markdown } = render(
      tell([
        [at('10:00'), 'incident.declared', null, declared()],
        [at('10:02'), 'incident.acknowledged', 'ana', {}],
        ...[noted('11:12', 'a'), noted('12:42', 'b'), noted('13:52', 'c'), noted('15:12', 'd')],
        [at('16:32'), 'incident.resolved', 'ana', { basis: 'checks passed' }],
      ]),
    );
    expect(slowedIn(markdown).map((line) => /between 2026-03-02 (\S+)/.exec(line)?.[1])).toEqual([
      ...['11:12', '13:52', '15:12'],
    ]);
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
