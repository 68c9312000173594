import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRig, type Ran, type Rig } from '../support/rig.ts';

/** One message as a command channel was given it. */
export interface ToldMessage {
  readonly key: string;
  readonly kind: string;
  readonly to: string;
  readonly audience: string;
}

const clock = fileURLToPath(new URL('../support/shift-clock.cjs', import.meta.url));

/** Runs a command so many minutes after now. */
export function inMinutes(rig: Rig, minutes: number, ...args: readonly string[]): Promise<Ran> {
  return rig.runWith({ node: ['--require', clock], env: { CLOCK_SHIFT: String(minutes * 60) } }, ...args);
}

/** A project with two people on call, whose channel writes down what it is given; or fails, when it is dead. */
export function openTellingRig(more: readonly string[] = [], channel: 'works' | 'dead' = 'works', second = '10m'): Rig {
  const rig = openRig();
  const script = [
    "import fs from 'node:fs';",
    channel === 'dead' ? 'process.exit(1);' : '',
    "const given = fs.readFileSync(0, 'utf8').replaceAll('\\n', ' ');",
    "fs.appendFileSync('told.jsonl', given + '\\n');",
  ];
  rig.write('tell.mjs', script.join('\n'));
  const command = JSON.stringify([process.execPath, path.join(rig.folder, 'tell.mjs')]);
  const config = [
    'incident_response:',
    '  people:',
    '    ana: { name: Ana Lima, phone: "+1 202 555 0101" }',
    '    bo: { name: Bo Chen, phone: "+1 202 555 0102" }',
    '  oncall:',
    '    primary: { rotation: [ana], starts: 2026-01-05 }',
    '    secondary: { rotation: [bo], starts: 2026-01-05 }',
    '  services: { checkout: { oncall: primary } }',
    '  escalation:',
    `    default: { steps: [{ after: 0m, notify: [oncall:primary] }, { after: ${second}, notify: [oncall:secondary] }] }`,
    '  communications: { cadence: { SEV-1: 20m, SEV-2: 30m } }',
    `  notifications: { command: { pager: ${command} } }`,
    ...more,
  ];
  rig.write('.spec/smartspec.config.yaml', `${config.join('\n')}\n`);
  return rig;
}

/** Everything the channel was given so far. */
export function toldIn(rig: Rig): readonly ToldMessage[] {
  if (!fs.existsSync(path.join(rig.folder, 'told.jsonl'))) return [];
  const lines = rig.read('told.jsonl').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

export const stakeholders = '  stakeholders: [{ to: [command:pager], from: SEV-3 }]';
export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
