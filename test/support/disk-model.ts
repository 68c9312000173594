import fs from 'node:fs';
import path from 'node:path';

/** Says for each change of a name that was not fsynced, oldest first, whether a power cut lets it survive. */
export type Survivors = (age: number, total: number) => boolean;

interface FileNode {
  readonly kind: 'file';
  written: Buffer;
  /** What the latest fsync put on disk. */
  durable: Buffer;
}

interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, Node>;
  readonly durable: Map<string, Node>;
}

type Node = FileNode | FolderNode;

/** A name that was given or taken away since its folder was last fsynced. */
interface Pending {
  readonly folder: FolderNode;
  readonly name: string;
  readonly node: Node | null;
}

/**
 * A file system that forgets: contents count only as far as their fsync went, names only as far as the fsync of their
 * folder; of the names that were not, any subset may have reached the disk.
 */
export class DiskModel {
  readonly #root: string;
  readonly #tree: FolderNode;
  #pending: Pending[] = [];
  // Descriptors outlive names, so a write goes by the node its file had when it was opened.
  readonly #nodes = new Map<string, FileNode>();

  constructor(root: string) {
    this.#root = root;
    this.#tree = readTree(root);
  }

  create(file: string): void {
    const node: FileNode = { kind: 'file', written: Buffer.alloc(0), durable: Buffer.alloc(0) };
    this.#nodes.set(file, node);
    this.#name(file, node);
  }

  write(file: string, bytes: Uint8Array): void {
    const node = this.#find(file) ?? this.#nodes.get(file);
    if (node?.kind === 'file') node.written = Buffer.concat([node.written, bytes]);
  }

  fsync(file: string): void {
    const node = this.#find(file) ?? this.#nodes.get(file);
    if (node?.kind === 'file') node.durable = node.written;
    if (node?.kind !== 'folder') return;
    for (const change of this.#pending) if (change.folder === node) applyChange(change);
    this.#pending = this.#pending.filter(({ folder }) => folder !== node);
  }

  link(from: string, to: string): void {
    const node = this.#find(from);
    if (node !== null) this.#name(to, node);
  }

  rename(from: string, to: string): void {
    const node = this.#find(from);
    if (node === null || node === this.#find(to)) return;
    this.#name(to, node);
    this.#name(from, null);
  }

  unlink(file: string): void {
    this.#name(file, null);
  }

  mkdir(folder: string): void {
    this.#name(folder, { kind: 'folder', names: new Map(), durable: new Map() });
  }

  /** How many changes of names a power cut could swallow now. */
  get unsure(): number {
    return this.#pending.length;
  }

  /** Writes the tree as it would be found after a power cut. */
  materialise(survives: Survivors): void {
    this.#pending.forEach((change, age) => {
      if (survives(age, this.#pending.length)) applyChange(change);
    });
    for (const name of fs.readdirSync(this.#root)) fs.rmSync(path.join(this.#root, name), { recursive: true });
    writeTree(this.#root, this.#tree);
  }

  #find(file: string): Node | null {
    let node: Node = this.#tree;
    for (const part of path.relative(this.#root, file).split(path.sep).filter(Boolean)) {
      const next: Node | undefined = node.kind === 'folder' ? node.names.get(part) : undefined;
      if (next === undefined) return null;
      node = next;
    }
    return node;
  }

  #name(file: string, node: Node | null): void {
    const folder = this.#find(path.dirname(file));
    if (folder?.kind !== 'folder') return;
    const name = path.basename(file);
    if (node === null) folder.names.delete(name);
    else folder.names.set(name, node);
    this.#pending.push({ folder, name, node });
  }
}

function applyChange({ folder, name, node }: Pending): void {
  if (node === null) folder.durable.delete(name);
  else folder.durable.set(name, node);
}

function readTree(folder: string): FolderNode {
  const names = new Map<string, Node>();
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) names.set(entry.name, readTree(below));
    else {
      const bytes = fs.readFileSync(below);
      names.set(entry.name, { kind: 'file', written: bytes, durable: bytes });
    }
  }
  return { kind: 'folder', names, durable: new Map(names) };
}

function writeTree(folder: string, node: FolderNode): void {
  for (const [name, child] of node.durable) {
    const below = path.join(folder, name);
    if (child.kind === 'file') fs.writeFileSync(below, child.durable, { mode: 0o600 });
    else {
      fs.mkdirSync(below, { mode: 0o700 });
      writeTree(below, child);
    }
  }
}
