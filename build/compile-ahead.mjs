// Last step of the build: the calls that matter are made once, and what V8 compiled for each kind of call is kept.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { keepCompiled } from './keep-compiled.cjs';

/** The length of a file, in characters, from which V8 takes longer to read it than to be told what is in it. */
const worthReading = 20_000;

const alert = (service) =>
  JSON.stringify({ source: 'production_monitor', spec_id: service, metric: 'p99', value: 3, slo: 2 });

/** The calls of each kind, in the order they are made; a later one of a kind adds to what an earlier one has left. */
const calls = [
  ['alert', ['--alert-payload', alert('first')]],
  ['alert', ['--alert-payload', alert('second')]],
  ['alert', ['--alert-payload', alert('second')]],
  ['list', ['list']],
  ['show', ['show']],
  ['help', ['--help']],
  ['other', ['status']],
  ['other', ['note', 'the build looks around']],
  ['other', ['tick']],
  ['other', ['tick'], 'with channels'],
];

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

/**
 * Makes the calls with the program in `dist`. `publish` is given, after each, the kinds of call that every file is compiled
 * for, so that the next call starts from there.
 */
export async function compileAhead(root, dist, publish) {
  const folder = join(dist, 'compiled');
  const project = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(folder);
  try {
    for (const [kind, args, setting] of calls) {
      if (setting === 'with channels') configure(project, channels);
      spawnSync(
        process.execPath,
        ['--require', join(root, 'build', 'watch-call.cjs'), join(dist, 'main.cjs'), ...args],
        {
          cwd: project,
          env: { PATH: process.env.PATH, HOME: project, ...secrets, KEEP_COMPILED: folder, KEEP_COMPILED_AS: kind },
          stdio: 'ignore',
        },
      );
      await publish(kindsIn(folder));
    }
    compileUnused(join(dist, 'parts'), folder);
    await publish(kindsIn(folder));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function configure(project, text) {
  writeFileSync(join(project, '.spec', 'smartspec.config.yaml'), text, { mode: 0o600 });
}

/** A library that no call here has used is compiled as far as V8 does before anything of it runs: it has read it. */
function compileUnused(parts, folder) {
  const kept = kindsIn(folder);
  for (const name of readdirSync(parts).filter((name) => kept[name] === undefined)) {
    const text = readFileSync(join(parts, name), 'latin1');
    if (text.length > worthReading)
      keepCompiled(new Script(text, { filename: `parts/${name}` }), join(folder, `${name}.other`));
  }
}

function kindsIn(folder) {
  const kinds = {};
  for (const file of readdirSync(folder)) {
    const [, name, kind, copy] = /^(.*)\.(\w+)\.(\w)$/.exec(file);
    if (copy === 'a') kinds[name] = [...(kinds[name] ?? []), kind];
  }
  return kinds;
}
