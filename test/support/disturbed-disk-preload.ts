import fs from 'node:fs';
import { type Fault, FaultyDisk, type Operation } from './faulty-disk.ts';
import { survivorsOf } from './survivors.ts';

/** What is to happen to a process that this file is loaded into with `node --require`. */
export interface Accident {
  /** Only what changes below this folder is counted. */
  readonly root: string;
  readonly fault: Fault | null;
  /** How the power fails at the kill, or after the answer where there is none; null when it does not. */
  readonly cut: string | null;
  /** Where the operations are written, outside `root`. */
  readonly log: string;
}

/** The operations that a process came to. */
export type OperationLog = readonly Operation[];

const { root, fault, cut, log }: Accident = JSON.parse(process.env['ACCIDENT'] ?? '');

const disk = new FaultyDisk(root, fault, () => {
  end();
  process.kill(process.pid, 'SIGKILL');
});

function end(): void {
  disk.restore();
  if (cut !== null) disk.cutPower(survivorsOf(cut));
  fs.writeFileSync(log, JSON.stringify(disk.operations));
}

disk.install();
process.on('exit', end);
