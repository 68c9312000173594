import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** How a driver process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  /** What it printed, if it came to that. */
  readonly answer: {
    readonly ok?: boolean;
    readonly attempt?: number;
    readonly trouble?: string;
    readonly outcome?: string;
    readonly status?: string | null;
    readonly incident_id?: string | null;
    readonly warnings?: readonly string[];
    readonly examinations?: readonly { readonly unknown: readonly string[] }[];
    readonly error?: { readonly reason: string; readonly message: string; readonly hint: string } | null;
  } | null;
  readonly stderr: string;
}

/** Bundles a TypeScript file of the tests into one CommonJS file that node runs as it is; returns its path. */
export function bundleFor(folder: string, source: string, external: string[] = []): string {
  const entry = fileURLToPath(new URL(`../${source}`, import.meta.url));
  const outfile = path.join(folder, `${path.basename(source, '.ts')}.cjs`);
  const how = { bundle: true, platform: 'node', format: 'cjs', target: 'node20' } as const;
  buildSync({ entryPoints: [entry], outfile, external, ...how });
  return outfile;
}

/** Runs node with these arguments and waits for its end. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runCommand(process.execPath, args, { env });
}

/** Runs any command and waits for its end. */
export function runCommand(
  file: string,
  args: readonly string[],
  { env = {}, cwd }: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += String(part);
    });
    child.stderr.on('data', (part) => {
      stderr += String(part);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, answer: stdout.endsWith('\n') ? JSON.parse(stdout) : null, stderr });
    });
  });
}
