import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Answer =
  | {
      readonly ok: true;
      readonly status: number;
      /** Until the last byte that was read. */
      readonly milliseconds: number;
      readonly body: string;
      readonly bodyIsWhole: boolean;
      readonly location: string | null;
    }
  | { readonly ok: false; readonly why: string };

const mostBodyBytes = 1024 * 1024;

/** Sends one GET on a connection of its own and waits no longer than it may, whatever the peer does. */
export async function ask(
  url: URL,
  order: {
    readonly timeoutMilliseconds: number;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Answer> {
  const { get } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const { timeoutMilliseconds, signal } = order;
  const started = performance.now();
  return new Promise((resolve) => {
    const headers = { accept: '*/*', 'user-agent': 'smartspec_incident_response' };
    const request = get(url, { agent: false, headers, ...(signal ? { signal } : {}) });
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      request.destroy();
      resolve(answer);
    };
    const timer = setTimeout(
      () => settle({ ok: false, why: `No whole answer within ${timeoutMilliseconds} ms.` }),
      timeoutMilliseconds,
    );
    request.on('error', (error) => settle({ ok: false, why: faultInWords(error) }));
    request.on('response', (response) => {
      const finish = (body: string, bodyIsWhole: boolean): void =>
        settle({
          ok: true,
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - started,
          body,
          bodyIsWhole,
          location: response.headers.location ?? null,
        });
      response.on('error', (error) => settle({ ok: false, why: faultInWords(error) }));
      collectBody(response, finish);
    });
  });
}

function collectBody(response: IncomingMessage, finish: (body: string, whole: boolean) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBodyBytes) finish(Buffer.concat(chunks).subarray(0, mostBodyBytes).toString('utf8'), false);
  });
  response.on('end', () => finish(Buffer.concat(chunks).toString('utf8'), true));
}

function faultInWords(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'Nothing listens there',
    ECONNRESET: 'The connection was cut before the answer was whole',
    ENOTFOUND: 'The host name is not known',
    EAI_AGAIN: 'The host name could not be looked up just now',
    EHOSTUNREACH: 'There is no way to the host',
    ENETUNREACH: 'There is no way to the network',
    ETIMEDOUT: 'The host did not answer in time',
    EPIPE: 'The connection was cut',
    CERT_HAS_EXPIRED: 'The certificate has expired',
    ABORT_ERR: 'The check was called off',
  };
  if (Object.hasOwn(reasons, code)) return `${reasons[code]} (${code}).`;
  return code.startsWith('HPE_') ? `The answer is not HTTP (${code}).` : `The address could not be asked (${code}).`;
}
