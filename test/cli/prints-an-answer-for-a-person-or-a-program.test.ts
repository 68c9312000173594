import { describe, expect, test } from 'vitest';
import { type Answer, answer, type ExitCode } from '../../src/cli/answer.ts';
import { type Colours, makePrintable, noColours, printAnswer, toJson } from '../../src/cli/print-answer.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { incidentAfter } from '../support/given.ts';
import { fact, idOf, repeated } from '../support/store-events.ts';
import { actionAdded, declared, firstFingerprint, notice } from '../support/stories.ts';

const printing = { json: false, quiet: false, colours: noColours, version: '1.0.0', runId: 'r1' };
const marked = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
const colours: Colours = {
  red: marked('red'),
  yellow: marked('yellow'),
  cyan: marked('cyan'),
  bold: marked('bold'),
  dim: marked('dim'),
};
const incident = incidentAfter(declared);
const id = idOf(1);
const next = [{ command: `incident ack ${id}`, why: 'nobody has acknowledged yet' }];
const refusedWith = (exit_code: ExitCode, hint = 'type this') =>
  answer('refused', { incident, exit_code, next, error: { reason: 'not-verified', message: 'Not yet.', hint } });

describe('for a person', () => {
  test('the headline, what there is to say, and what to type next', () => {
    const { out, err } = printAnswer(answer('created', { incident, lines: ['one', '', 'two'], next }), printing);
    expect(out).toBe(
      [
        `${id}  SEV-2  open  Checkout is slow (checkout-api)`,
        '  one',
        '',
        '  two',
        '',
        'next',
        `  incident ack ${id}  # nobody has acknowledged yet`,
        '',
      ].join('\n'),
    );
    expect(err).toBe('');
  });

  test('the headline alone, and no warning, where it is to be quiet', () => {
    const told = answer('created', { incident, lines: ['one'], next, warnings: ['nobody was told'] });
    expect(printAnswer(told, { ...printing, quiet: true })).toEqual({
      out: `${id}  SEV-2  open  Checkout is slow (checkout-api)\n`,
      err: '',
    });
    expect(printAnswer(told, printing).err).toBe('warning: nobody was told\n');
  });

  test.each<[ExitCode, string]>([
    [4, 'refused: Not yet.\n  type this\n'],
    [2, 'error: Not yet.\n  type this\n'],
    [1, 'error: Not yet.\n  type this\n'],
    [5, 'error: Not yet.\n  type this\n'],
  ])('what went wrong goes to standard error, and exit %s is called by its name', (code, err) => {
    const printed = printAnswer(refusedWith(code), printing);
    expect(printed.err).toBe(err);
    expect(printed.out).not.toContain('next');
  });

  test('a hint is said where there is one', () => {
    expect(printAnswer(refusedWith(4, ''), printing).err).toBe('refused: Not yet.\n');
  });

  test.each([
    ['SEV-1', 'red'],
    ['SEV-2', 'red'],
    ['SEV-3', 'yellow'],
    ['SEV-4', 'yellow'],
  ] as const)('%s is %s', (severity, colour) => {
    const { out } = printAnswer(answer('shown', { incident: { ...incident, severity } }), { ...printing, colours });
    expect(out).toContain(`<${colour}>${severity}</${colour}>`);
  });

  test('lines that are the whole answer stand alone', () => {
    const told = answer('listed', { incident, lines: ['a row'], next, headline: false });
    expect(printAnswer(told, printing).out).toBe('a row\n');
  });
});

describe('for a program', () => {
  test('an answer about nothing has every member all the same', () => {
    expect(toJson(answer('nothing'), { version: '1.0.0', runId: 'r1' })).toEqual({
      ...{ workflow: 'smartspec_incident_response', version: '1.0.0', run_id: 'r1', incident_id: null },
      ...{ severity: null, status: null, phase: null, root_cause_identified: false, action_items_created: 0 },
      ...{ outcome: 'nothing', exit_code: 0, severity_because: null, commander: null },
      notifications: { sent: 0, waiting: 0, failed: 0, suppressed: 0 },
      ...{ files: {}, next: [], warnings: [], error: null },
    });
  });

  test('an answer about an incident says where it stands', () => {
    const findings = { trigger: 'a deploy', factors: [], whys: [], went_well: [], was_difficult: [], got_lucky: [] };
    const known = incidentAfter([fact('root-cause.recorded', findings, 12), actionAdded()], incident);
    expect(toJson(answer('shown', { incident: known }), { version: '1.0.0', runId: 'r1' })).toMatchObject({
      ...{ incident_id: id, severity: 'SEV-2', status: 'open', phase: 'triage' },
      ...{ root_cause_identified: true, action_items_created: 1, severity_because: 'the payload says so' },
    });
  });

  test('is one line, or the end of one that was begun', () => {
    const told = answer('listed', { more: { incidents: [] } });
    const whole = printAnswer(told, { ...printing, json: true }).out;
    expect(whole).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(whole)).toMatchObject({ incidents: [] });
    const rest = printAnswer(told, { ...printing, json: true, begun: true }).out;
    expect(JSON.parse(`{"rows":[]${rest}`)).toMatchObject({ rows: [], outcome: 'listed' });
  });

  const countsOf = (about: Incident) =>
    toJson(answer('shown', { incident: about }), { version: '1', runId: 'r' })['notifications'];

  test('messages are counted by how they went, and one that came too late did not arrive', () => {
    const told = (['sent', 'failed', 'expired', 'suppressed'] as const).map((how) =>
      fact(`notification.${how}`, { ...notice, key: how, ...(how === 'suppressed' ? { times: 3 } : {}) }, 9),
    );
    const waiting = fact('notification.failed', { ...notice, key: 'later', retry_at: '2026-11-23T13:00:00.000Z' }, 9);
    expect(countsOf(incidentAfter([...told, waiting], incident))).toEqual({
      ...{ sent: 1, waiting: 1, failed: 2, suppressed: 3 },
    });
  });

  test('repeats that nobody was told of are counted by the alerts, not by when the record counted them', () => {
    const again = Array.from({ length: 7 }, (_, index) => repeated(firstFingerprint, index + 1));
    const counted = fact('notification.suppressed', { ...notice, key: 'repeats/ana', times: 4 }, 9);
    expect(countsOf(incidentAfter([...again, counted], incident))).toMatchObject({ suppressed: 7 });
  });
});

test('nothing that others wrote gives orders to a terminal, or begins a line of its own in the headline', () => {
  const hostile = '\u001b[31mred\u001b[0m';
  const told: Answer = answer('shown', {
    incident: { ...incident, title: `a\nb ${hostile}`, service: hostile },
    lines: [`one\ntwo ${hostile}`],
    next: [{ command: 'incident list', why: hostile }],
    warnings: [hostile],
    error: { reason: 'x', message: hostile, hint: hostile },
  });
  const { out, err } = printAnswer(makePrintable(told), printing);
  expect(out.split('\n').slice(0, 3)).toEqual([`${id}  SEV-2  open  a b red (red)`, '  one', '  two red']);
  expect(`${out}${err}`).not.toContain('\u001b');
});
