import { formatDuration, parseDuration } from '../../../incident/duration.ts';
import { type Matcher, type Silence, writeMatcher } from '../../../incident/silence.ts';
import { longestSilence, parseMatcher } from '../../../phases/match-silence.ts';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import type { House } from '../../house.ts';
import { isSet, textOf } from '../../input.ts';
import { pourRows } from '../../pour-rows.ts';
import { describeSilences } from '../../show-quiet.ts';
import { readMoment, whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

const example = 'incident silence service=checkout --for 2h --because "planned upgrade"';

/** `silence <matcher…> --for 2h --because "…"`: keeps matching alerts quiet for a while. */
export const silence: Action = async (input, house) => {
  const matchers = input.args.map(readMatcher);
  if (matchers.length === 0) throw new WrongUsage('matcher-missing', 'Nothing says which alerts are meant.', example);
  const because = textOf(input, 'because') ?? '';
  if (because.trim() === '')
    throw new WrongUsage('reason-missing', 'The record needs why.', 'Say it with --because "…"');
  const asked = whoAndWhen(input, house);
  const from = textOf(input, 'from');
  const starts = from === null ? asked.now : readMoment(from, '--from');
  const ends = new Date(Date.parse(starts) + readLength(textOf(input, 'for')) * 1000).toISOString();
  if (ends <= asked.now) throw new WrongUsage('over-already', `It would have ended at ${ends}.`, example);
  const kept: Silence = {
    id: house.newSilenceId(),
    matchers: matchers.map((matcher) => ({ ...matcher, value: house.redact(matcher.value) })),
    because: house.redact(because),
    by: asked.by,
    created_at: asked.now,
    starts_at: starts,
    ends_at: ends,
  };
  await house.reception.silences.add(kept);
  return answer('silenced', {
    headline: false,
    lines: describeSilences([kept], asked.now),
    more: { silence: kept },
    next: [{ command: `incident silence end ${kept.id}`, why: 'to end it before its time' }],
  });
};

/** `silence list [--all]`: what is kept quiet now; with an id, the alerts that this silence kept quiet. */
export const silenceList: Action = async (input, house) => {
  const [given] = input.args;
  if (given !== undefined) return listAlerts(given.trim().toUpperCase(), house);
  const now = house.now();
  const silences = await house.reception.silences.list(now, isSet(input, 'all'));
  return answer('listed', {
    headline: false,
    lines: silences.length === 0 ? ['nothing is silenced'] : describeSilences(silences, now),
    more: { silences },
  });
};

function listAlerts(id: string, { reception }: House): Answer {
  return answer('listed', {
    headline: false,
    pour: pourRows({
      name: 'alerts',
      open: () => reception.silences.alerts(id),
      head: ['RECEIVED (UTC)', 'SEVERITY', 'WHAT'],
      cells: ({ received_at, alert: { severity_raw, title, service } }) => [
        received_at.slice(0, 16).replace('T', ' '),
        severity_raw ?? '',
        service === null ? title : `${title} (${service})`,
      ],
      none: `${id} kept no alert quiet`,
    }),
    more: { silence: id },
  });
}

/** `silence end <id>`: ends one before its time. */
export const silenceEnd: Action = async (input, house) => {
  const id = (input.args[0] ?? '').trim().toUpperCase();
  const { by, now } = whoAndWhen(input, house);
  const ended = await house.reception.silences.end(id, by, now);
  if (ended === 'ended') return answer('ended', { headline: false, lines: [`${id} is over`], more: { silence: id } });
  const known = ended === 'already-over';
  return answer('refused', {
    exit_code: known ? exitCodes.refused : exitCodes.wrongUsage,
    error: {
      reason: known ? 'already-over' : 'unknown-silence',
      message: known ? `${id} is over already.` : `No silence "${id}" is on record.`,
      hint: 'incident silence list --all shows every one there is.',
    },
  });
};

function readMatcher(text: string): Matcher {
  const matcher = parseMatcher(text);
  if (typeof matcher !== 'string') return matcher;
  const ways = [
    { field: 'service', how: 'is', value: 'checkout' },
    { field: 'labels.region', how: 'is', value: 'eu-1' },
    { field: 'title', how: 'like', value: 'disk*' },
  ] as const;
  throw new WrongUsage('bad-matcher', matcher, `Write ${ways.map(writeMatcher).join(', ')}.`);
}

function readLength(text: string | null): number {
  if (text === null) throw new WrongUsage('length-missing', 'A silence ends: --for says after how long.', example);
  const read = parseDuration(text);
  if (!read.ok || read.seconds === 0)
    throw new WrongUsage('bad-duration', `--for "${text.slice(0, 40)}" is no length of time.`, 'Write 30m, 2h or 3d.');
  if (read.seconds > longestSilence)
    throw new WrongUsage(
      'too-long',
      `A silence lasts ${formatDuration(longestSilence)} at most.`,
      'What stays quiet for longer is better fixed at its source.',
    );
  return read.seconds;
}
