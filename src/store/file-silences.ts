import fs from 'node:fs';
import path from 'node:path';
import type { Silence } from '../incident/silence.ts';
import { dropFile, linkNew, readWhole, syncFolder, writeTemporary } from './durable-file.ts';
import { errnoOf, toTrouble } from './errno.ts';
import { type FileStoreOptions, groundOf, prepareGround, verifyGround } from './ground.ts';
import { isObject } from './known-event.ts';
import type { Ground } from './record-paths.ts';
import { inspectFolder, makeFolder } from './safe-path.ts';
import { openSilence, openSilenced, sealSilence, sealSilenced } from './seal-silence.ts';
import type { SilencedAlert, SilenceOnRecord, SilenceStore } from './silence-store.ts';

const idPattern = /^SIL-[0-9A-Z]{4,12}$/;
const appendFlags = fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_CREAT | fs.constants.O_NOFOLLOW;

/** Opens the silences of a project, each a file that is never changed; those that hold have a second name in `current/`. */
export function openFileSilences(options: FileStoreOptions): SilenceStore {
  return new FileSilences(groundOf(options));
}

class FileSilences implements SilenceStore {
  readonly #ground: Ground;
  readonly #folder: string;
  readonly #known = new Map<string, Silence>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#folder = path.join(ground.incidents, 'silences');
  }

  async add(silence: Silence): Promise<void> {
    return this.#attempt(() => {
      prepareGround(this.#ground);
      for (const folder of [this.#folder, this.#currentFolder]) {
        makeFolder(folder);
        inspectFolder(folder, 'private', this.#ground.uid);
      }
      this.#writeNew(`${silence.id}.json`, sealSilence(this.#ground.protection, silence));
      linkNew(this.#path(`${silence.id}.json`), path.join(this.#currentFolder, `${silence.id}.json`));
      for (const folder of [this.#currentFolder, this.#folder, this.#ground.incidents]) syncFolder(folder);
    });
  }

  async current(now: string): Promise<readonly Silence[]> {
    return this.#attempt(() => {
      const found: Silence[] = [];
      for (const id of idsIn(this.#currentFolder, '.json')) {
        const silence = this.#read(id);
        const over = silence === null || silence.ends_at <= now || this.#end(id) !== null;
        if (over) dropFile(path.join(this.#currentFolder, `${id}.json`));
        else found.push(silence);
      }
      return found;
    });
  }

  async list(now: string, all: boolean): Promise<readonly SilenceOnRecord[]> {
    const wanted = all
      ? this.#attempt(() => idsIn(this.#folder, '.json'))
      : (await this.current(now)).map(({ id }) => id);
    return this.#attempt(() =>
      wanted
        .flatMap((id) => {
          const silence = this.#read(id);
          return silence === null ? [] : [{ ...silence, ...endOf(this.#end(id)), alert_count: this.#count(id) }];
        })
        .sort((one, other) => (one.starts_at < other.starts_at ? -1 : 1)),
    );
  }

  async end(id: string, by: string | null, at: string): Promise<'ended' | 'unknown' | 'already-over'> {
    return this.#attempt(() => {
      const silence = idPattern.test(id) ? this.#read(id) : null;
      if (silence === null) return 'unknown';
      if (silence.ends_at <= at || !this.#writeNew(`${id}.end.json`, { id, ended_at: at, ended_by: by })) {
        return 'already-over';
      }
      syncFolder(this.#folder);
      dropFile(path.join(this.#currentFolder, `${id}.json`));
      return 'ended';
    });
  }

  async keep(id: string, alerts: readonly SilencedAlert[]): Promise<void> {
    return this.#attempt(() => {
      const file = this.#path(`${id}.alerts.jsonl`);
      const lines = alerts.map((alert) => sealSilenced(this.#ground.protection, id, alert));
      const isNew = !fs.existsSync(file);
      const fd = fs.openSync(file, appendFlags, 0o600);
      try {
        // Each line starts with its newline, so that a torn one before it can't swallow it.
        fs.writeSync(fd, Buffer.from(lines.map((line) => `\n${line}`).join('')));
        fs.fsyncSync(fd);
      } finally {
        fs.closeSync(fd);
      }
      if (isNew) syncFolder(this.#folder);
    });
  }

  async *alerts(id: string): AsyncGenerator<SilencedAlert, void, undefined> {
    if (!idPattern.test(id)) return;
    const kept = this.#attempt(() => readWhole(this.#path(`${id}.alerts.jsonl`)));
    for (const line of kept?.toString('utf8').split('\n') ?? []) {
      const alert = openSilenced(this.#ground.protection, id, line);
      if (alert !== null) yield alert;
    }
  }

  get #currentFolder(): string {
    return path.join(this.#folder, 'current');
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }

  #writeNew(name: string, value: unknown): boolean {
    const temporary = writeTemporary(this.#ground, `${JSON.stringify(value, null, 2)}\n`, 'durable');
    try {
      return linkNew(temporary, this.#path(name));
    } finally {
      dropFile(temporary);
    }
  }

  /** A silence never changes, so it is read once. */
  #read(id: string): Silence | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const found = openSilence(this.#ground.protection, parse(readWhole(this.#path(`${id}.json`))));
    if (found === null || found.id !== id) return null;
    this.#known.set(id, found);
    return found;
  }

  #end(id: string): Buffer | null {
    return readWhole(this.#path(`${id}.end.json`));
  }

  #count(id: string): number {
    let lines = 0;
    for (const byte of readWhole(this.#path(`${id}.alerts.jsonl`)) ?? []) if (byte === 10) lines += 1;
    return lines;
  }

  #attempt<Result>(work: () => Result): Result {
    try {
      if (this.#known.size === 0) verifyGround(this.#ground);
      return work();
    } catch (error) {
      throw toTrouble(error, this.#folder);
    }
  }
}

function idsIn(folder: string, ending: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((id) => idPattern.test(id));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function parse(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function endOf(bytes: Buffer | null): Pick<SilenceOnRecord, 'ended_at' | 'ended_by'> {
  const found = parse(bytes);
  if (!isObject(found)) return { ended_at: null, ended_by: null };
  const { ended_at, ended_by } = found;
  return {
    ended_at: typeof ended_at === 'string' ? ended_at : null,
    ended_by: typeof ended_by === 'string' ? ended_by : null,
  };
}
