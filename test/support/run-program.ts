import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/main.cjs', import.meta.url));

/** How one call of the built program ended, with the object it printed. */
export interface ProgramEnded {
  readonly code: number | null;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly stderr: string;
}

/** Runs the built program, or a copy of it, with `--json` in a folder. */
export function runProgram(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: string = built,
): Promise<ProgramEnded> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += String(part);
    });
    child.stderr.on('data', (part) => {
      stderr += String(part);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      try {
        resolve({ code, answer: JSON.parse(stdout), stderr });
      } catch {
        reject(new Error(`no answer, exit ${code}: ${stdout}${stderr}`));
      }
    });
  });
}

/** Does `work` for 0 to `count` - 1, so many at a time. */
export async function inParallel(count: number, width: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) await work(number);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
