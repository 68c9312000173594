import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { incidentsIn } from './file-place.ts';
import { checkout } from './payloads.ts';
import { program } from './rig.ts';
import { type Ended, runCommand } from './store-process.ts';

/** One command of the built program that is to survive every accident, and what comes before it. */
export interface Undertaking {
  readonly name: string;
  readonly prepare: readonly (readonly string[])[];
  readonly command: readonly string[];
  /** How it ends when it is given once more after it was recorded: an alert counts again, a decision is refused. */
  readonly onceMore: { readonly code: number; readonly outcome: string };
}

const earlier = [
  ['declare', 'logins fail', '--severity', 'SEV-4'],
  ['ack'],
  ['verify', '--attest', 'logins work'],
  ['resolve'],
  ['close'],
];
const alert = ['--alert-payload', checkout({ severity: 'SEV-3' })];
const healthy = [['ack'], ['verify', '--attest', 'latency is back under its objective']];

const counted = { code: 0, outcome: 'deduplicated' };

/** Recording alerts, resolving and closing. */
export const undertakings = {
  first: { name: 'the first alert of a project', prepare: [], command: alert, onceMore: counted },
  begin: { name: 'an alert about something new', prepare: earlier, command: alert, onceMore: counted },
  repeat: { name: 'a repeated alert', prepare: [...earlier, alert], command: alert, onceMore: counted },
  resolve: {
    name: 'resolving',
    prepare: [...earlier, alert, ...healthy],
    command: ['resolve'],
    onceMore: { code: 4, outcome: 'refused' },
  },
  close: {
    name: 'closing',
    prepare: [...earlier, alert, ...healthy, ['resolve']],
    command: ['close'],
    onceMore: { code: 2, outcome: 'failed' },
  },
} as const satisfies Readonly<Record<string, Undertaking>>;

/** An undertaking with everything before it done once, and what it leaves on record when nothing disturbs it. */
export interface Prepared {
  readonly undertaking: Undertaking;
  /** A project of its own in which the command is next. */
  readonly fresh: () => string;
  /** Decisions of the incident about the alert: before, and after the command. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly incidents: number;
}

/** Runs the built program with `--json`; `node` are flags of Node itself. */
export function runBuilt(project: string, args: readonly string[], node: readonly string[] = []): Promise<Ended> {
  return runCommand(process.execPath, [...node, program, ...args, '--json'], { cwd: project });
}

/** Does once what comes before the command; every project that is lent out lies in `folder`. */
export async function prepare(folder: string, undertaking: Undertaking): Promise<Prepared> {
  let lent = 0;
  const model = path.join(folder, `${undertaking.name} before`);
  const fresh = (): string => {
    lent += 1;
    const project = path.join(folder, `${undertaking.name} ${lent}`);
    // Names of one file have to stay names of one file.
    execFileSync('cp', ['-a', model, project]);
    return project;
  };
  fs.mkdirSync(model);
  for (const args of undertaking.prepare) expect(await runBuilt(model, args)).toMatchObject({ code: 0 });
  const undisturbed = fresh();
  expect(await runBuilt(undisturbed, undertaking.command)).toMatchObject({ code: 0 });
  const before = decisionsIn(model);
  return {
    undertaking,
    fresh,
    before,
    after: decisionsIn(undisturbed),
    incidents: undertaking.prepare.length === 0 ? 1 : 2,
  };
}

/** The decisions of the one incident that an alert began, each as the types of its events; none while there is none. */
function decisionsIn(project: string): readonly string[] {
  const folder = incidentsIn(project);
  const ids = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.startsWith('INC-')) : [];
  const found = ids.map((id) => {
    const names = fs.readdirSync(path.join(folder, id)).filter((name) => name.startsWith('journal-'));
    return names.toSorted().map((name) => {
      const { events } = JSON.parse(fs.readFileSync(path.join(folder, id, name), 'utf8'));
      return events.map(({ type }: { readonly type: string }) => type).join(' + ');
    });
  });
  const begun = found.filter(([first]) => first?.includes('alert.received'));
  expect(begun.length, 'one problem is one incident').toBeLessThanOrEqual(1);
  return begun[0] ?? [];
}

/**
 * What must be true after the command met an accident, whatever it was: the record verifies, whole decisions of it are
 * there and all of them where it said so, and the same command given once more simply works.
 */
export async function expectUnharmed(project: string, prepared: Prepared, ended: Ended): Promise<void> {
  const { undertaking, before, after, incidents } = prepared;
  expect(await runBuilt(project, ['audit', 'verify', '--all']), 'verify after it').toMatchObject({ code: 0 });
  const kept = decisionsIn(project);
  expect(kept, 'only whole decisions').toEqual(after.slice(0, kept.length));
  expect(kept.length, 'nothing of before is gone').toBeGreaterThanOrEqual(before.length);
  if (ended.code === 0 || ended.code === 3) expect(kept, 'what was acknowledged').toEqual(after);
  const again = await runBuilt(project, undertaking.command);
  expect(again, 'the same command once more').toMatchObject(
    kept.length < after.length
      ? { code: 0, answer: { warnings: expect.not.arrayContaining([expect.stringContaining('.spec')]) } }
      : { code: undertaking.onceMore.code, answer: { outcome: undertaking.onceMore.outcome } },
  );
  const now = decisionsIn(project);
  // What was kept before the kill, if only as a name of its first entry, is found again and counts on its own.
  const repeats = again.answer?.outcome === counted.outcome;
  expect(now.slice(0, after.length), 'now all of it').toEqual(after);
  expect(now.length).toBeLessThanOrEqual(after.length + (repeats ? 1 : 0));
  expect(now.length).toBeGreaterThanOrEqual(Math.max(after.length, kept.length + (repeats ? 1 : 0)));
  const folders = fs.readdirSync(incidentsIn(project)).filter((name) => name.startsWith('INC-'));
  expect(folders, 'one problem is one incident').toHaveLength(incidents);
}

/** And what follows from that: lists agree, and the record still verifies. */
export async function expectWholeAgain(project: string, { incidents }: Prepared): Promise<void> {
  const listed = await runBuilt(project, ['list', '--all']);
  expect(listed.answer).toMatchObject({ incidents: Array.from({ length: incidents }, () => expect.anything()) });
  expect(await runBuilt(project, ['audit', 'verify', '--all'])).toMatchObject({ code: 0 });
  expect(await runBuilt(project, ['audit', 'rebuild', '--all'])).toMatchObject({ code: 0 });
  const end = await runBuilt(project, ['audit', 'verify', '--all']);
  expect(end).toMatchObject({ code: 0, answer: { behind: 0 } });
  for (const examination of end.answer?.examinations ?? []) expect(examination.unknown).toEqual([]);
}

const outcomes: Readonly<Record<string, string>> = { EIO: 'input-output-error', ENOSPC: 'disk-full' };

/** An error of the disk is a named outcome: refused with its reason, or kept with a warning; never a bug. */
export function expectNamedOutcome(ended: Ended, errno: 'EIO' | 'ENOSPC'): void {
  expect(ended.stderr).not.toMatch(/\n {4}at |this is a bug/);
  expect([0, 1, 3]).toContain(ended.code);
  if (ended.code === 1) expect(ended.answer?.error).toMatchObject({ reason: outcomes[errno] });
  else expect(ended.answer?.error ?? null).toBeNull();
}
