import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { findSource } from '../../alerts/read-alert.ts';
import { StoreTrouble } from '../../store/incident-store.ts';
import { explainTrouble } from '../explain.ts';
import { largestPayload } from '../read-input.ts';
import { type ListenSecrets, recogniseHeaders, recogniseSignature } from './authenticate.ts';
import { limitRate } from './rate-limit.ts';
import { readBody, unwrapForm } from './read-body.ts';
import type { ReceiveQueue } from './receive-queue.ts';
import { type Reply, replyTo } from './reply.ts';

export interface AlertServer {
  readonly queue: ReceiveQueue;
  readonly secrets: ListenSecrets;
  /** Requests a second and address. */
  readonly perSecond: number;
  readonly now: () => string;
  /** Tells people of what was kept; called after the answer is on its way. */
  readonly tellLater: (incidentIds: readonly string[]) => void;
  readonly complain: (line: string) => void;
  readonly isStopping: () => boolean;
}

const patience = 30_000;
const mostConnections = 1_000;

/** An HTTP server that takes alerts: every answer of 200, 202 or 400 means that the payload is on disk. */
export function serveAlerts(house: AlertServer): Server {
  const mayPass = limitRate(house.perSecond);
  const server = createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      house.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
      send(response, { status: 500, body: { error: { reason: 'bug' } } });
    });
  });
  server.requestTimeout = patience;
  server.headersTimeout = patience;
  server.maxConnections = mostConnections;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => {});
    if (house.isStopping()) response.setHeader('connection', 'close');
    const reply = await findReply(request);
    // What was not read is not waited for either.
    if (!request.complete) response.setHeader('connection', 'close');
    send(response, reply);
    if (!request.complete) request.resume();
    if (reply.incidentIds !== undefined && reply.incidentIds.length > 0) house.tellLater(reply.incidentIds);
  }

  async function findReply(request: IncomingMessage): Promise<Reply> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/healthz') {
      const asks = request.method === 'GET' || request.method === 'HEAD';
      return asks ? { status: 200, body: { status: 'ok' } } : notAllowed('GET, HEAD');
    }
    const found = /^\/alerts(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/.exec(path);
    if (found === null) return refuse(404, 'no-such-path', 'Alerts go to /alerts or /alerts/<source>.');
    const named = found[1];
    const source = named === undefined ? null : findSource(named);
    if (named !== undefined && source === null)
      return refuse(404, 'no-such-source', `No alerts are known by the name of ${named}.`);
    if (request.method === 'OPTIONS') return shakeHands(request);
    if (request.method !== 'POST' && request.method !== 'PUT') return notAllowed('POST, PUT, OPTIONS');
    if (!mayPass(request.socket.remoteAddress ?? '', Date.parse(house.now()))) {
      return { ...refuse(429, 'too-many-requests', 'Try again in a second.'), headers: { 'retry-after': '1' } };
    }
    return take(request, source?.name ?? null);
  }

  async function take(request: IncomingMessage, source: string | null): Promise<Reply> {
    const { headers } = request;
    let recognised = recogniseHeaders(house.secrets, source, headers);
    if (recognised === 'unsigned' || recognised === 'wrong') return turnAway(recognised);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') return refuse(415, 'compressed', `Send it as it is, not as ${encoding.slice(0, 40)}.`);
    const body = await readBody(request, largestPayload);
    if (body === null) return refuse(413, 'too-large', `At most ${largestPayload} bytes are read.`);
    if (recognised === 'signature-decides') {
      recognised = recogniseSignature(house.secrets, source, headers, body, house.now());
    }
    if (recognised !== 'welcome') return turnAway(recognised);
    const taking = house.queue.add({ bytes: unwrapForm(headers['content-type'], body), source });
    if (taking === null) return { ...refuse(503, 'busy', 'Too much is waiting.'), headers: { 'retry-after': '1' } };
    try {
      return replyTo(await taking);
    } catch (error) {
      if (!(error instanceof StoreTrouble)) throw error;
      const { reason, message, hint } = explainTrouble(error.reason, error.path, error.message);
      house.complain(`${message} ${hint}`);
      return { ...refuse(503, reason, 'The disk failed; nothing was recorded.'), headers: { 'retry-after': '5' } };
    }
  }

  return server;
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

function refuse(status: number, reason: string, message: string): Reply {
  return { status, body: { outcome: 'refused', error: { reason, message } } };
}

function notAllowed(allow: string): Reply {
  return { ...refuse(405, 'method-not-allowed', `Only ${allow}.`), headers: { allow } };
}

function turnAway(why: 'unsigned' | 'wrong' | 'signature-decides'): Reply {
  if (why === 'wrong') return refuse(403, 'wrong-credentials', 'The token or the signature is not right.');
  const reply = refuse(401, 'credentials-missing', 'A bearer token or a signature is needed.');
  return { ...reply, headers: { 'www-authenticate': 'Bearer' } };
}

/** CloudEvents senders ask first whether they may send. */
function shakeHands(request: IncomingMessage): Reply {
  const origin = request.headers['webhook-request-origin'];
  const headers: Record<string, string> = { allow: 'POST, PUT, OPTIONS' };
  if (typeof origin === 'string' && /^[\w.:*-]{1,255}$/.test(origin)) {
    headers['webhook-allowed-origin'] = origin;
    headers['webhook-allowed-rate'] = '*';
  }
  return { status: 200, body: { status: 'ok' }, headers };
}
