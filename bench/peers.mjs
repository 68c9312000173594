import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAlertmanager } from './alertmanager.mjs';
import { timeOnce, versionOf } from './measure.mjs';

const tsc = join(import.meta.dirname, '..', 'node_modules', 'typescript', 'bin', 'tsc');

/** Programs people have, as cases to run in turn with ours, and what to call when they are no longer needed. */
export async function findPeers(cwd) {
  const alertmanager = await startAlertmanager(cwd);
  const known = [
    { version: ['git', '--version'], cases: () => gitCommits(cwd) },
    { version: ['sqlite3', '--version'], cases: () => durableInsert(cwd) },
    { version: ['amtool', '--version'], cases: () => (alertmanager === null ? [] : addAlert(cwd, alertmanager.port)) },
    {
      version: ['npm', '--version'],
      cases: () => [{ name: 'npm --version', next: () => order('npm', ['--version']) }],
    },
    {
      version: [process.execPath, tsc, '--version'],
      cases: () => [{ name: 'tsc --version', next: () => order(process.execPath, [tsc, '--version']) }],
    },
  ];
  const order = (command, args) => ({ command, args, cwd });
  const cases = known.flatMap(({ version: [command, ...args], cases: casesOf }) => {
    const version = versionOf(command, args);
    if (version !== null) return casesOf().map((one) => ({ ...one, name: `${one.name} [${shorten(version)}]` }));
    console.log(`(${command} is not installed, so it is not in the table)`);
    return [];
  });
  return { cases, stop: () => alertmanager?.stop() };
}

function shorten(version) {
  return /\d+\.\d+[.\d]*/.exec(version)?.[0] ?? version.slice(0, 20);
}

/** One small file committed: as git does it out of the box, which waits for no disk, and as it does when told to. */
function gitCommits(folder) {
  const cwd = join(folder, 'git');
  mkdirSync(cwd);
  const git = (...args) => ({
    command: 'git',
    args: ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args],
    cwd,
  });
  timeOnce(git('init', '-q'));
  let count = 0;
  const commit = (...settings) => {
    writeFileSync(join(cwd, 'file'), String(count++));
    timeOnce(git('add', 'file'));
    return git(...settings, 'commit', '-q', '-m', 'm');
  };
  return [
    { name: 'git commit', next: () => commit() },
    { name: 'git commit, durable', next: () => commit('-c', 'core.fsync=committed,loose-object') },
  ];
}

function durableInsert(cwd) {
  const sql = (text) => ({ command: 'sqlite3', args: ['peer.db', text], cwd });
  timeOnce(sql('pragma journal_mode=wal; create table alerts (body text);'));
  return [
    {
      name: 'sqlite3 insert, durable',
      next: () => sql('pragma synchronous=full; insert into alerts values (hex(randomblob(300)));'),
    },
  ];
}

function addAlert(cwd, port) {
  let count = 0;
  const args = (name) => [`--alertmanager.url=http://127.0.0.1:${port}`, 'alert', 'add', `alertname=${name}`];
  return [
    { name: 'amtool alert add, into memory', next: () => ({ command: 'amtool', args: args(`p${count++}`), cwd }) },
  ];
}
