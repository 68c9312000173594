import { type AcceptedFinding, readBaseline } from '../report/blame/baseline.ts';
import type { House } from './house.ts';
import { type Input, textOf } from './input.ts';
import { WrongUsage } from './wrong-usage.ts';

/** The findings that `--baseline <file>` accepts; none where the flag is not given. */
export async function readBaselineFile(input: Input, house: House): Promise<readonly AcceptedFinding[]> {
  const path = textOf(input, 'baseline')?.replace(/^@/, '') ?? null;
  if (path === null) return [];
  const file = await house.readFile(path);
  if (!file.ok) throw new WrongUsage(file.reason, `The baseline ${path} cannot be read: ${file.message}`, howToWrite);
  const read = readBaseline(file.bytes.toString('utf8'));
  if (!read.ok)
    throw new WrongUsage('baseline-broken', `The baseline ${path} cannot be used: ${read.message}.`, howToWrite);
  return read.accepted;
}

const howToWrite =
  'Write one with: incident post-mortem lint @docs/post-mortem.md --write-baseline --because "quoted from a letter" > baseline.json';
