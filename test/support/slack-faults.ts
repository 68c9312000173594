import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One way in which a server answers a call: an API error by its code, or something worse. */
export type SlackFault =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: string; readonly body?: string; readonly type?: string }
  | 'hang'
  | 'half'
  | 'reset'
  | 'fine';

export interface SlackCall {
  readonly method: string;
  readonly token: string;
  readonly body: Readonly<Record<string, string>>;
}

export interface FaultySlack {
  readonly url: string;
  readonly calls: readonly SlackCall[];
}

/** A Slack on loopback that answers the calls one after the other as told, and all further ones with success. */
export async function startFaultySlack(...faults: readonly SlackFault[]): Promise<FaultySlack> {
  const calls: SlackCall[] = [];
  const server = createServer((request, response) => {
    void readCall(request).then((call) => {
      const fault = faults[calls.length] ?? 'fine';
      calls.push(call);
      answer(fault, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server.address())}/api/`, calls };
}

export function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function readCall(request: IncomingMessage): Promise<SlackCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: (request.url ?? '').split('/').at(-1) ?? '',
    token: request.headers.authorization ?? '',
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))),
  };
}

function answer(fault: SlackFault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'reset') request.socket.resetAndDestroy();
  else if (fault === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"ok":true,');
    setTimeout(() => request.socket.destroy(), 20);
  } else if (fault === 'fine') send(response, 200, '{"ok":true,"channel":"C0INCIDENT","ts":"1700000000.000100"}');
  else if ('error' in fault) send(response, 200, JSON.stringify({ ok: false, error: fault.error }));
  else {
    if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
    send(response, fault.status, fault.body ?? '{"ok":false,"error":"ratelimited"}', fault.type);
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}
