import fs from 'node:fs';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { readIfThere } from './durable-file.ts';
import { garbled, parseLine } from './incident-index.ts';
import type { Kinship } from './incident-store.ts';
import { type Ground, indexPath } from './record-paths.ts';

/** So much of the index is looked through, from its end: about the latest thousand closings. */
const looked = 1024 * 1024;

/**
 * Closed incidents with the same alert or the same service among the latest to be closed, the same alert first.
 *
 * Only the end of the index is read, and only lines that hold the words are parsed, so an alert costs the same after a
 * hundred thousand incidents as after a hundred.
 */
export function findPast(ground: Ground, { fingerprint, service }: Kinship, most: number): readonly IncidentSummary[] {
  const end = readEnd(indexPath(ground));
  if (end === null) return [];
  const same = new Map<string, IncidentSummary>();
  const near = new Map<string, IncidentSummary>();
  const seen = new Set<string>();
  if (ground.protection?.vault != null) return findSealed(ground, end, { fingerprint, service }, most);
  const words = [fingerprint, service].flatMap((word) => (word === null ? [] : [Buffer.from(JSON.stringify(word))]));
  const places = words.map((word) => end.lastIndexOf(word));
  while (places.some((place) => place >= 0)) {
    const place = Math.max(...places);
    const start = end.lastIndexOf(10, place) + 1;
    const stop = end.indexOf(10, place);
    const line = parseLine(ground, end.toString('utf8', start, stop === -1 ? end.length : stop));
    if (line !== garbled && !seen.has(line.id)) {
      seen.add(line.id);
      const { head: _head, ...summary } = line;
      if (fingerprint !== null && line.fingerprints.includes(fingerprint)) same.set(line.id, summary);
      else if (service !== null && line.service === service && near.size < most) near.set(line.id, summary);
      if (same.size >= most) break;
    }
    for (const [index, word] of words.entries()) {
      if ((places[index] ?? -1) >= start) places[index] = start < 1 ? -1 : end.lastIndexOf(word, start - 1);
    }
    if (near.size >= most) for (const index of words.keys()) if (fingerprint === null || index > 0) places[index] = -1;
  }
  return [...same.values(), ...near.values()].slice(0, most);
}

/** Sealed lines hold no words to look for, so each of them is opened, from the last to the first. */
function findSealed(
  ground: Ground,
  end: Buffer,
  { fingerprint, service }: Kinship,
  most: number,
): readonly IncidentSummary[] {
  const same: IncidentSummary[] = [];
  const near: IncidentSummary[] = [];
  const seen = new Set<string>();
  for (const text of end.toString('utf8').split('\n').reverse()) {
    if (text === '' || same.length >= most) continue;
    const line = parseLine(ground, text);
    if (line === garbled || seen.has(line.id)) continue;
    seen.add(line.id);
    const { head: _head, ...summary } = line;
    if (fingerprint !== null && line.fingerprints.includes(fingerprint)) same.push(summary);
    else if (service !== null && line.service === service && near.length < most) near.push(summary);
  }
  return [...same, ...near].slice(0, most);
}

function readEnd(file: string): Buffer | null {
  return readIfThere(file, (fd) => {
    const { size } = fs.fstatSync(fd);
    const bytes = Buffer.allocUnsafe(Math.min(size, looked));
    const length = fs.readSync(fd, bytes, 0, bytes.length, size - bytes.length);
    const read = bytes.subarray(0, length);
    // What was cut in the middle is no line.
    return size > looked ? read.subarray(read.indexOf(10) + 1) : read;
  });
}
