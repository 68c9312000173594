import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAlert } from '../../src/alerts/read-alert.ts';
import { sources } from '../../src/alerts/sources.ts';

interface ExpectedAlert {
  readonly status: string | null;
  readonly title: string;
  readonly service: string | null;
  readonly severity_raw: string | null;
  readonly started_at: string | null;
  /** Counts the problems of one fixture: alerts about one problem share it, and with it their fingerprint. */
  readonly problem: number;
}

interface Case {
  readonly name: string;
  readonly payload: unknown;
  readonly is_alert: boolean;
  readonly alerts: readonly ExpectedAlert[];
}

const folder = new URL('../fixtures/alerts/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return { source: file.replace('.json', ''), cases };
});

describe.each(fixtures)('$source', ({ source, cases }) => {
  it.each(cases)('reads $name', ({ payload, is_alert, alerts }) => {
    const reading = readAlert(payload);
    expect({ source: reading.source, is_alert: reading.is_alert }).toEqual({ source, is_alert });
    expect(reading.because).not.toBe('');
    expect(
      reading.alerts.map(({ status, title, service, severity_raw, started_at }) => ({
        status,
        title,
        service,
        severity_raw,
        started_at,
      })),
    ).toEqual(alerts.map(({ problem: _, ...expected }) => expected));
  });

  it('gives one fingerprint to each problem, and each problem its own', () => {
    const fingerprints = new Map<number, string>();
    for (const { payload, alerts } of cases) {
      for (const [index, alert] of readAlert(payload).alerts.entries()) {
        const problem = alerts[index]?.problem ?? -1;
        expect(alert.fingerprint).toMatch(/^[0-9a-f]{16}$/);
        expect(alert.fingerprint).toBe(fingerprints.get(problem) ?? alert.fingerprint);
        fingerprints.set(problem, alert.fingerprint);
      }
    }
    expect(new Set(fingerprints.values()).size).toBe(fingerprints.size);
  });

  it('reads the same after the payload went through text and came back with its keys in another order', () => {
    for (const { payload } of cases) {
      expect(readAlert(shuffled(payload)).alerts.map(withoutLists)).toEqual(
        readAlert(payload).alerts.map(withoutLists),
      );
    }
  });
});

it('has a fixture for every source', () => {
  expect(fixtures.map(({ source }) => source).sort()).toEqual(
    [...sources.map(({ name }) => name), 'smartspec_production_monitor', 'generic']
      .filter((name, index, all) => all.indexOf(name) === index)
      .sort(),
  );
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}

function withoutLists({ labels: _, links: __, ...rest }: ReturnType<typeof readAlert>['alerts'][number]) {
  return rest;
}
