import { describe, expect, test } from 'vitest';
import type { Told } from './incident-story.ts';
import { action, declared, tell } from './incident-story.ts';
import { render } from './render-for-test.ts';

const at = (clock: string): string => `2026-03-02T${clock}:00.000Z`;
const drafted = (clock: string, version: number): Told => [
  at(clock),
  'post-mortem.drafted',
  'ana',
  { version, revision: 2 },
];
const called: Told = [
  at('12:10'),
  'post-mortem.scheduled',
  'ana',
  { starts_at: '2026-03-04T09:00:00.000Z', minutes: 45, attendees: ['ana'], sequence: 0 },
];

function reviewOf(...told: readonly Told[]): string {
  const { markdown } = render(tell([[at('10:00'), 'incident.declared', null, declared()], ...told]));
  return markdown.slice(markdown.indexOf('## Review record'), markdown.indexOf('## Appendix'));
}

function headerOf(label: string, ...told: readonly Told[]): string | undefined {
  const { markdown } = render(tell([[at('10:00'), 'incident.declared', null, declared()], ...told]));
  return new RegExp(`\\| ${label} \\| ([^|]*) \\|`).exec(markdown)?.[1];
}

function statusOf(...told: readonly Told[]): string | undefined {
  return headerOf('Status', ...told);
}

describe('the review record', () => {
  test('tells the way from draft to draft to the sign-off', () => {
    const review = reviewOf(drafted('12:00', 1), called, drafted('12:20', 2), [
      at('13:00'),
      'post-mortem.finalized',
      'bo',
      {
        version: 2,
        reviewers: ['bo', 'ana'],
        check: { rule_set: '11112222', accepted: [{ key: 'hindsight: obviously', reason: 'a quotation' }] },
      },
    ]);
    expect(
      review
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(2),
    ).toEqual([
      '| 1 | 2026-03-02 12:00 | draft | Ana Lima |',
      '|  | 2026-03-02 12:10 | review meeting called for 2026-03-04 09:00 UTC | Ana Lima |',
      '| 2 | 2026-03-02 12:20 | draft | Ana Lima |',
      '| 2 | 2026-03-02 13:00 | final | Bo Chen |',
    ]);
    expect(review).toContain('Version 2 was signed off at 2026-03-02 13:00 UTC by Bo Chen, Ana Lima.');
    expect(review).toContain('Checked with blame rules 11112222.');
    expect(review).toContain('Accepted although the check names it (hindsight): a quotation');
  });

  test('says that a meeting was called off, and is a draft again', () => {
    const meeting = { starts_at: '2026-03-04T09:00:00.000Z', minutes: 45, attendees: ['ana'] };
    const off: Told = [at('12:15'), 'post-mortem.scheduled', 'ana', { ...meeting, sequence: 1, called_off: true }];
    expect(reviewOf(drafted('12:00', 1), called, off)).toContain('review meeting on 2026-03-04 09:00 UTC called off');
    expect(statusOf(drafted('12:00', 1), called, off)).toBe('draft');
    expect(headerOf('Review meeting', drafted('12:00', 1), called)).toBe('2026-03-04 09:00 UTC');
    expect(headerOf('Review meeting', drafted('12:00', 1), called, off)).toBe('none');
  });

  test('shows the latest twenty steps', () => {
    const drafts = Array.from({ length: 25 }, (_, index) => drafted('12:00', index + 1));
    const rows = reviewOf(...drafts)
      .split('\n')
      .filter((line) => /^\| \d/.test(line));
    expect(rows.map((line) => line.split('|')[1]?.trim())).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 6)),
    );
  });

  test('of a draft says that nobody has signed, and which rules it is checked with now', () => {
    const review = reviewOf(drafted('12:00', 1));
    expect(review).toContain('Nobody has signed it off yet.');
    expect(review).toContain('Checked with blame rules 0a1b2c3d.');
  });

  test('of a sign-off by an earlier version of the program has no check to show', () => {
    const review = reviewOf(drafted('12:00', 1), [
      at('13:00'),
      'post-mortem.finalized',
      'bo',
      { version: 1, reviewers: ['bo'] },
    ]);
    expect(review).toContain('Version 1 was signed off');
    expect(review).not.toContain('Accepted although');
  });

  test('a reason that blames is not quoted', () => {
    const accepted = [{ key: 'hindsight: obviously', reason: 'blame the vendor' }];
    const review = reviewOf(drafted('12:00', 1), [
      at('13:00'),
      'post-mortem.finalized',
      'bo',
      { version: 1, reviewers: ['bo'], check: { rule_set: '11112222', accepted } },
    ]);
    expect(review).not.toContain('blame the vendor');
  });

  test('the status goes from draft to in review to final', () => {
    const final: Told = [at('13:00'), 'post-mortem.finalized', 'bo', { version: 1, reviewers: ['bo'] }];
    expect(statusOf(drafted('12:00', 1))).toBe('draft');
    expect(statusOf(drafted('12:00', 1), called)).toBe('in review');
    expect(statusOf(drafted('12:00', 1), called, final)).toBe('final');
  });

  test('the checklist names the actions and factors that are open', () => {
    const review = reviewOf([
      at('11:00'),
      'root-cause.recorded',
      'ana',
      {
        trigger: 'a deploy',
        factors: ['no limit', 'no test'],
        whys: [],
        went_well: [],
        was_difficult: [],
        got_lucky: [],
      },
    ]);
    expect(review).toContain('Every factor has an action or an accepted risk: open for 1, 2');
    expect(review).toContain('What went well and where we got lucky are written down: Nothing is written about');
    const draft = action('A1', 'Add a limit', { owner: null, ticket: null });
    expect(reviewOf([at('11:00'), 'action.added', 'ana', draft])).toContain('Every action is complete: open for A1');
  });

  test('what only people can see is open until they have signed', () => {
    const final: Told = [at('13:00'), 'post-mortem.finalized', 'bo', { version: 1, reviewers: ['bo'] }];
    const ticked = (...told: readonly Told[]) => reviewOf(...told).match(/- \[x\]/g)?.length ?? 0;
    expect(ticked(drafted('12:00', 1), final) - ticked(drafted('12:00', 1))).toBe(3);
  });
});
