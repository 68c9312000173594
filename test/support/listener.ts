import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import { onTestFinished } from 'vitest';
import { program, type Rig } from './rig.ts';
import { storeEnvironment } from './store-under-test.ts';

/** What a listener answered. */
export interface Heard {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Listener {
  readonly child: ChildProcess;
  readonly port: number;
  send(path: string, sending?: Sending): Promise<Heard>;
  /** Asks it to stop and waits for its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `listen` as a process of its own; it is stopped when the test is over. */
export async function startListener(
  rig: Rig,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Listener> {
  const socket = args[args.indexOf('--socket') + 1];
  const usesSocket = args.includes('--socket');
  const where = usesSocket ? [] : ['--port', '0'];
  const child = spawn(process.execPath, [program, 'listen', '--json', ...where, ...args], {
    cwd: rig.folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: rig.folder, ...storeEnvironment(rig.folder), ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const first = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (part: Buffer) => resolve(part.toString('utf8')));
    child.once('exit', () => reject(new Error('it ended at once')));
  });
  const port = usesSocket ? 0 : Number(/:(\d+)\/alerts/.exec(first)?.[1]);
  const place = usesSocket ? { socketPath: socket } : { host: '127.0.0.1', port };
  return {
    child,
    port,
    send: (path, { method = 'POST', headers = {}, body = '' } = {}) =>
      new Promise((resolve, reject) => {
        const request = http.request({ ...place, path, method, headers, agent: false }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: text === '' ? {} : JSON.parse(text),
            });
          });
        });
        request.on('error', reject);
        request.end(body);
      }),
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}
