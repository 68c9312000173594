import type { Agent, ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The answer to a POST, or why there was none. */
export type PostAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      /** At most 256 KiB of it. */
      readonly body: string;
    }
  | { readonly ok: false; readonly reason: 'timed-out' | 'unreachable'; readonly why: string };

export interface PostOrder {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly milliseconds: number;
}

/** Connections that are kept for the next request to the same place. */
export interface Poster {
  post(url: URL, order: PostOrder): Promise<PostAnswer>;
  close(): void;
}

const mostBodyBytes = 256 * 1024;

/** Opens a poster; `fetch` would do the same at ten times the loading time. */
export function openPoster(): Poster {
  const agents = new Map<string, Promise<Agent>>();
  const request = (secure: boolean) => (secure ? import('node:https') : import('node:http'));
  const agentFor = (protocol: string): Promise<Agent> => {
    const known = agents.get(protocol);
    if (known !== undefined) return known;
    const settings = { keepAlive: true, maxSockets: 8, scheduling: 'fifo' } as const;
    const agent = request(protocol === 'https:').then(({ Agent: Kept }) => new Kept(settings));
    agents.set(protocol, agent);
    return agent;
  };
  return {
    post: async (url, order) => {
      const agent = await agentFor(url.protocol);
      const { request: send } = await request(url.protocol === 'https:');
      const make = (): ClientRequest => send(url, { method: 'POST', agent, headers: order.headers });
      const answer = await exchange(make, order);
      return answer === 'connection-was-stale' ? withoutStale(await exchange(make, order)) : answer;
    },
    close: () => {
      for (const agent of agents.values()) void agent.then((kept) => kept.destroy());
      agents.clear();
    },
  };
}

const cut = { ok: false, reason: 'unreachable', why: 'the connection was cut before an answer came' } as const;

function withoutStale(answer: PostAnswer | 'connection-was-stale'): PostAnswer {
  return answer === 'connection-was-stale' ? cut : answer;
}

function exchange(make: () => ClientRequest, order: PostOrder): Promise<PostAnswer | 'connection-was-stale'> {
  return new Promise((resolve) => {
    const request = make();
    const settle = (answer: PostAnswer | 'connection-was-stale'): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    const timer = setTimeout(() => {
      settle({ ok: false, reason: 'timed-out', why: `no whole answer within ${order.milliseconds / 1000} s` });
      request.destroy();
    }, order.milliseconds);
    let answered = false;
    request.on('error', (error) => {
      // A kept connection may have been closed by the other side while it lay idle, which says nothing about the message.
      const stale = request.reusedSocket && !answered && 'code' in error && error.code === 'ECONNRESET';
      settle(stale ? 'connection-was-stale' : { ok: false, reason: 'unreachable', why: sayFault(error) });
    });
    request.on('response', (response) => {
      answered = true;
      collect(response, request, settle);
    });
    request.end(order.body);
  });
}

function collect(response: IncomingMessage, request: ClientRequest, settle: (answer: PostAnswer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = (): void => {
    const body = Buffer.concat(chunks).subarray(0, mostBodyBytes).toString('utf8');
    settle({ ok: true, status: response.statusCode ?? 0, headers: response.headers, body });
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= mostBodyBytes) return;
    finish();
    request.destroy();
  });
  response.on('end', finish);
  response.on('error', (error) => settle({ ok: false, reason: 'unreachable', why: sayFault(error) }));
}

const faults: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ECONNRESET', 'the connection was cut before an answer came'],
  ['EPIPE', 'the connection was cut while sending'],
  ['ENOTFOUND', 'the host name is not known'],
  ['EAI_AGAIN', 'the host name could not be looked up just now'],
  ['EHOSTUNREACH', 'there is no way to the host'],
  ['ENETUNREACH', 'there is no way to the network'],
  ['ETIMEDOUT', 'the host did not answer in time'],
  ['CERT_HAS_EXPIRED', 'the certificate has expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate is signed by itself'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'the certificate is signed by an unknown authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate is signed by an unknown authority'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate belongs to another host'],
]);

/** What went wrong on the way to a server, in words and with the system's code. */
export function sayFault(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code.startsWith('HPE_')) return `the answer is not HTTP (${code})`;
  const known = faults.get(code);
  return known === undefined ? `the connection failed (${code})` : `${known} (${code})`;
}
