import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import type { HttpCheck } from '../../src/incident/check-wanted.ts';
import { checkHttp } from '../../src/workflow/check-http.ts';

const servers: { close(): void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen(answer: RequestListener): Promise<string> {
  return addressOf(createServer(answer));
}

async function listenRaw(answer: (socket: Socket) => void): Promise<string> {
  return addressOf(
    createRawServer((socket) => {
      socket.on('error', () => socket.destroy());
      answer(socket);
    }),
  );
}

async function addressOf(server: Server | ReturnType<typeof createRawServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  servers.push(server);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/health`;
}

function check(wanted: HttpCheck, mayConnect = (host: string): boolean => host === '127.0.0.1') {
  return checkHttp(wanted, { mayConnect });
}

const well: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ status: 'up', checks: [{ name: 'db', ok: true, lag: 0 }], token: null }));
};

describe('a service that is well', () => {
  it.each<[string, Partial<HttpCheck>]>([
    ['by any good status', {}],
    ['by its exact status', { status: 200 }],
    ['by one of several statuses', { status: [204, 200] }],
    ['by answering in time', { within_ms: 5000 }],
    ['by a text in its answer', { body_contains: '"status":"up"' }],
    ['by a place in its answer', { json: { path: 'status', equals: 'up' } }],
    ['by a truth value deep in its answer', { json: { path: '$.checks[0].ok', equals: true } }],
    ['by a number in its answer', { json: { path: 'checks[0].lag', equals: 0 } }],
    ['by a null in its answer', { json: { path: 'token', equals: null } }],
  ])('passes %s', async (_how, wanted) => {
    const url = await listen(well);
    const result = await check({ url, ...wanted });
    expect(result.passed).toBe(true);
    expect(result.detail).toMatch(/^Answered 200 in \d+ ms\.$/);
  });

  it('may take as long as it is given, also where that is longer than anybody waits by default', async () => {
    const url = await listen((_request, response) => void setTimeout(() => response.end('late'), 120));
    expect(await check({ url, timeout_ms: 30, within_ms: 5000 })).toMatchObject({ passed: true });
  });
});

describe('a service that is not well', () => {
  const slow: RequestListener = (_request, response) => void setTimeout(() => response.end('late'), 150);
  const broken: RequestListener = (_request, response) => void response.writeHead(503).end('down');

  it.each<[string, RequestListener, Partial<HttpCheck>, string]>([
    ['answers 503', broken, {}, 'Answered 503; a status from 200 to 299 is wanted.'],
    ['answers another status than wanted', well, { status: [201, 204] }, 'Answered 200; 201 or 204 is wanted.'],
    ['says something else', well, { body_contains: 'all good' }, '"all good" is not in the answer.'],
    ['has another value', well, { json: { path: 'status', equals: 'UP' } }, 'status is "up"; "UP" is wanted.'],
    [
      'has text for a number',
      well,
      { json: { path: 'checks[0].lag', equals: '0' } },
      'checks[0].lag is 0; "0" is wanted.',
    ],
    [
      'lacks the place',
      well,
      { json: { path: 'checks[1].ok', equals: true } },
      'checks[1].ok is missing; true is wanted.',
    ],
    [
      'has only an inherited place',
      well,
      { json: { path: 'constructor.name', equals: 'Object' } },
      'constructor.name is missing; "Object" is wanted.',
    ],
    ['answers no JSON', broken, { status: 503, json: { path: 'a', equals: 1 } }, 'The answer is not JSON.'],
    ['never answers', () => {}, { timeout_ms: 100 }, 'No whole answer within 100 ms.'],
    [
      'answers without end',
      (_request, response) => void response.write('a'),
      { timeout_ms: 100 },
      'No whole answer within 100 ms.',
    ],
    [
      'cuts the connection',
      (request) => void request.socket.resetAndDestroy(),
      {},
      'The connection was cut before the answer was whole (ECONNRESET).',
    ],
  ])('fails when it %s', async (_how, answer, wanted, detail) => {
    expect(await check({ url: await listen(answer), ...wanted })).toMatchObject({ passed: false, detail });
  });

  it('fails when it is slower than wanted, and says how slow', async () => {
    const result = await check({ url: await listen(slow), within_ms: 50 });
    expect(result.passed).toBe(false);
    expect(result.detail).toMatch(/^Answered 200 in 1\d\d ms; at most 50 ms are wanted\.$/);
  });

  it('fails when it cuts a half answer', async () => {
    const url = await listenRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf');
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    expect((await check({ url })).detail).toContain('The connection was cut');
  });

  it('fails when it does not speak HTTP', async () => {
    const url = await listenRaw((socket) => void socket.end('SSH-2.0-OpenSSH\r\n'));
    expect((await check({ url })).detail).toMatch(/^The answer is not HTTP \(HPE_/);
  });

  it('fails when nobody is there', async () => {
    const url = await listen(well);
    servers.pop()?.close();
    expect((await check({ url })).detail).toBe('Nothing listens there (ECONNREFUSED).');
  });
});

describe('an answer of a hundred megabytes', () => {
  const huge: RequestListener = (_request, response) => {
    let left = 1600;
    const chunk = Buffer.alloc(65_536, 'x');
    const pour = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(chunk)) return void response.once('drain', pour);
      }
      response.end();
    };
    pour();
  };

  it('is read to its first megabyte', async () => {
    const before = process.memoryUsage().rss;
    const url = await listen(huge);
    expect(await check({ url })).toMatchObject({ passed: true });
    expect((await check({ url, body_contains: 'needle' })).detail).toBe(
      '"needle" is not in the first megabyte of the answer.',
    );
    expect((await check({ url, json: { path: 'a', equals: 1 } })).detail).toContain('larger than one megabyte');
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
  });
});

describe('the network', () => {
  it('is asked for nothing that the policy does not allow', async () => {
    const asked: string[] = [];
    const url = await listen(() => asked.push('reached'));
    const result = await check({ url }, () => false);
    expect(result).toMatchObject({ passed: false });
    expect(result.detail).toContain('The network policy does not allow 127.0.0.1');
    expect(asked).toEqual([]);
  });

  it('is not left for where a redirect points', async () => {
    const reached: string[] = [];
    const other = await listen(() => reached.push('reached'));
    const url = await listen((_request, response) => void response.writeHead(302, { location: other }).end());
    const result = await check({ url });
    expect(result.detail).toBe(`Answered 302 to ${other}, which is not followed; a status from 200 to 299 is wanted.`);
    expect(await check({ url, status: 302 })).toMatchObject({ passed: true });
    expect(reached).toEqual([]);
  });

  it.each([
    ['http://[::1]:1/x', '::1'],
    ['http://LOCALHOST:1/x', 'localhost'],
    ['http://0x7f.1:1/x', '127.0.0.1'],
    ['http://allowed.example@127.0.0.2:1/x', null],
    ['file:///etc/passwd', null],
    ['ftp://127.0.0.1/x', null],
    ['nonsense', null],
  ])('is asked about the host that would really be reached: %s', async (url, host) => {
    const hosts: string[] = [];
    const remember = (asked: string): boolean => {
      hosts.push(asked);
      return false;
    };
    expect(await check({ url }, remember)).toMatchObject({ passed: false });
    expect(hosts).toEqual(host === null ? [] : [host]);
  });

  it('shows neither query nor credentials of an address', async () => {
    const result = await check({ url: 'https://user:word@shop.example/health?key=4711' }, () => true);
    expect(JSON.stringify(result)).not.toMatch(/4711|word/);
  });

  it('is left alone once the check is called off', async () => {
    const url = await listen(well);
    const result = await checkHttp({ url }, { mayConnect: () => true, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ passed: false, detail: 'The check was called off (ABORT_ERR).' });
  });
});
