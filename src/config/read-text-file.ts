import fs from 'node:fs';

/** The text of a file, or why there is none. */
export type TextRead =
  | { readonly ok: true; readonly text: string; readonly valid_utf8: boolean }
  | { readonly ok: false; readonly reason: 'missing' | 'not-a-file' | 'too-large' | 'symlink' | 'unreadable' };

/** Reads a regular file of at most `mostBytes` whole; never waits for a pipe, and follows no link if told so. */
export function readTextFile(file: string, mostBytes: number, links: 'follow' | 'refuse'): TextRead {
  let descriptor: number | null = null;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants;
    descriptor = fs.openSync(file, O_RDONLY | (O_NONBLOCK ?? 0) | (links === 'refuse' ? (O_NOFOLLOW ?? 0) : 0));
    const found = fs.fstatSync(descriptor);
    if (!found.isFile()) return { ok: false, reason: 'not-a-file' };
    if (found.size > mostBytes) return { ok: false, reason: 'too-large' };
    const bytes = fs.readFileSync(descriptor);
    // It may have grown since it was measured.
    if (bytes.length > mostBytes) return { ok: false, reason: 'too-large' };
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    return { ok: true, text, valid_utf8: !text.includes('\uFFFD') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, reason: 'missing' };
    return { ok: false, reason: code === 'ELOOP' ? 'symlink' : 'unreadable' };
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor);
  }
}
