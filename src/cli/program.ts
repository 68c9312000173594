import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec } from './command-spec.ts';
import { commands } from './commands.ts';
import { completionText } from './completion-text.ts';
import { globalOptions, mainJobOptions } from './global-options.ts';
import type { Input } from './input.ts';
import { loadMainJob, type Parsed } from './main-jobs.ts';
import { readOneOf } from './read-one-of.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Reads the command line; what does not fit is thrown as `WrongUsage`. */
export async function parseArguments(argv: readonly string[]): Promise<Parsed> {
  let parsed: Parsed | null = null;
  const help: string[] = [];
  const take = (next: Parsed): void => {
    parsed = next;
  };
  const completing = argv[0] === 'complete' || argv[0] === 'completion';
  // Only what is asked about needs its flags: making those of all commands takes longer than printing the help.
  const isAsked = (spec: CommandSpec): boolean => completing || argv.includes(firstWordOf(spec));
  const program = buildProgram(take, (text) => help.push(text), isAsked);
  if (completing) return completeFor(program, argv);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.help')
      return { kind: 'help', text: help.join('') };
    throw toWrongUsage(error);
  }
  return parsed ?? { kind: 'help', text: program.helpInformation() };
}

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Answers a shell: `completion <shell>` with its script, `complete -- …` with the words that fit. */
async function completeFor(program: Command, argv: readonly string[]): Promise<Parsed> {
  if (argv[0] === 'completion') readOneOf(argv[1] ?? '', shells, 'completion');
  // The library brings a command of this name; ours is there for help.
  const own = program.commands.filter((command) => command.name() !== 'completion');
  Object.assign(program, { commands: own });
  return { kind: 'help', text: await completionText(program, argv) };
}

function buildProgram(
  take: (parsed: Parsed) => void,
  print: (text: string) => void,
  isAsked: (spec: CommandSpec) => boolean,
): Command {
  const program = new Command('incident')
    .description('Carries a production incident from the first alert to a finished, blameless post-mortem.')
    .usage('--alert-payload <json>|@file|-\n       incident [command] [id] [options]')
    .exitOverride()
    // One width wherever it is read: the build keeps the text that `--help` prints.
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHelpWidth: () => 80 })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .helpCommand(false)
    .argument('[command]')
    .addHelpText('after', examplesText(mainJobExamples));
  for (const [flags, meaning, repeatable] of [...mainJobOptions, ...globalOptions])
    addOption(program, flags, meaning, repeatable);
  program.action((word: string | undefined, options: Input['options']) => {
    if (word !== undefined) {
      throw new CommanderError(2, 'commander.unknownCommand', `unknown command '${word}'${suggestion(word)}`);
    }
    const job = loadMainJob(options);
    if (job === null) throw new CommanderError(2, 'commander.nothingAsked', 'nothing was asked for');
    take({ kind: 'command', name: job.name, input: { args: [], options }, load: job.load });
  });
  const groups = new Map<string, Command>();
  for (const spec of commands) {
    const command = addCommand(program, groups, spec, take);
    if (!isAsked(spec)) continue;
    command.addHelpText('after', examplesText(spec.examples));
    for (const [flags, meaning, repeatable] of spec.options ?? []) addOption(command, flags, meaning, repeatable);
  }
  program
    .command('completion <shell>')
    .description(`the script that lets a shell complete commands: ${shells.join(', ')}`)
    .helpGroup('Set-up:');
  return program;
}

const mainJobExamples = [
  'incident --alert-payload @alert.json',
  'incident --manual-incident "checkout is slow" --severity SEV-2',
  'incident --incident-id INC-20261123-7KQ2MX --mode postmortem --json',
];

function addCommand(
  program: Command,
  groups: Map<string, Command>,
  spec: CommandSpec,
  take: (parsed: Parsed) => void,
): Command {
  const [first = '', second] = spec.name.split(' ');
  const parent = second === undefined ? program : (groups.get(first) ?? addGroup(program, groups, first, spec));
  const command = parent
    .command(`${second ?? first} ${spec.takes}`.trim())
    .description([spec.summary, ...membersOf(spec.name)].join(' · '))
    .helpGroup(`${spec.heading}:`)
    .action((...given: unknown[]) => {
      const self = given.at(-1);
      if (!(self instanceof Command)) throw new Error('commander changed how it calls actions');
      take({
        kind: 'command',
        name: spec.name,
        input: { args: self.args, options: self.optsWithGlobals() },
        load: spec.load,
      });
    });
  // `silence` is a command itself and opens a group as well.
  if (second === undefined) groups.set(first, command);
  return command;
}

/** A word that only opens a group, such as `action` of `action add`. */
function addGroup(program: Command, groups: Map<string, Command>, name: string, { heading }: CommandSpec): Command {
  const members = membersOf(name);
  const group = program
    .command(name)
    .description(members.join(' · '))
    .helpGroup(`${heading}:`)
    .usage(`${members.join('|')} [id] [options]`);
  groups.set(name, group);
  return group;
}

function membersOf(name: string): readonly string[] {
  const opening = `${name} `;
  return commands.filter((spec) => spec.name.startsWith(opening)).map((spec) => spec.name.slice(opening.length));
}

function firstWordOf(spec: CommandSpec): string {
  return spec.name.split(' ')[0] ?? '';
}

function addOption(command: Command, flags: string, meaning: string, repeatable: string | undefined): void {
  const option = new Option(flags, repeatable === undefined ? meaning : `${meaning}; may be repeated`);
  if (repeatable !== undefined || flags.startsWith('--alert-payload')) {
    option.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  }
  command.addOption(option);
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}\n`;
}

function toWrongUsage(error: CommanderError): WrongUsage {
  const message = error.message.replace(/^error: /, '');
  const reason = error.code.replace('commander.', '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new WrongUsage(
    reason,
    `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}.`.replaceAll('..', '.'),
    'incident --help lists everything with examples.',
  );
}

/** The known command closest to what was typed. */
function suggestion(word: string): string {
  const known = [...new Set(commands.map(firstWordOf))];
  const close = known.filter((name) => name.startsWith(word.slice(0, 2)) && word.length >= 2);
  return close.length === 0 ? '' : ` (did you mean ${close.slice(0, 3).join(' or ')}?)`;
}
