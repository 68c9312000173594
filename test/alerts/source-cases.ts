import { describe, expect, it } from 'vitest';
import { readAlert } from '../../src/alerts/read-alert.ts';
import type { AlertStatus } from '../../src/incident/alert.ts';

/** What one alert is read as: status, title, service, severity word, start. */
export type Row = readonly [AlertStatus | null, string, string | null, string | null, string | null];
export type Case = readonly [name: string, payload: unknown, ...rows: readonly Row[]];

export interface SourceCases {
  readonly source: string;
  /** Who sends it, where the source does not say. */
  readonly from?: string;
  /** The same problem, beginning and ending: both have one fingerprint. */
  readonly firing: readonly [payload: unknown, row: Row];
  readonly recovery?: readonly [payload: unknown, row: Row];
  /** Further payloads about the same problem. */
  readonly same?: readonly Case[];
  /** Payloads about other problems, each with a fingerprint of its own. */
  readonly others?: readonly Case[];
  /** Payloads that open no incident, and a part of the reason given. */
  readonly silent?: readonly (readonly [name: string, payload: unknown, because: string])[];
}

/** The reading of a payload, as short as it can be compared whole. */
export function readShort(payload: unknown): unknown {
  const { source, is_alert, alerts } = readAlert(payload);
  return { source, is_alert, rows: alerts.map(rowOf) };
}

export function fingerprintsOf(payload: unknown): readonly string[] {
  return readAlert(payload).alerts.map(({ fingerprint }) => fingerprint);
}

/** Checks everything that holds for one source: its readings, its fingerprints, and that wrappings change nothing. */
export function checkSource({
  source,
  from,
  firing,
  recovery,
  same = [],
  others = [],
  silent = [],
}: SourceCases): void {
  const about: readonly Case[] = [
    ['its beginning', ...firing],
    ...(recovery === undefined ? [] : [['its end', ...recovery] as const]),
    ...same,
  ];
  const all = [...about, ...others];

  describe(from ?? source, () => {
    it.each(all)('reads %s', (_, payload, ...rows) => {
      expect(readShort(payload)).toEqual({ source, is_alert: true, rows });
    });

    it('gives one fingerprint to everything about one problem, and to other problems another', () => {
      const [own] = fingerprintsOf(firing[0]);
      expect(own).toMatch(/^[0-9a-f]{16}$/);
      for (const [name, payload] of about) expect([name, fingerprintsOf(payload)[0]]).toEqual([name, own]);
      for (const [, payload] of others) expect(fingerprintsOf(payload)).not.toContain(own);
      const firsts = others.map(([, payload]) => fingerprintsOf(payload)[0]);
      expect(new Set([...firsts, own]).size).toBe(firsts.length + 1);
    });

    it('reads the same from numbers that came as texts, beside unknown fields, and out of an envelope', () => {
      for (const [name, payload] of all) {
        const plain = [name, readShort(payload), fingerprintsOf(payload)];
        for (const changed of disguises(payload)) {
          expect([name, readShort(changed), fingerprintsOf(changed)]).toEqual(plain);
        }
      }
    });

    if (silent.length > 0) {
      it.each(silent)('opens nothing for %s', (_, payload, because) => {
        const reading = readAlert(payload);
        expect({ source: reading.source, is_alert: reading.is_alert }).toEqual({ source, is_alert: false });
        expect(reading.because).toContain(because);
      });
    }
  });
}

function rowOf(alert: ReturnType<typeof readAlert>['alerts'][number]): Row {
  return [alert.status, alert.title, alert.service, alert.severity_raw, alert.started_at];
}

/** The payload as gateways, queues and careless senders change it on the way. */
function disguises(payload: unknown): readonly unknown[] {
  const text = JSON.stringify(payload);
  return [
    text,
    withNumbersAsTexts(payload),
    Array.isArray(payload) ? payload : { ...Object(payload), 'x-relay': { hops: [1, null] } },
    { headers: { host: 'relay.example.org' }, body: text },
    { subscription: 'alerts', message: { messageId: '1', data: Buffer.from(text).toString('base64') } },
  ];
}

function withNumbersAsTexts(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(withNumbersAsTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbersAsTexts(item)]));
}
