import { type Answer, exitCodes, type Pour } from './answer.ts';
import { explainError } from './explain-error.ts';
import { findBadFlag } from './find-bad-flag.ts';
import type { House } from './house.ts';
import { isSet, textOf } from './input.ts';
import type { Parsed } from './main-jobs.ts';
import { type Colours, makePrintable, noColours, type Printing, printAnswer, toJson } from './print-answer.ts';
import { redactError } from './redact-error.ts';
import type { SharingWatch } from './sharing-house.ts';
import { WrongUsage } from './wrong-usage.ts';

/** The process as the program sees it: handed in by `main.ts`, the only reader of it. */
export interface Outside {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly programFolder: string;
  readonly version: string;
  /** The effective user id; null where the system knows none. */
  readonly uid: number | null;
  readonly osUser: () => string;
  /** Names this run in its answer. */
  readonly newRunId: () => string;
  readonly interactive: boolean;
  /** True where a person sits at both ends: something may be asked. */
  readonly mayAsk: () => boolean;
  /** Aborted when a person presses Ctrl-C, or the system asks the program to end. */
  readonly interrupted: () => AbortSignal;
  readonly readStandardInput: () => Promise<Buffer>;
  /** Standard input as it arrives; ends at once when none is connected. */
  readonly streamStandardInput: () => AsyncIterable<Buffer>;
  /** Does something during which new files are for their owner alone. */
  readonly privately: (work: () => void) => void;
  readonly now: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Builds everything that commands use, and the copy of the answer that `--out` asks for. */
export type BuildHouse = (outside: Outside, options: Readonly<Record<string, unknown>>) => Promise<Built>;

export interface Built {
  readonly house: Omit<House, 'say'>;
  /** What is wrong with the configuration, in words. */
  readonly configProblems: readonly string[];
  /** What the configuration would switch off and stays on, in words. */
  readonly configNotes: readonly string[];
  /** Null when `--out` may be written to, else why not. */
  readonly refuseOut: (folder: string) => string | null;
  readonly copyAnswer: (folder: string, json: string) => string | null;
  /** Null where records are files of one machine. */
  readonly sharing: SharingWatch | null;
}

/** Runs one command line to its exit code. */
export async function run(outside: Outside, buildHouse: BuildHouse): Promise<number> {
  const { argv, version } = outside;
  const json = argv.includes('--json');
  // A change has a version of its own.
  if (argv.includes('--version') && argv[0] !== 'change') {
    outside.out(
      json
        ? `${JSON.stringify({ workflow: 'smartspec_incident_response', version, outcome: 'version', exit_code: 0, error: null })}\n`
        : `${version}\n`,
    );
    return exitCodes.done;
  }
  let parsed: Parsed;
  try {
    parsed = await parse(argv);
  } catch (error) {
    const how = { json, quiet: false, runId: outside.newRunId(), colours: await findColours(outside) };
    const refused = await redactError(await answerWrongLine(error, outside, buildHouse));
    tell(outside, [refused], how);
    return refused.exit_code;
  }
  if (parsed.kind === 'help') {
    outside.out(
      json
        ? `${JSON.stringify({ workflow: 'smartspec_incident_response', version, outcome: 'help', exit_code: 0, help: parsed.text, error: null })}\n`
        : parsed.text,
    );
    return exitCodes.done;
  }
  return perform(outside, parsed, buildHouse, json);
}

/** A command line that cannot be read may still hold an alert, which must not be lost over a typing error beside it. */
async function answerWrongLine(error: unknown, outside: Outside, buildHouse: BuildHouse): Promise<Answer> {
  const { findPayload, rescuePayload } = await import('./rescue-payload.ts');
  const payload = findPayload(outside.argv);
  if (payload === null || !(error instanceof WrongUsage)) return explainError(error, 'wrong-usage');
  try {
    return await rescuePayload(payload, error, (await buildHouse(outside, {})).house);
  } catch (trouble) {
    return explainError(trouble, 'failed');
  }
}

/** An ordinary command line is read at once; help, and whatever is wrong, by the full parser. */
async function parse(argv: readonly string[]): Promise<Parsed> {
  const { parsePlain } = await import('./parse-plain.ts');
  return (await parsePlain(argv)) ?? (await import('./program.ts')).parseArguments(argv);
}

async function perform(
  outside: Outside,
  parsed: Extract<Parsed, { kind: 'command' }>,
  buildHouse: BuildHouse,
  json: boolean,
): Promise<number> {
  const { input, name } = parsed;
  const quiet = isSet(input, 'quiet');
  const isMainJob = name === 'receive';
  const runId = outside.newRunId();
  const how = { json, quiet, runId, colours: await findColours(outside) };
  let result: Answer;
  let begun = false;
  let close = (): Promise<void> => Promise.resolve();
  try {
    const built = await buildHouse(outside, input.options);
    const out = textOf(input, 'out');
    const badFlag = findBadFlag(input, built.refuseOut);
    // An alert is taken whatever else is wrong with the call; everything else waits until the call is right.
    if (badFlag !== null && !isMainJob) throw new WrongUsage(badFlag.reason, badFlag.message, badFlag.hint);
    const action = await parsed.load();
    const { sharing } = built;
    const strangers =
      input.options['as'] === undefined ? [] : (await import('./find-stranger.ts')).findStranger(input, built.house);
    const share = sharing === null ? null : (await import('./with-sharing.ts')).withSharing;
    const finish = (given: Answer): Answer => {
      const shared = share === null || sharing === null ? given : share(given, sharing.state());
      const noted = withNotes(shared, [...strangers, ...built.configNotes.map((note) => `configuration: ${note}`)]);
      return withConfigProblems(noted, built.configProblems, isMainJob);
    };
    const say = (...given: readonly Answer[]): void => {
      tell(outside, given.map(finish), how);
    };
    const pour = async (given: Answer): Promise<Answer> => {
      if (given.pour === null) return given;
      const whole = out === null ? given : await gather(given, given.pour);
      begun = json && out === null;
      if (begun || !json) await given.pour(outside.out, json);
      return whole;
    };
    let closing: Promise<void> | null = null;
    close = () => {
      closing ??= sharing?.finish() ?? Promise.resolve();
      return closing;
    };
    const answered = await pour(await action(input, { ...built.house, say }));
    if (answered.afterwards === undefined) await close();
    result = finish(answered);
    if (badFlag !== null) result = { ...result, exit_code: exitCodes.wrongUsage, error: badFlag };
    else if (out !== null) result = copyOut(result, built, out, outside.version, runId);
  } catch (error) {
    await close().catch(() => {});
    result = await redactError(explainError(error, 'failed'));
  }
  if (!result.said) tell(outside, [result], { ...how, begun });
  if (result.afterwards !== undefined) await workAfterwards(result.afterwards).finally(close);
  return result.exit_code;
}

async function workAfterwards(work: () => Promise<void>): Promise<void> {
  // The answer is given; what fails now was a courtesy.
  await work().catch(() => {});
}

/** Holds what would be poured, for the copy of the answer that `--out` asks for. */
async function gather(given: Answer, pour: Pour): Promise<Answer> {
  const parts: string[] = [];
  await pour((text) => parts.push(text), true);
  return { ...given, more: { ...given.more, ...JSON.parse(`${parts.join('')}}`) } };
}

/** In the main job a broken configuration costs a warning and exit 3; elsewhere it is an error to mend first. */
function withConfigProblems(result: Answer, problems: readonly string[], isMainJob: boolean): Answer {
  if (problems.length === 0) return result;
  const warnings = [...result.warnings, ...problems.map((problem) => `configuration: ${problem}`)];
  if (result.exit_code !== exitCodes.done) return { ...result, warnings };
  const error = isMainJob
    ? {
        reason: 'config-unreadable',
        message: `Recorded, but the configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}; safe defaults were used.`,
        hint: problems[0] ?? '',
      }
    : null;
  return { ...result, warnings, error, exit_code: isMainJob ? exitCodes.degraded : result.exit_code };
}

/** What has to be known and is no error: who is not known, and what stays on although the configuration says otherwise. */
function withNotes(result: Answer, notes: readonly string[]): Answer {
  return notes.length === 0 ? result : { ...result, warnings: [...result.warnings, ...notes] };
}

function copyOut(result: Answer, built: Built, out: string, version: string, runId: string): Answer {
  const path = built.copyAnswer(out, `${JSON.stringify(toJson(result, { version, runId }), null, 2)}\n`);
  return path === null ? result : { ...result, files: { ...result.files, answer: path } };
}

/** How answers of this call are told. */
type Telling = Pick<Printing, 'json' | 'quiet' | 'runId' | 'colours' | 'begun'>;

/** Colours only where a person looks at a terminal and has not asked for none. */
async function findColours({ interactive, env, argv }: Outside): Promise<Colours> {
  if (!interactive || env['NO_COLOR'] || argv.includes('ci')) return noColours;
  return (await import('picocolors')).default.createColors(true);
}

/** Prints answers, many with one write: waking up whoever reads them costs more than putting them together. */
function tell(outside: Outside, results: readonly Answer[], how: Telling): void {
  const printed = results.map((result) =>
    printAnswer(how.json ? result : makePrintable(result), { ...how, version: outside.version }),
  );
  outside.out(printed.map(({ out }) => out).join(''));
  outside.err(printed.map(({ err }) => err).join(''));
}
