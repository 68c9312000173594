import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { interleave, runMeasured } from './measure.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'main.cjs');

const alertOf = (service) =>
  JSON.stringify({ source: 'production_monitor', spec_id: service, metric: 'p99_latency', value: 350, slo: 200 });

/** What telling people costs an alert, and how fast a backlog of messages goes out, by Slack and mail on loopback. */
export async function measureTelling({ rounds, owed }) {
  const servers = await startServers();
  try {
    return [
      costOfTelling(servers, rounds),
      {
        title: `Flushing ${owed} owed messages by tick, half by Slack and half by mail`,
        rows: [
          await flush(servers, `${owed / 4} incidents, 4 messages each`, owed / 4, 2),
          await flush(servers, `one incident, ${owed} recipients`, 1, owed / 2),
        ],
      },
    ];
  } finally {
    servers.end();
  }
}

async function startServers() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'notify-servers.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ports = JSON.parse((await lines.next()).value);
  return {
    ...ports,
    arrived: async () => {
      child.stdin.write('\n');
      return JSON.parse((await lines.next()).value);
    },
    end: () => child.stdin.end(),
  };
}

/** A project in which so many channels and so many addresses hear of every incident. */
function openProject({ slack, mail }, each) {
  const cwd = mkdtempSync(join(tmpdir(), 'notify-'));
  const to = Array.from({ length: each }, (_, n) => [`"slack:#incidents-${n}"`, `"email:all-${n}@example.com"`]).flat();
  const silent = 'incident_response: { grouping: { window: 1s } }\n';
  const telling = [
    'safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }',
    'incident_response:',
    '  grouping: { window: 1s }',
    '  notifications:',
    `    slack: { token: env:SLACK, api_url: "http://127.0.0.1:${slack}/api/" }`,
    '    email: { smtp: env:MAIL, from: incidents@example.com }',
    `  stakeholders: [{ to: [${to.join(', ')}], from: SEV-4 }]`,
    '',
  ].join('\n');
  mkdirSync(join(cwd, '.spec'), { mode: 0o700 });
  const write = (text) => writeFileSync(join(cwd, '.spec/smartspec.config.yaml'), text, { mode: 0o600 });
  const env = { ...process.env, SLACK: ['xoxb', 'made', 'up'].join('-'), MAIL: `smtp://127.0.0.1:${mail}?tls=off` };
  return { cwd, env, beSilent: () => write(silent), tell: () => write(telling) };
}

function costOfTelling(servers, rounds) {
  const quiet = openProject(servers, 1);
  const loud = openProject(servers, 1);
  quiet.beSilent();
  loud.tell();
  let fresh = 0;
  const alert = ({ cwd, env }) => ({
    command: process.execPath,
    args: [program, '--alert-payload', alertOf(`service-${fresh++}`)],
    cwd,
    env,
  });
  try {
    const none = 'new alert, no channel';
    const cases = [
      { name: 'node -e 0', next: () => ({ command: process.execPath, args: ['-e', '0'], cwd: quiet.cwd }) },
      { name: none, next: () => alert(quiet) },
      { name: 'new alert, told by Slack and mail', next: () => alert(loud) },
    ];
    return {
      title: 'An alert that is told, as a ratio to the same alert with no channel',
      rows: interleave(cases, { rounds, base: none }),
    };
  } finally {
    for (const { cwd } of [quiet, loud]) rmSync(cwd, { recursive: true, force: true });
  }
}

/** Incidents are declared while no channel is configured; then there is one, and everything is owed at once. */
async function flush(servers, name, incidents, each) {
  const project = openProject(servers, each);
  const { cwd, env } = project;
  try {
    project.beSilent();
    const input = Array.from({ length: incidents }, (_, n) => alertOf(`service-${n}`)).join('\n');
    const declared = spawnSync(process.execPath, [program, '--alert-payload', '-', '--json'], { cwd, env, input });
    if (declared.status !== 0) throw new Error(`the incidents were not declared: ${declared.stderr}`);
    project.tell();
    const before = await servers.arrived();
    const start = process.hrtime.bigint();
    const ticked = runMeasured({ command: process.execPath, args: [program, 'tick', '--json'], cwd, env });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const after = await servers.arrived();
    const { sent } = JSON.parse(ticked.stdout);
    return {
      name,
      sent,
      arrived: after.posted - before.posted + after.mailed - before.mailed,
      wall_ms: seconds * 1000,
      per_second: sent / seconds,
      peak_mib: ticked.peak_mib,
    };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
