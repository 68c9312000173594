import { findSyntaxError } from './find-syntax-error.ts';
import { hasLongInteger, quoteLongIntegers } from './keep-long-integers.ts';

/** How much of a payload is accepted. */
interface PayloadLimits {
  /** Most bytes of UTF-8. */
  readonly bytes: number;
  /** Most objects and lists inside each other. */
  readonly depth: number;
}

type PayloadProblem = 'empty' | 'not-json' | 'too-deep' | 'too-large' | 'nul-bytes';

export type ParsedPayload =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly reason: PayloadProblem;
      readonly message: string;
      /** Where reading stopped, counted from 1. */
      readonly at?: { readonly line: number; readonly column: number };
    };

const usualLimits: PayloadLimits = { bytes: 5 * 1024 * 1024, depth: 100 };

/** Reads the text of an alert payload as JSON; integers beyond 2^53 come out as strings of all their digits. */
export function parsePayload(text: string, limits: PayloadLimits = usualLimits): ParsedPayload {
  if (text.length > limits.bytes || Buffer.byteLength(text) > limits.bytes) {
    return refuse('too-large', `The payload is larger than ${limits.bytes} bytes.`);
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return refuse('empty', 'The payload is empty.');
  if (json.includes('\u0000')) return refuse('nul-bytes', 'The payload holds NUL bytes: it is binary, or UTF-16 text.');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuseSyntax(json);
  }
  if (isDeeperThan(value, limits.depth)) {
    return refuse('too-deep', `The payload nests more than ${limits.depth} objects and lists inside each other.`);
  }
  return { ok: true, value: hasLongInteger(json) ? JSON.parse(quoteLongIntegers(json)) : value };
}

function refuse(reason: PayloadProblem, message: string): ParsedPayload {
  return { ok: false, reason, message };
}

function refuseSyntax(json: string): ParsedPayload {
  const offset = findSyntaxError(json);
  const before = json.slice(0, offset).split('\n');
  const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const what = offset >= json.length ? 'it ends too early' : `unexpected ${JSON.stringify(json[offset])}`;
  return {
    ok: false,
    reason: 'not-json',
    message: `The payload is not JSON: ${what} at line ${at.line}, column ${at.column}.`,
    at,
  };
}

/** Level by level instead of recursively: hostile nesting must not overflow the stack. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isContainer);
  for (let reached = 0; level.length > 0; reached += 1) {
    if (reached === depth) return true;
    const next: object[] = [];
    for (const container of level) {
      for (const item of Object.values(container)) if (isContainer(item)) next.push(item);
    }
    level = next;
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
