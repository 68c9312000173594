import fs from 'node:fs';
import path from 'node:path';
import { DiskModel, type Survivors } from './disk-model.ts';

/** What goes wrong, and at which of the counted operations (the first is 1). */
export interface Fault {
  readonly at: number;
  /**
   * `kill`: nothing happens from this operation on, as after SIGKILL before it. `torn`: a write is cut in half, then
   * the same. `skip`: this operation pretends to have worked. Anything else is the errno it fails with.
   */
  readonly kind: 'kill' | 'torn' | 'skip' | `E${string}`;
  /** An errno that stays: every later operation fails the same way. */
  readonly sticky?: boolean;
  /** After a `skip`: the later operation at which the process is killed. */
  readonly killedAt?: number;
}

/** One operation that changes the disk, as it was asked for. */
export interface Operation {
  readonly name: 'create' | 'write' | 'fsync' | 'link' | 'rename' | 'unlink' | 'mkdir';
  readonly path: string;
}

/** Thrown by every file operation after the process was killed, so that nothing it does any more has an effect. */
export class Killed extends Error {}

const patched = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'renameSync',
  'unlinkSync',
  'mkdirSync',
  'writeFileSync',
] as const;

interface WriteOptions {
  readonly flag?: string;
  readonly mode?: number;
}

function mayCreate(flags: number | string): boolean {
  return typeof flags === 'number' ? (flags & fs.constants.O_CREAT) !== 0 : !flags.startsWith('r');
}

/**
 * Watches and disturbs the synchronous file operations of this process below one folder.
 *
 * fsync is not passed on: what would survive a power cut is worked out by the model alone.
 */
export class FaultyDisk {
  readonly operations: Operation[] = [];
  readonly model: DiskModel;
  #killed = false;
  readonly #fault: Fault | null;
  readonly #root: string;
  readonly #real = { ...fs };
  readonly #open = new Map<number, string>();
  readonly #die: () => void;

  /** `die` is called at the moment of the kill; where it comes back, operations throw `Killed` from then on. */
  constructor(root: string, fault: Fault | null, die: () => void = () => {}) {
    this.#root = root;
    this.#fault = fault;
    this.#die = die;
    this.model = new DiskModel(root);
  }

  get killed(): boolean {
    return this.#killed;
  }

  /** Runs the work on the disturbed disk; afterwards the disk is sound again. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.install();
    try {
      return await work();
    } finally {
      this.restore();
      for (const fd of this.#open.keys()) this.#real.closeSync(fd);
    }
  }

  /** Makes the disk sound again. */
  restore(): void {
    for (const name of patched) Object.assign(fs, { [name]: this.#real[name] });
  }

  /** Leaves on disk only what survives a power cut now. */
  cutPower(survivors: Survivors): void {
    this.model.materialise(survivors);
  }

  /** Disturbs the disk from here on. */
  install(): void {
    const real = this.#real;
    const { model } = this;
    const fdPath = (fd: number): string => this.#open.get(fd) ?? '';
    Object.assign(fs, {
      openSync: (file: string, flags: number | string = 'r', mode?: number) => {
        this.#refuseIfKilled();
        const creates = this.#isOurs(file) && mayCreate(flags);
        if (creates) this.#step({ name: 'create', path: file });
        const fd = real.openSync(file, flags, mode);
        if (this.#isOurs(file)) this.#open.set(fd, file);
        if (creates) model.create(file);
        return fd;
      },
      writeFileSync: (target: number | string, content: string | Uint8Array, options: WriteOptions = {}) => {
        const fd = typeof target === 'number' ? target : fs.openSync(target, options.flag ?? 'w', options.mode);
        try {
          fs.writeSync(fd, Buffer.from(content));
        } finally {
          if (fd !== target) fs.closeSync(fd);
        }
      },
      writeSync: (fd: number, bytes: Uint8Array, offset = 0, length = bytes.length - offset) => {
        const file = fdPath(fd);
        if (file === '') return real.writeSync(fd, bytes, offset, length);
        const todo = this.#step({ name: 'write', path: file });
        const part = todo === 'torn' ? Math.floor(length / 2) : length;
        const written = real.writeSync(fd, bytes, offset, part);
        model.write(file, bytes.subarray(offset, offset + written));
        if (todo === 'torn') this.#kill();
        return written;
      },
      fsyncSync: (fd: number) => {
        if (this.#step({ name: 'fsync', path: fdPath(fd) }) === 'do') model.fsync(fdPath(fd));
      },
      closeSync: (fd: number) => {
        this.#open.delete(fd);
        real.closeSync(fd);
      },
      linkSync: (from: string, to: string) => {
        if (this.#step({ name: 'link', path: to }) === 'skip') return;
        real.linkSync(from, to);
        model.link(from, to);
      },
      renameSync: (from: string, to: string) => {
        if (this.#step({ name: 'rename', path: to }) === 'skip') return;
        real.renameSync(from, to);
        model.rename(from, to);
      },
      unlinkSync: (file: string) => {
        if (this.#step({ name: 'unlink', path: file }) === 'skip') return;
        real.unlinkSync(file);
        model.unlink(file);
      },
      mkdirSync: (folder: string, options: fs.MakeDirectoryOptions) => {
        if (this.#step({ name: 'mkdir', path: folder }) === 'skip') return;
        real.mkdirSync(folder, options);
        model.mkdir(folder);
      },
    });
  }

  #isOurs(file: string): boolean {
    return file === this.#root || file.startsWith(this.#root + path.sep);
  }

  /** Counts one operation and lets the fault happen if its turn has come. */
  #step(operation: Operation): 'do' | 'skip' | 'torn' {
    this.#refuseIfKilled();
    this.operations.push(operation);
    const fault = this.#fault;
    const number = this.operations.length;
    if (fault?.killedAt === number) this.#kill();
    if (fault === null || (fault.sticky === true ? number < fault.at : number !== fault.at)) return 'do';
    if (fault.kind === 'skip') return 'skip';
    if (fault.kind === 'torn' && operation.name === 'write') return 'torn';
    if (fault.kind === 'kill' || fault.kind === 'torn') this.#kill();
    throw Object.assign(new Error(`${fault.kind}: made up, ${operation.name} '${operation.path}'`), {
      code: fault.kind,
      syscall: operation.name,
      path: operation.path,
    });
  }

  #kill(): never {
    this.#killed = true;
    this.#die();
    throw new Killed('killed');
  }

  #refuseIfKilled(): void {
    if (this.#killed) throw new Killed('killed already');
  }
}
