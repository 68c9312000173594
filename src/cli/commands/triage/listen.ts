import type { AddressInfo } from 'node:net';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { openFollowUp } from '../../follow-up.ts';
import type { House } from '../../house.ts';
import { type Input, isSet, textOf } from '../../input.ts';
import { type ListenSecrets, needsCredentials } from '../../listen/authenticate.ts';
import { openQueue } from '../../listen/receive-queue.ts';
import { serveAlerts } from '../../listen/serve-alerts.ts';
import { openTelling } from '../../listen/tell-later.ts';
import { takePayloads } from '../../take-payloads.ts';
import { whoAndWhen } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

const usualPort = 9095;
const usualHost = '127.0.0.1';
const usualRate = 2_000;
/** After being told to stop it reads on until nothing comes for a moment, and not for longer than some seconds. */
const roundMs = 100;
const mostRounds = 50;

/** `listen`: takes alerts over HTTP until it is told to stop. */
export const listen: Action = async (input, house) => {
  const place = readPlace(input);
  const perSecond = readNumber(input, 'rate', 1, 1_000_000) ?? usualRate;
  if (house.config.listen.broken) {
    return refuse('config-unreadable', 'The section listen of the configuration can not be read.', 'incident doctor');
  }
  const secrets = await house.listening.secrets();
  if ('missing' in secrets) {
    return refuse(
      'secret-not-set',
      `${secrets.missing} is not set, so senders can not be recognised.`,
      `export ${secrets.missing}=…, then the same command again.`,
    );
  }
  if (!place.isPrivate && !needsCredentials(secrets)) {
    return refuse(
      'not-private',
      `${place.shown} can be reached by others, and nothing is configured to recognise senders by.`,
      'Set incident_response.listen.token to env:NAME in the configuration, or listen on 127.0.0.1 or a --socket.',
    );
  }
  return serve(place, perSecond, secrets, input, house);
};

async function serve(
  place: Place,
  perSecond: number,
  secrets: ListenSecrets,
  input: Input,
  house: House,
): Promise<Answer> {
  const { listening, staying } = house;
  const signal = staying.interrupted();
  const telling = openTelling(house);
  const followUp = openFollowUp(input, house);
  const queue = openQueue(async (payloads) => {
    const together = await takePayloads(payloads, whoAndWhen(input, house), house);
    for (const taken of together.taken) {
      if (taken.kind !== 'received') continue;
      for (const { outcome, incident_id: id } of taken.results) if (id !== null) followUp.add(outcome, id);
    }
    return together;
  });
  const server = serveAlerts({
    queue,
    secrets,
    perSecond,
    now: house.now,
    tellLater: telling.add,
    complain: listening.complain,
    isStopping: () => signal.aborted,
  });
  const blocked = place.socket === null ? null : await listening.clearSocket(place.socket);
  if (blocked !== null) return refuse('socket-taken', blocked, 'Choose another path.');
  const failure = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.once('listening', () => resolve(null));
    if (place.socket === null) server.listen(place.port, place.host);
    else listening.privately(() => server.listen(place.socket));
  });
  if (failure !== null)
    throw new WrongUsage(
      'cannot-listen',
      `${place.shown}: ${failure.message}.`,
      'Another port: incident listen --port 0 takes any that is free.',
    );
  const address = server.address();
  const where = place.socket ?? urlOf(place.host, address);
  house.say(
    answer('listening', {
      headline: false,
      lines: [`listening on ${where}: POST /alerts or /alerts/<source>; stop with Ctrl-C`],
      more: { address: where, authenticated: needsCredentials(secrets) },
    }),
  );
  await new Promise<void>((resolve) => {
    server.once('close', () => resolve());
    // Closing takes connections for idle whose request has arrived and is not read yet, so those are read first.
    const stop = async (): Promise<void> => {
      for (let round = 0, before = -1; round < mostRounds && before !== queue.count(); round += 1) {
        before = queue.count();
        await new Promise((resume) => setTimeout(resume, roundMs));
      }
      server.close();
    };
    if (signal.aborted) void stop();
    else signal.addEventListener('abort', () => void stop(), { once: true });
  });
  await queue.drained();
  await telling.done();
  await followUp.done();
  return answer('stopped', { said: true });
}

interface Place {
  readonly socket: string | null;
  readonly host: string;
  readonly port: number;
  /** True where only this machine can reach it. */
  readonly isPrivate: boolean;
  readonly shown: string;
}

function readPlace(input: Input): Place {
  const socket = textOf(input, 'socket');
  const host = textOf(input, 'host') ?? usualHost;
  const port = readNumber(input, 'port', 0, 65_535) ?? usualPort;
  if (socket !== null) {
    if (isSet(input, 'port') || textOf(input, 'host') !== null)
      throw new WrongUsage('conflicting-flags', '--socket and --host exclude each other.', 'Give one of them.');
    return { socket, host, port, isPrivate: true, shown: socket };
  }
  return { socket, host, port, isPrivate: isLoopback(host), shown: `${host}:${port}` };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function readNumber(input: Input, name: string, least: number, most: number): number | null {
  const text = textOf(input, name);
  if (text === null) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUsage(
    'bad-number',
    `--${name} "${text.slice(0, 20)}" is no number from ${least} to ${most}.`,
    `Example: --${name} ${Math.min(most, 9095)}`,
  );
}

function urlOf(host: string, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' && address !== null ? address.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/alerts`;
}

function refuse(reason: string, message: string, hint: string): Answer {
  return answer('refused', { exit_code: exitCodes.refused, error: { reason, message, hint } });
}
