import { parseDuration } from '../../../incident/duration.ts';
import { lostRunDuty } from '../../../road/call-about-lost-run.ts';
import { recheckDuty } from '../../../road/recheck.ts';
import { stripControls } from '../../../sanitise/terminal-safe.ts';
import { StoreTrouble } from '../../../store/incident-store.ts';
import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { WrongUsage } from '../../wrong-usage.ts';
import { lookAround } from '../looking/status.ts';
import { hearChanges } from './hear-changes.ts';
import { sayKept } from './tick.ts';

/** `watch [--interval 15s]`: ticks and shows what is open, until it is told to end. */
export const watch: Action = async (input, house) => {
  const interval = readInterval(input);
  const signal = house.staying.interrupted();
  const silent = isSet(input, 'json') || isSet(input, 'quiet');
  const warnings = new Set<string>();
  let rounds = 0;
  let sent = 0;
  let shown = '';
  const wait = hearChanges(house, signal);
  while (!signal.aborted) {
    const look = await lookOnce(house);
    rounds += 1;
    sent += look.sent;
    if (look.trouble !== null) warnings.add(look.trouble);
    const text = look.lines.map((line) => stripControls(line).replaceAll('\n', ' ')).join('\n');
    if (!silent && text !== shown) show(house, text);
    shown = text;
    await wait(untilNext(interval, look.next_at, house.now()));
  }
  return answer('watch-ended', {
    headline: false,
    lines: [`watch ended after ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${sent} messages delivered`],
    more: { rounds, sent },
    warnings: [...warnings],
  });
};

const usualInterval = 15_000;
const shortestPause = 250;

function readInterval(input: Input): number {
  const typed = textOf(input, 'interval');
  if (typed === null) return usualInterval;
  const read = parseDuration(/^\d+$/.test(typed) ? `${typed}s` : typed);
  if (read.ok && read.seconds > 0) return read.seconds * 1000;
  throw new WrongUsage(
    'bad-interval',
    `--interval "${typed.slice(0, 40)}" is not a length of time.`,
    'Example: --interval 15s',
  );
}

/** Trouble with the disk must not end a watch: the next round may find it gone. */
async function lookOnce(house: House): Promise<{
  readonly lines: readonly string[];
  readonly sent: number;
  readonly next_at: string | null;
  readonly trouble: string | null;
}> {
  try {
    const kept = await house.keepTime([lostRunDuty(house), recheckDuty(house)]);
    const { lines } = await lookAround(house);
    return { lines: [...lines, sayKept(kept)], sent: kept.sent, next_at: kept.next_at, trouble: null };
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    const trouble = `${error.reason}: ${error.path}`;
    return { lines: [trouble], sent: 0, next_at: null, trouble };
  }
}

/** Whatever falls due before the next round is not kept waiting for it. */
function untilNext(interval: number, nextAt: string | null, now: string): number {
  const due = nextAt === null ? interval : Date.parse(nextAt) - Date.parse(now) + 20;
  return Math.max(shortestPause, Math.min(interval, due));
}

/** A terminal shows one picture that changes; anything else gets a new paragraph when something has changed. */
function show(house: House, text: string): void {
  const clear = house.staying.interactive ? '\u001b[2J\u001b[H' : '';
  house.staying.show(`${clear}${house.now().slice(0, 19).replace('T', ' ')} UTC\n${text}\n`);
}
