import type { House } from './house.ts';

/** Where a payload came from and its bytes, or why there are none. */
export type Fetched =
  | { readonly ok: true; readonly bytes: Buffer; readonly from: string }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** Fetches a payload given as JSON text, as `@file`, or as `-` for standard input. */
export async function fetchPayload(given: string, house: Pick<House, 'readFile' | 'surroundings'>): Promise<Fetched> {
  if (given === '-') return { ok: true, bytes: await house.surroundings.readStandardInput(), from: 'standard input' };
  if (!given.startsWith('@')) return { ok: true, bytes: Buffer.from(given), from: 'the argument' };
  const path = given.slice(1);
  if (path === '')
    return { ok: false, reason: 'no-file-named', message: 'No file is named after the @, as in @alert.json.' };
  const file = await house.readFile(path);
  if (file.ok) return { ok: true, bytes: file.bytes, from: path };
  return { ok: false, reason: file.reason, message: `The file ${path} cannot be read: ${file.message}.` };
}
