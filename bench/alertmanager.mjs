import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { versionOf } from './measure.mjs';

/** Starts Debian's Alertmanager in a folder, on a free port of loopback; null where it is not installed. */
export async function startAlertmanager(folder) {
  const version = versionOf('prometheus-alertmanager', ['--version']);
  if (version === null) {
    console.log('(Alertmanager is not installed, so it is not in the table)');
    return null;
  }
  const port = await freePort();
  const config = join(folder, 'alertmanager.yml');
  writeFileSync(config, 'route: { receiver: none }\nreceivers: [{ name: none }]\n');
  const child = spawn(
    'prometheus-alertmanager',
    [
      `--config.file=${config}`,
      `--storage.path=${join(folder, 'am')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: 'ignore' },
  );
  const post = (name) =>
    send(
      port,
      '/api/v2/alerts',
      JSON.stringify([{ labels: { alertname: `a${name}`, service: `service-${name % 20}` } }]),
    );
  await untilItAnswers(post);
  return {
    port,
    post,
    name: `Alertmanager ${version.split(',')[1]?.trim().slice(0, 20) ?? version.slice(0, 20)}`,
    stop: () => child.kill('SIGKILL'),
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts JSON to a port of loopback and gives the status it was answered with. */
export function send(port, path, body) {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        port,
        path,
        host: '127.0.0.1',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

async function untilItAnswers(post) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await post(0);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('Alertmanager did not start');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
