import fs from 'node:fs';
import path from 'node:path';
import { dropFile, linkNew, syncFolder, writeTemporary } from './durable-file.ts';
import { toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf } from './ground.ts';
import { type Ground, openFolder, temporaryFolder } from './record-paths.ts';

/** One thing that was looked at. */
export interface HealthCheck {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
  /** What to type to put it right; null when nothing has to be done. */
  readonly fix: string | null;
}

const oldEnough = 60 * 60 * 1000;
const clockSlack = 5 * 60 * 1000;
const mostShown = 5;

/** Looks at the folders of the record, and at what the file system can do; `mend` sets modes right on the way. */
export function inspectSite(options: FileStoreOptions, now: string, mend: boolean): readonly HealthCheck[] {
  const ground = groundOf(options);
  if (!fs.existsSync(ground.incidents)) {
    return [{ name: 'folders', state: 'ok', text: 'nothing is on record yet', fix: null }];
  }
  return [
    checkFolders(ground),
    checkModes(ground, mend),
    ...checkFileSystem(ground, now),
    checkLeftovers(ground),
    checkEntriesFromTheFuture(ground, now),
  ];
}

function ok(name: string, text: string): HealthCheck {
  return { name, state: 'ok', text, fix: null };
}

function checkFolders(ground: Ground): HealthCheck {
  const name = 'folders';
  for (const folder of ['.spec', '.spec/reports', '.spec/reports/incidents']) {
    const found = fs.lstatSync(path.join(ground.projectRoot, folder), { throwIfNoEntry: false });
    if (found?.isSymbolicLink() === true) {
      return { name, state: 'fail', text: `${folder} is a symbolic link`, fix: `replace ${folder} by a real folder` };
    }
    if (found?.isDirectory() !== true) {
      return { name, state: 'fail', text: `${folder} is no folder`, fix: `move ${folder} out of the way` };
    }
    if (ground.uid !== null && found.uid !== ground.uid && folder.endsWith('incidents')) {
      const text = `${folder} belongs to uid ${found.uid}, not to ${ground.uid}`;
      return { name, state: 'fail', text, fix: `chown -R ${ground.uid} ${folder}` };
    }
  }
  return ok(name, 'real folders, owned by whoever runs this');
}

/** Everything below the record has to be its owner's alone; a link in it could lead a write elsewhere. */
function checkModes(ground: Ground, mend: boolean): HealthCheck {
  const name = 'permissions';
  const loose: string[] = [];
  const links: string[] = [];
  const foreign: string[] = [];
  let mended = 0;
  const look = (place: string): void => {
    const found = fs.lstatSync(place);
    if (found.isSymbolicLink()) links.push(place);
    else if (ground.uid !== null && found.uid !== ground.uid) foreign.push(place);
    else if ((found.mode & 0o777) !== (found.isDirectory() ? 0o700 : 0o600)) {
      if (mend) {
        fs.chmodSync(place, found.isDirectory() ? 0o700 : 0o600);
        mended += 1;
      } else loose.push(place);
    }
    if (found.isDirectory()) for (const inner of fs.readdirSync(place)) look(path.join(place, inner));
  };
  look(ground.incidents);
  const reports = path.join(ground.incidents, '..', 'post-mortems');
  if (fs.existsSync(reports)) look(reports);
  const shown = (places: readonly string[]): string =>
    `${places
      .slice(0, mostShown)
      .map((place) => path.relative(ground.projectRoot, place))
      .join(', ')}${places.length > mostShown ? ` and ${places.length - mostShown} more` : ''}`;
  if (links.length > 0) {
    return { name, state: 'fail', text: `symbolic links: ${shown(links)}`, fix: `rm ${shown(links.slice(0, 1))}` };
  }
  if (foreign.length > 0) {
    const fix = `chown -R ${ground.uid} .spec/reports/incidents .spec/reports/post-mortems`;
    return { name, state: 'fail', text: `owned by others: ${shown(foreign)}`, fix };
  }
  if (loose.length > 0) {
    return { name, state: 'fail', text: `open to others: ${shown(loose)}`, fix: 'incident doctor --fix' };
  }
  return ok(name, mended === 0 ? 'folders 0700, files 0600' : `${mended} set to 0700 or 0600`);
}

/** Tries what every decision relies on: a new file, an fsync, a hard link that fails when the name is taken. */
function checkFileSystem(ground: Ground, now: string): readonly HealthCheck[] {
  try {
    const probe = writeTemporary(ground, 'probe', 'durable');
    const name = `${probe}-linked`;
    try {
      const links = linkNew(probe, name) && !linkNew(probe, name);
      syncFolder(temporaryFolder(ground));
      const drift = fs.statSync(probe).mtimeMs - Date.parse(now);
      return [
        ok('fsync', 'files and folders can be made durable'),
        links
          ? ok('hard links', 'a taken name stays taken')
          : { name: 'hard links', state: 'fail', text: 'a taken name is given away', fix: 'use a local file system' },
        Math.abs(drift) < clockSlack
          ? ok('clock', 'this machine and its disk agree on the time')
          : {
              name: 'clock',
              state: 'warn',
              text: `the disk says it is ${new Date(Date.parse(now) + drift).toISOString()}, this machine ${now}`,
              fix: 'timedatectl set-ntp true',
            },
      ];
    } finally {
      dropFile(name);
      dropFile(probe);
    }
  } catch (error) {
    const trouble = toTrouble(error, ground.incidents);
    const text = trouble instanceof Error ? trouble.message : String(trouble);
    return [{ name: 'fsync and hard links', state: 'fail', text, fix: 'put .spec/reports on a local disk with space' }];
  }
}

function checkLeftovers(ground: Ground): HealthCheck {
  const folder = temporaryFolder(ground);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const newest = Math.max(...[folder, openFolder(ground)].filter(fs.existsSync).map((one) => fs.statSync(one).mtimeMs));
  const old = names.filter((name) => {
    const found = fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false });
    return found !== undefined && newest - found.mtimeMs > oldEnough;
  });
  return old.length === 0
    ? ok('leftovers', 'no killed process left anything behind')
    : {
        name: 'leftovers',
        state: 'warn',
        text: `${old.length} ${old.length === 1 ? 'file' : 'files'} of killed processes in tmp/; they go when an incident is closed or rebuilt`,
        fix: 'incident audit rebuild',
      };
}

/** A record that was written in the future tells of a clock that was put back. */
function checkEntriesFromTheFuture(ground: Ground, now: string): HealthCheck {
  const today = now.slice(0, 10).replaceAll('-', '');
  const tomorrow = fs
    .readdirSync(ground.incidents)
    .find((name) => /^INC-\d{8}-/.test(name) && name.slice(4, 12) > today);
  return tomorrow === undefined
    ? ok('dates', 'no incident is dated after today')
    : {
        name: 'dates',
        state: 'warn',
        text: `${tomorrow} is dated after today (${now.slice(0, 10)})`,
        fix: 'timedatectl',
      };
}
