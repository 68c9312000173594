import fs from 'node:fs';
import path from 'node:path';
import type { Accident, OperationLog } from './disturbed-disk-preload.ts';
import type { Fault } from './faulty-disk.ts';
import type { Prepared } from './program-accidents.ts';
import { program } from './rig.ts';
import { bundleFor, type Ended, runCommand } from './store-process.ts';

/** How the program ended on a disturbed disk, and what it had asked of the disk until then. */
export interface Disturbed {
  readonly project: string;
  readonly ended: Ended;
  readonly operations: OperationLog;
}

/** Runs the command of an undertaking in a project of its own with this fault, and with the power cut at its end. */
export type Disturb = (prepared: Prepared, fault: Fault | null, cut?: string | null) => Promise<Disturbed>;

/** Makes ready what disturbs the program; its files lie in `folder`. */
export function openDisturber(folder: string): Disturb {
  const preload = bundleFor(folder, 'support/disturbed-disk-preload.ts');
  let runs = 0;
  return async ({ fresh, undertaking }, fault, cut = null) => {
    runs += 1;
    const project = fs.realpathSync(fresh());
    const log = path.join(folder, `operations-${runs}.json`);
    const accident: Accident = { root: project, fault, cut, log };
    const ended = await runCommand(
      process.execPath,
      ['--require', preload, program, ...undertaking.command, '--json'],
      { cwd: project, env: { ACCIDENT: JSON.stringify(accident) } },
    );
    const operations: OperationLog = JSON.parse(fs.readFileSync(log, 'utf8'));
    fs.rmSync(log);
    return { project, ended, operations };
  };
}

/** One operation in words that are the same in every project. */
export function nameOf({ name, path: place }: OperationLog[number], project: string): string {
  return `${name} ${path
    .relative(project, place)
    .replace(/tmp\/.*/, 'tmp/…')
    .replace(/INC-\d{8}-\w{6}/, 'INC')
    .replace(/claim-\w+/, 'claim')}`;
}
