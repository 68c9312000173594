import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec } from './command-spec.ts';
import { commands } from './commands.ts';
import { completionText } from './completion-text.ts';
import { findSwallowedFlag } from './find-swallowed-flag.ts';
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
  if (completing && !asksForHelp(argv)) return completeFor(program, argv);
  refuseSwallowedFlag(argv);
  try {
    // `help ack` is what many type for `ack --help`.
    const words = argv[0] === 'help' ? [...argv.slice(1), '--help'] : [...argv];
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.help')
      return { kind: 'help', text: help.join('') };
    throw toWrongUsage(error, argv);
  }
  return parsed ?? { kind: 'help', text: program.helpInformation() };
}

function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Answers a shell: `completion <shell>` with its script, `complete -- …` with the words that fit. */
async function completeFor(program: Command, argv: readonly string[]): Promise<Parsed> {
  if (argv[0] === 'completion') {
    const shell = argv.slice(1).find((word) => !word.startsWith('-'));
    if (shell === undefined)
      throw new WrongUsage('missing-argument', 'For which shell?', `incident completion ${shells.join('|')}`);
    readOneOf(shell, shells, 'completion');
  }
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
    .configureHelp({
      sortSubcommands: false,
      showGlobalOptions: false,
      subcommandTerm: (command) => `${command.name()} ${usages.get(command) ?? ''}`.trim(),
    })
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
    command.addHelpText('after', `${examplesText(spec.examples)}\n${globalFlagsText}\n`);
    for (const [flags, meaning, repeatable] of spec.options ?? []) addOption(command, flags, meaning, repeatable);
  }
  const completion = program
    .command('completion <shell>')
    .description(`the script that lets a shell complete commands: ${shells.join(', ')}`)
    .helpGroup('Set-up:')
    .usage('<shell>')
    .addHelpText('after', examplesText(['source <(incident completion bash)']));
  usages.set(completion, '<shell>');
  return program;
}

/** What stands behind a command's name in help. */
const usages = new WeakMap<Command, string>();

const globalFlagsText = 'Every command also takes --as, --happened-at, --json and others: incident --help';

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
    .helpCommand(false)
    .usage(`${spec.usage ?? spec.takes} [options]`.trim())
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
  usages.set(command, spec.usage ?? spec.takes);
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
    .helpCommand(false)
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

function toWrongUsage(error: CommanderError, argv: readonly string[]): WrongUsage {
  const message = error.message.replace(/^error: /, '');
  const reason = error.code.replace('commander.', '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new WrongUsage(
    reason,
    `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}.`.replaceAll('..', '.'),
    hintFor(argv),
  );
}

function refuseSwallowedFlag(argv: readonly string[]): void {
  const found = findSwallowedFlag(argv, commandNamed(argv)?.options ?? []);
  if (found === null) return;
  const { flag, swallowed } = found;
  throw new WrongUsage('missing-value', `${flag} needs a value, and ${swallowed} stands in its place.`, hintFor(argv));
}

function commandNamed(argv: readonly string[]): CommandSpec | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  return (
    commands.find(({ name }) => name === words.slice(0, 2).join(' ')) ?? commands.find(({ name }) => name === words[0])
  );
}

/** Where to read on: the help of the command that was typed, as far as there is one. */
function hintFor(argv: readonly string[]): string {
  const words = argv.filter((word) => !word.startsWith('-'));
  const named = commandNamed(argv);
  if (named !== undefined) return `incident ${named.name} --help shows what it takes, with examples.`;
  const [group] = words;
  if (group !== undefined && membersOf(group).length > 0) return `incident ${group} ${membersOf(group).join('|')}`;
  if (argv.includes('--mode')) return '--mode goes with the incident that is meant: --incident-id <id>';
  return 'incident --help lists everything with examples.';
}

/** The known command closest to what was typed. */
function suggestion(word: string): string {
  const known = [...new Set(commands.map(firstWordOf))];
  const close = known.filter((name) => name.startsWith(word.slice(0, 2)) && word.length >= 2);
  return close.length === 0 ? '' : ` (did you mean ${close.slice(0, 3).join(' or ')}?)`;
}
