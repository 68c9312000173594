import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { portOf } from './slack-faults.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Tells connections apart. */
  readonly port: number | undefined;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
}

/** A receiver on loopback that answers as told, 204 unless told otherwise. */
export async function startReceiver(
  answer: (response: ServerResponse, count: number) => void = (response) => response.writeHead(204).end(),
  certificate: { readonly key: string; readonly cert: string } | null = null,
): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const receive: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: request.headers, body, port: request.socket.remotePort });
      answer(response, received.length);
    });
  };
  const server = certificate === null ? createServer(receive) : createSecureServer(certificate, receive);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${portOf(server.address())}/hook`, received };
}
