import { findUnsafeText } from '../alerts/find-unsafe-text.ts';
import { parsePayload } from '../alerts/parse-payload.ts';
import { readAlert, readAlertAs } from '../alerts/read-alert.ts';
import type { Reading } from '../incident/alert.ts';

/** More than any alert needs; what is larger goes to quarantine, cut. */
export const largestPayload = 5 * 1024 * 1024;

/** A payload as it was understood, or why it was not. */
export type PayloadReading =
  | { readonly ok: true; readonly payload: unknown; readonly reading: Reading }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** Parses and reads one payload, as the source it came from where that is known; never fails on its content. */
export function readPayload(bytes: Buffer, source: string | null = null): PayloadReading {
  if (bytes.length > largestPayload) return { ok: false, reason: 'too-large', message: explainTooLarge(bytes.length) };
  const text = bytes.toString('utf8');
  const parsed = parsePayload(text);
  if (!parsed.ok) return parsed;
  const unsafe = findUnsafeText(text, parsed.value);
  if (unsafe !== null) return { ok: false, ...unsafe };
  const reading = source === null ? readAlert(parsed.value) : readAlertAs(source, parsed.value);
  if (!reading.is_alert && reading.source === 'generic') {
    return {
      ok: false,
      reason: 'not-an-alert',
      message: `This is JSON, but nothing in it looks like an alert. ${reading.because}`,
    };
  }
  return { ok: true, payload: parsed.value, reading };
}

export function explainTooLarge(size: number): string {
  return `The payload has ${size} bytes; at most ${largestPayload} are read.`;
}
