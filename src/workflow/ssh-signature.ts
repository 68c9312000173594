import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { printableLine } from './printable-text.ts';
import { searchPath } from './search-path.ts';

/** Keeps a signature given for one purpose from standing for another. */
const namespace = 'incident-approval';
const patience = 10_000;
const longestKey = 64 * 1024;

export interface SignatureWorld {
  /** The value of the PATH variable. */
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface SignatureRefused {
  readonly ok: false;
  readonly reason: 'no-ssh-keygen' | 'no-allowed-signers' | 'not-signed' | 'signature-invalid';
  readonly message: string;
}

/** Signs a text with an SSH key; the key's passphrase, if it has one, has to be known to an agent. */
export async function signText(
  text: string,
  key: string,
  world: SignatureWorld,
): Promise<{ readonly ok: true; readonly signature: string } | SignatureRefused> {
  return withFolder(async (folder) => {
    const file = join(folder, 'text');
    writeFileSync(file, text, { mode: 0o600 });
    const ran = await keygen(['-Y', 'sign', '-q', '-n', namespace, '-f', key, file], '', world);
    if (ran === null) return noKeygen;
    if (!ran.ok) return { ok: false, reason: 'not-signed', message: `The text could not be signed: ${ran.said}` };
    return { ok: true, signature: readFileSync(`${file}.sig`, 'utf8') };
  });
}

/**
 * Checks a signature against a list of allowed signers at the moment it was given. Where its key is not, or no longer, on
 * the list, `listed` is false and the signature itself is still checked, which shows whether the text was altered.
 */
export async function checkSignature(
  order: { readonly text: string; readonly signature: string; readonly allowedSigners: string; readonly at: string },
  world: SignatureWorld,
): Promise<{ readonly ok: true; readonly signer: string; readonly listed: boolean } | SignatureRefused> {
  const { text, signature, allowedSigners, at } = order;
  if (signature.length > longestKey) return invalid('It is too long to be one.');
  return withFolder(async (folder) => {
    const file = join(folder, 'text.sig');
    writeFileSync(file, signature, { mode: 0o600 });
    const time = `-Overify-time=${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
    const found = await keygen(['-Y', 'find-principals', '-s', file, '-f', allowedSigners, time], '', world);
    if (found === null) return noKeygen;
    const signer = found.ok ? (found.out.split('\n')[0] ?? '').split(',')[0]?.trim() : undefined;
    if (signer === undefined || !/^[^\s,!*?-][^\s,!*?]{0,199}$/.test(signer)) {
      const alone = await keygen(['-Y', 'check-novalidate', '-n', namespace, '-s', file], text, world);
      return alone?.ok === true ? { ok: true, signer: '', listed: false } : invalid(alone?.said ?? '');
    }
    const args = ['-Y', 'verify', '-f', allowedSigners, '-I', signer, '-n', namespace, '-s', file, time];
    const verified = await keygen(args, text, world);
    return verified?.ok === true ? { ok: true, signer, listed: true } : invalid(verified?.said ?? '');
  });
}

const noKeygen = {
  ok: false,
  reason: 'no-ssh-keygen',
  message: 'There is no ssh-keygen on PATH, so no signature can be made or checked.',
} as const satisfies SignatureRefused;

function invalid(said: string): SignatureRefused {
  return { ok: false, reason: 'signature-invalid', message: `The signature does not fit the text: ${said}`.trim() };
}

async function keygen(args: readonly string[], input: string, { path, environment }: SignatureWorld) {
  const program = searchPath('ssh-keygen', path);
  if (program === null) return null;
  const result = await execa(program, args, {
    ...{ input, env: environment, extendEnv: false, shell: false, reject: false, timeout: patience },
    maxBuffer: longestKey,
    stripFinalNewline: true,
  });
  const said = printableLine(`${result.stderr} ${result.stdout}`.trim(), 200);
  return { ok: result.exitCode === 0, out: result.stdout, said };
}

async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'incident-signature-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
