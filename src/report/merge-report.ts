import { type Block, type BlockOnFile, checksumOf, fenceBlock, listBlocks, readBlocks } from './blocks.ts';

export interface MergedReport {
  readonly text: string;
  /** Blocks that people changed or removed, and that stay as people left them. */
  readonly kept: readonly string[];
  /** Kept blocks for which the record now says something else than when they were written. */
  readonly conflicts: readonly string[];
}

/**
 * Writes a report anew without losing what people wrote into it.
 *
 * A block that nobody touched is replaced; a block that somebody changed stays, and is a conflict if the record has
 * moved on; an emptied block is filled again; a removed block stays removed; text between blocks is never touched.
 */
export function mergeReport(existing: string | null, fresh: readonly Block[]): MergedReport {
  if (existing === null || existing.trim() === '')
    return { text: finish(fresh.map(write), names(fresh)), kept: [], conflicts: [] };
  const { blocks, listed } = readBlocks(existing);
  const present = new Set(names(blocks));
  const news = newBlocks(fresh, (name) => !present.has(name) && !listed.includes(name));
  const kept = listed.filter((name) => !present.has(name) && names(fresh).includes(name));
  const conflicts: string[] = [];
  const parts: string[] = (news.get(null) ?? []).map((added) => `${added}\n\n`);
  for (const block of blocks) {
    if (block.kind === 'written') {
      parts.push(block.text);
      continue;
    }
    const anew = fresh.find((candidate) => candidate.kind === 'generated' && candidate.name === block.name);
    if (!isTouched(block)) {
      if (anew !== undefined) parts.push(write(anew));
    } else {
      parts.push(block.raw);
      kept.push(block.name);
      if (anew !== undefined && checksumOf(anew.text) !== block.checksum) conflicts.push(block.name);
    }
    for (const added of news.get(block.name) ?? []) parts.push(`\n\n${added}`);
  }
  return { text: finish(parts, new Set([...names(fresh), ...listed])), kept, conflicts };
}

/** True when people changed the block since it was written; an emptied block asks to be filled. */
export function isTouched(block: Extract<BlockOnFile, { kind: 'generated' }>): boolean {
  return block.text.trim() !== '' && checksumOf(block.text) !== block.checksum;
}

/** Blocks that the file has never had, by the nearest earlier block that it has (null: before all others). */
function newBlocks(fresh: readonly Block[], isNew: (name: string) => boolean): Map<string | null, string[]> {
  const news = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const block of fresh) {
    if (block.kind === 'written') continue;
    if (isNew(block.name)) news.set(anchor, [...(news.get(anchor) ?? []), write(block)]);
    else anchor = block.name;
  }
  return news;
}

function write(block: Block): string {
  return block.kind === 'written' ? block.text : fenceBlock(block.name, block.text);
}

function names(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'generated' ? [block.name] : []));
}

function finish(parts: readonly string[], blockNames: Iterable<string>): string {
  return `${parts.join('').trimEnd()}\n\n${listBlocks(blockNames)}\n`;
}
