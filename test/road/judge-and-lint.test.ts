import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/incident/alert.ts';
import { judgeAlerts } from '../../src/road/judge-alerts.ts';
import { blocks, lintText } from '../../src/road/lint-text.ts';
import { peopleNames } from '../../src/road/people-names.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, fact } from '../support/store-events.ts';
import { wayTo } from '../support/stories.ts';

function reading(...alerts: readonly Alert[]) {
  return { source: 'test', is_alert: true, because: 'so', alerts, warnings: ['a clock is wrong'] };
}

describe('judging the alerts of a payload', () => {
  const judges = {
    askRules: async ({ service }: Alert) => ({
      assessment: service === 'attic' ? ({ severity: 'SEV-4', because: 'nobody goes there' } as const) : null,
      warnings: ['rule 2 does not apply'],
    }),
    readWord: (_source: string, word: string) =>
      word === 'critical' ? ({ severity: 'SEV-1', because: 'it says critical' } as const) : null,
    fallback: 'SEV-2' as const,
  };

  test('asks the rules, then the word, then rounds up; the payload stays with the first', async () => {
    const alerts = [
      alertOf('a'),
      { ...alertOf('b'), service: 'attic' },
      { ...alertOf('c'), severity_raw: 'mauve' },
      { ...alertOf('d'), severity_raw: null },
    ];
    const { received, warnings } = await judgeAlerts(reading(...alerts), { whole: true }, judges);
    expect(received.map(({ assessment }) => assessment.severity)).toEqual(['SEV-1', 'SEV-4', 'SEV-2', 'SEV-2']);
    expect(received.map(({ payload }) => payload)).toEqual([{ whole: true }, null, null, null]);
    expect(warnings).toEqual(['a clock is wrong', 'rule 2 does not apply']);
  });

  test('of no alerts is nothing', async () => {
    expect((await judgeAlerts(reading(), {}, judges)).received).toEqual([]);
  });
});

describe('linting a text', () => {
  const mail = ['jane.roe', 'customer.example'].join('@');
  const token = ['ghp', 'M1n2B3v4C5x6Z7a8S9d0F1g2H3j4K5l6Q7w8'].join('_');

  test('finds blame, secrets and personal data, each at its place, in order', () => {
    const text = `The pool was full.\nBo was careless and should have known better.\nWe called ${mail}.\nThe key ${token} leaked.\n`;
    const findings = lintText(text, ['Bo'], {});
    expect(findings.map(({ start }) => start)).toEqual(findings.map(({ start }) => start).toSorted((a, b) => a - b));
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set(['blame', 'name-in-cause', 'personal-data', 'secret']),
    );
    const leak = findings.find(({ kind }) => kind === 'secret');
    expect(leak).toMatchObject({ line: 4, column: 9, tier: 'block' });
    expect(text.slice(leak?.start, leak?.end)).toContain(token.slice(5));
    expect(JSON.stringify(findings), 'a finding does not repeat what must not be read').not.toContain(token);
    expect(JSON.stringify(findings)).not.toContain(mail);
  });

  test('leaves a plain account alone', () => {
    expect(lintText('The deploy raised the pool size above the limit of its database.\n', ['Ana'], {})).toEqual([]);
    expect(lintText('', [], {})).toEqual([]);
  });

  test.each([
    ['block', 'blame', true],
    ['block', 'secret', true],
    ['warn', 'blame', true],
    ['warn', 'weak-action', false],
  ] as const)('a finding of tier %s about %s blocks: %s', (tier, kind, expected) => {
    expect(blocks({ tier, kind })).toBe(expected);
  });
});

test('people are known by every spelling of the configuration and of the record', () => {
  const people = { ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA' } };
  const incident = incidentAfter([
    ...wayTo.investigating,
    fact('role.assigned', { role: 'scribe', person: 'cy', because: '' }),
  ]);
  expect(peopleNames(people, incident)).toEqual(
    expect.arrayContaining(['ana', 'Ana Lima', 'Ana', 'ana@example.com', 'U0ANA', 'cy']),
  );
  expect(peopleNames({}, null)).toEqual([]);
});
