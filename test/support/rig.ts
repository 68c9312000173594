import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Incident } from '../../src/incident/incident.ts';
import { keepsFiles, readSharedState, storeEnvironment, withStore } from './store-under-test.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The built program; another installation of it can be put to the test by this variable. */
export const program =
  process.env['PROGRAM_UNDER_TEST'] ?? fileURLToPath(new URL('../../dist/main.cjs', import.meta.url));

/** The object that `--json` prints; further members are there to be looked at. */
export interface Told {
  readonly incident_id: string;
  readonly severity: string | null;
  readonly status: string | null;
  readonly phase: string | null;
  readonly outcome: string;
  readonly exit_code: number;
  readonly files: Readonly<Record<string, string>>;
  readonly next: readonly { readonly command: string; readonly why: string }[];
  readonly warnings: readonly string[];
  readonly error: { readonly reason: string; readonly message: string; readonly hint: string } | null;
  readonly [further: string]: unknown;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was printed, as the one JSON object it has to be. */
  readonly json: Told;
}

export interface HowToRun {
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly umask?: string;
  /** Flags of Node itself, such as `--require`. */
  readonly node?: readonly string[];
  readonly cwd?: string;
}

export interface Rig {
  readonly folder: string;
  run(...args: readonly string[]): Promise<Ran>;
  runWith(how: HowToRun, ...args: readonly string[]): Promise<Ran>;
  /** Runs a command with `--json` and fails unless it ends with 0. */
  ok(...args: readonly string[]): Promise<Told>;
  read(file: string): string;
  write(file: string, content: string, mode?: number): string;
  /** Every file below the project, relative and sorted. */
  files(below?: string): readonly string[];
  /** The state of one incident: its `incident.json`, or what the database has. */
  state(id: string): Incident;
}

const configFile = '.spec/smartspec.config.yaml';

/** A new project folder, and the program in it as a process of its own. */
export function openRig(config?: string): Rig {
  const folder = temporaryFolder();
  const at = (file: string): string => path.join(folder, file);
  fs.mkdirSync(at('.spec'), { mode: 0o700 });
  const rig: Rig = {
    folder,
    run: (...args) => runProgram(folder, args, {}),
    runWith: (how, ...args) => runProgram(folder, args, how),
    ok: async (...args) => {
      const { code, stdout, stderr, json } = await runProgram(folder, [...args, '--json'], {});
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
      return json;
    },
    read: (file) => fs.readFileSync(at(file), 'utf8'),
    write: (file, content, mode = 0o600) => {
      fs.mkdirSync(path.dirname(at(file)), { recursive: true, mode: 0o700 });
      fs.writeFileSync(at(file), file === configFile ? withStore(content) : content, { mode });
      return at(file);
    },
    files: (below = '.') => {
      if (!fs.existsSync(at(below))) return [];
      const found = fs.readdirSync(at(below), { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .toSorted();
    },
    state: (id) =>
      readSharedState(folder, id) ??
      JSON.parse(fs.readFileSync(at(`.spec/reports/incidents/${id}/incident.json`), 'utf8')),
  };
  if (config !== undefined || !keepsFiles) rig.write(configFile, config ?? '');
  return rig;
}

function runProgram(folder: string, args: readonly string[], how: HowToRun): Promise<Ran> {
  const node = [...(how.node ?? []), program, ...args];
  const [file, argv] =
    how.umask === undefined
      ? [process.execPath, node]
      : ['/bin/sh', ['-c', `umask ${how.umask}; exec "$0" "$@"`, process.execPath, ...node]];
  return new Promise((resolve, reject) => {
    const child = spawn(file, argv, {
      cwd: how.cwd ?? folder,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...storeEnvironment(folder), ...how.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    // A program that does not read what it is given may have gone before all of it was written.
    child.stdin.on('error', () => {});
    child.stdin.end(how.stdin ?? '');
    child.on('close', (code) => {
      const stdout = Buffer.concat(out).toString('utf8');
      resolve({
        code,
        stdout,
        stderr: Buffer.concat(err).toString('utf8'),
        get json(): Told {
          if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`not one JSON object on one line: ${stdout.slice(0, 2000)}`);
          return JSON.parse(stdout);
        },
      });
    });
  });
}
