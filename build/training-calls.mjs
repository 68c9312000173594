// The calls that matter, made while the program is built: to see which parts a kind of call opens, and what V8 compiles of them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const alertOf = (service) =>
  JSON.stringify({ source: 'production_monitor', spec_id: service, metric: 'p99', value: 3, slo: 2 });

/** The calls of each kind, in the order they are made. */
const ordinary = [
  ['alert', ['--alert-payload', alertOf('shop')]],
  ['alert', ['--alert-payload', alertOf('shop')]],
  ['list', ['list']],
  ['show', ['show']],
  ['help', ['ack', '--help']],
  ['note', ['note', 'the build looks around', '--as', 'builder']],
  ['tick', ['tick']],
  ['other', ['ack', '--as', 'builder']],
  ['other', ['status']],
];

export const kinds = [...new Set(ordinary.map(([kind]) => kind))];

/** Nobody listens there, so nothing is sent; what would send it has been compiled by then. */
const channels = `
safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1] } }
incident_response:
  notifications:
    slack: { token: env:SLACK, api_url: "http://127.0.0.1:9/api/" }
    email: { smtp: env:MAIL, from: incidents@example.com }
  stakeholders: [{ to: ["slack:#incidents", "email:all@example.com"], from: SEV-4 }]
`;

const secrets = { SLACK: 'none', MAIL: 'smtp://127.0.0.1:9?tls=off' };

/** Makes the ordinary calls with the program in `dist`; the names of the parts that calls of each kind opened. */
export function traceParts(root, dist) {
  return inProject((project) => {
    const opened = new Map(kinds.map((kind) => [kind, new Set()]));
    for (const [kind, args] of ordinary) {
      const list = join(project, 'opened.txt');
      call(root, dist, project, args, { LIST_OPENED_TO: list });
      for (const file of readFileSync(list, 'utf8').split('\n')) {
        if (file.startsWith('parts/')) opened.get(kind).add(file.slice('parts/'.length));
      }
    }
    return opened;
  });
}

/** Makes every call with the program in `dist`, which keeps what V8 has compiled of each file beside it. */
export function compileByCalling(root, dist) {
  inProject((project) => {
    for (const [, args] of ordinary) call(root, dist, project, args, { KEEP_COMPILED_IN: dist });
    writeFileSync(join(project, '.spec', 'smartspec.config.yaml'), channels, { mode: 0o600 });
    for (const args of [['--alert-payload', alertOf('search')], ['tick']])
      call(root, dist, project, args, { KEEP_COMPILED_IN: dist });
  });
}

function inProject(work) {
  const project = mkdtempSync(join(tmpdir(), 'build-'));
  try {
    return work(project);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function call(root, dist, project, args, env) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(root, 'build', 'watch-call.cjs'), join(dist, 'main.cjs'), ...args],
    {
      cwd: project,
      env: { PATH: process.env.PATH, HOME: project, ...secrets, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  // 3: recorded, but nobody was reached.
  if (status !== 0 && status !== 3) throw new Error(`the build's own call ${args.join(' ')} failed: ${stderr}`);
}
