import { spawn, spawnSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startListener } from '../support/listener.ts';
import { openRig } from '../support/rig.ts';

const binary = 'prometheus-alertmanager';
const isThere = spawnSync(binary, ['--version']).error === undefined;

const token = ['a-made-up', 'token', 'for', 'alertmanager'].join('-');

describe.skipIf(!isThere)(
  'a real Alertmanager (install the Debian package prometheus-alertmanager to run this)',
  () => {
    test('declares an incident by firing and clears it by resolving', async () => {
      const rig = openRig('incident_response:\n  listen: { token: env:LISTEN_TOKEN }\n');
      const listener = await startListener(rig, [], { LISTEN_TOKEN: token });
      const [web, cluster] = [await freePort(), await freePort()];
      const config = rig.write(
        'alertmanager.yml',
        `route: { receiver: incident, group_by: ['...'], group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
receivers:
  - name: incident
    webhook_configs:
      - url: http://127.0.0.1:${listener.port}/alerts/alertmanager
        send_resolved: true
        http_config: { authorization: { credentials: ${token} } }
`,
      );
      const manager = spawn(
        binary,
        [
          `--config.file=${config}`,
          `--storage.path=${path.join(rig.folder, 'alertmanager')}`,
          `--web.listen-address=127.0.0.1:${web}`,
          `--cluster.listen-address=127.0.0.1:${cluster}`,
        ],
        { stdio: 'ignore' },
      );
      onTestFinished(() => {
        manager.kill('SIGKILL');
      });
      await until(async () => (await get(web, '/-/ready')) === 200);

      const alert = (more: Record<string, string>): string =>
        JSON.stringify([
          {
            labels: { alertname: 'HighLatency', service: 'checkout', severity: 'critical' },
            annotations: { summary: 'p99 of checkout is above 2 s' },
            startsAt: new Date(Date.now() - 60_000).toISOString(),
            ...more,
          },
        ]);
      await post(web, alert({}));
      await until(async () => (await openIncidents(rig)).length === 1);
      const [incident] = await openIncidents(rig);
      expect(incident).toMatchObject({
        source: 'alertmanager',
        service: 'checkout',
        severity: 'SEV-1',
        alert_count: 1,
      });

      await post(web, alert({ endsAt: new Date(Date.now() - 1_000).toISOString() }));
      await until(async () => rig.state(incident?.id ?? '').firing.length === 0);
      expect(rig.state(incident?.id ?? '').timeline.map(({ type }) => type)).toContain('alert.cleared');
      const { next } = await rig.ok('show', incident?.id ?? '');
      expect(next.map(({ command }) => command)).toContain(`incident verify ${incident?.id}`);
    });
  },
);

async function openIncidents(rig: ReturnType<typeof openRig>) {
  const { incidents } = await rig.ok('list');
  return incidents as readonly { readonly id: string }[];
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it never came true');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function get(port: number, place: string): Promise<number> {
  return new Promise((resolve) => {
    http
      .get({ host: '127.0.0.1', port, path: place, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', () => resolve(0));
  });
}

function post(port: number, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const place = { host: '127.0.0.1', port, path: '/api/v2/alerts', method: 'POST', headers, agent: false } as const;
    const request = http.request(place, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });
}
