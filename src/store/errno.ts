import { StoreTrouble, type TroubleReason } from './incident-store.ts';

/** The errno name of a failed file operation (`ENOENT` …), or null for any other error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null;
  // Node's own codes (`ERR_…`) name mistakes of the caller, not trouble with the disk.
  return error.code.startsWith('ERR_') ? null : error.code;
}

const reasons: Readonly<Record<string, readonly [TroubleReason, string]>> = {
  ENOSPC: ['disk-full', 'The disk is full'],
  EDQUOT: ['disk-full', 'The disk quota is used up'],
  EFBIG: ['disk-full', 'The file size limit is reached'],
  EROFS: ['read-only', 'The file system is mounted read-only'],
  EACCES: ['no-permission', 'Permission denied'],
  EPERM: ['no-permission', 'Permission denied'],
  ENOENT: ['folder-vanished', 'A folder of the record is gone'],
  ENOTDIR: ['folder-vanished', 'A file stands where a folder of the record should be'],
  ELOOP: ['symlink-in-path', 'A symbolic link stands where a file of the record should be'],
  EIO: ['input-output-error', 'The disk reports an input/output error'],
};

const linkRefusals = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** Says in the store's words what a failed file operation means; errors of any other kind are handed back as they are. */
export function toTrouble(error: unknown, fallbackPath: string): unknown {
  const code = errnoOf(error);
  if (code === null || error instanceof StoreTrouble || !(error instanceof Error)) return error;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : fallbackPath;
  if ('syscall' in error && error.syscall === 'link' && linkRefusals.includes(code)) {
    return new StoreTrouble('links-not-supported', path, `The file system offers no hard links (${code}): ${path}`);
  }
  const [reason, words] = reasons[code] ?? ['input-output-error', 'A file operation failed'];
  return new StoreTrouble(reason, path, `${words} (${code}): ${path}`);
}
