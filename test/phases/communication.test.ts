import { describe, expect, test } from 'vitest';
import { milestones } from '../../src/incident/milestone.ts';
import { everyCommand } from '../support/every-command.ts';
import { given } from '../support/given.ts';
import { minute } from '../support/store-events.ts';
import { acknowledged, declared, wayTo } from '../support/stories.ts';

const note = everyCommand['add-note'];

describe('a note', () => {
  test('is kept with its kind and its evidence', () => {
    const evidence = ['https://grafana.example.com/d/abc'];
    const after = given(...declared)
      .when({ ...note, kind: 'finding', text: 'errors doubled', evidence })
      .thenKept(['note.added', { kind: 'finding', text: 'errors doubled', evidence }]);
    expect(after.timeline.at(-1)).toMatchObject({ by: 'ana', text: 'errors doubled' });
  });

  test.each(['', ' ', '\n\t'])('of %j is nothing to record', (text) => {
    given(...declared)
      .when({ ...note, text })
      .thenRefused({ reason: 'nothing-to-record', wanted: 'the text of the note' });
  });

  test('corrects an entry that exists and leaves it standing', () => {
    const after = given(...declared)
      .when({ ...note, amends: 2 })
      .thenKept(['note.added', { amends: 2 }]);
    expect(after.timeline.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    for (const amends of [0, 3, 999]) {
      given(...declared)
        .when({ ...note, amends })
        .thenRefused({ reason: 'no-such-entry', seq: amends, last_seq: 2 });
    }
  });

  test.each(milestones)('dates %s by hand', (milestone) => {
    const after = given(...declared, acknowledged)
      .when({ ...note, milestone, at: minute(-30) })
      .thenKept(['note.added', { milestone }]);
    expect(after).toMatchObject({
      [`${milestone}_at`]: minute(-30),
      dated_by_hand: [milestone],
      status: 'investigating',
    });
  });
});

describe('opening what came unredacted', () => {
  const reveal = everyCommand['reveal-original'];

  test('is on record before it is shown, in the name of whoever opens it', () => {
    const after = given(...declared)
      .when(reveal)
      .thenKept(['original.revealed', { seq: 2 }]);
    expect(after.timeline.at(-1)).toMatchObject({ by: 'cy', text: 'the original of alert 2 was opened' });
  });

  test('is refused to nobody, and where there is nothing to open', () => {
    given(...declared)
      .when({ ...reveal, by: null })
      .thenRefused({ reason: 'reason-missing', wanted: 'who opens it', flag: '--as <person>' });
    given(...declared)
      .when({ ...reveal, seq: 1, has_original: false })
      .thenRefused({ reason: 'no-such-entry', seq: 1, last_seq: 2 });
  });
});

describe('an update', () => {
  test('is kept whole', () => {
    const update = {
      text: 'orders fail',
      next_update_at: minute(60),
      conditions: 'one in ten',
      actions: 'rolling back',
      needs: 'DBA',
    };
    const after = given(...declared)
      .when({ type: 'post-update', update })
      .thenKept(['update.posted', update]);
    expect(after.timeline.at(-1)?.text).toContain(
      'orders fail; conditions: one in ten; actions: rolling back; needs: DBA',
    );
  });

  test('without a text is nothing to record', () => {
    given(...wayTo.investigating)
      .when({ type: 'post-update', update: { text: ' ', next_update_at: null } })
      .thenRefused({ reason: 'nothing-to-record', wanted: 'the text of the update' });
  });
});
