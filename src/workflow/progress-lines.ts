import { StringDecoder } from 'node:string_decoder';
import { printableLine } from './printable-text.ts';

const longestKept = 8192;
const longestShown = 300;
const mostPerSecond = 40;

interface ProgressOrder {
  readonly tell: (line: string) => void;
  readonly redact: (text: string) => string;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
}

/**
 * Turns a stream of output into lines worth showing while it runs.
 *
 * Lines are redacted whole, before they are shortened; a private key, which spans lines, is never shown; a flood is
 * counted instead of told, so that it costs no more than a glance.
 */
export function progressLines(order: ProgressOrder): { write(chunk: Buffer): void; end(): void } {
  const { tell, redact, clock } = order;
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let second = 0;
  let toldThisSecond = 0;
  let untold = 0;
  let insideKey = false;

  function finishLine(line: string): void {
    const wasInside = insideKey;
    if (line.includes('-----BEGIN ')) insideKey = true;
    if (line.includes('-----END ')) insideKey = false;
    if (wasInside || insideKey) return;
    const now = Math.floor(clock() / 1000);
    if (now !== second) {
      second = now;
      toldThisSecond = 0;
    }
    if (toldThisSecond >= mostPerSecond) {
      untold += 1;
      return;
    }
    const shown = printableLine(redact(printableLine(line, longestKept)), longestShown);
    if (shown === '') return;
    tellUntold();
    toldThisSecond += 1;
    tell(shown);
  }

  function tellUntold(): void {
    if (untold > 0) tell(`… ${untold} ${untold === 1 ? 'line' : 'lines'} left out …`);
    untold = 0;
  }

  return {
    write(chunk) {
      const text = decoder.write(chunk);
      let from = 0;
      for (const { index } of text.matchAll(/[\n\r]/g)) {
        finishLine(pending + text.slice(from, index).slice(0, longestKept));
        pending = '';
        from = index + 1;
      }
      if (pending.length < longestKept) pending += text.slice(from, from + longestKept);
    },
    end() {
      if (pending !== '') finishLine(pending);
      pending = '';
      tellUntold();
    },
  };
}
