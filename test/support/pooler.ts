import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from './postgres-server.ts';

/** Whether PgBouncer is installed here. */
export const hasPooler = spawnSync('pgbouncer', ['--version']).status === 0;

/** Puts a PgBouncer before a server, lending connections by transaction; returns the URL that leads through it. */
export async function startPooler(server: string, settings: readonly string[]): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-pooler-'));
  fs.chmodSync(folder, 0o755);
  const { hostname, port, username, password } = new URL(server);
  const own = await freePort();
  const config = [
    '[databases]',
    `postgres = host=${hostname} port=${port} user=${username} password=${password}`,
    '[pgbouncer]',
    ...['listen_addr = 127.0.0.1', `listen_port = ${own}`, 'unix_socket_dir =', 'auth_type = any'],
    ...['pool_mode = transaction', 'default_pool_size = 4', ...settings],
  ];
  fs.writeFileSync(path.join(folder, 'pgbouncer.ini'), `${config.join('\n')}\n`);
  // It refuses to run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const pooler: ChildProcess = spawn('pgbouncer', [path.join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...nobody });
  onTestFinished(() => {
    pooler.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  while (!(await answers(own))) await new Promise((resolve) => setTimeout(resolve, 50));
  return Object.assign(new URL(server), { port: String(own) }).href;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
