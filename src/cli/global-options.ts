/** The flags of the main job. */
export const mainJobOptions: readonly (readonly [flags: string, meaning: string, repeatable?: 'repeatable'])[] = [
  ['--alert-payload <json>', 'the alert: JSON text, @file, or - for standard input'],
  ['--manual-incident [title]', 'declare an incident without an alert'],
  ['--severity <SEV-n>', 'SEV-1 (worst) to SEV-4'],
  ['--incident-id <id>', 'go on with an incident'],
  ['--mode <mode>', 'triage, investigate, mitigation, resolution or postmortem'],
  ['--explain', 'say how the alert was read and why this severity'],
];

/** The flags that every command takes, before or after its name. */
export const globalOptions: readonly (readonly [flags: string, meaning: string, repeatable?: 'repeatable'])[] = [
  ['--as <person>', 'who does this: a key of people in the configuration, or a name'],
  ['--happened-at <time>', 'when it happened, if not now: a time, or how long ago, e.g. 20m (both times are kept)'],
  ['--apply', 'do what has an effect outside the reports, instead of previewing it'],
  ['--json', 'one JSON object on standard output'],
  ['--out <folder>', 'also put a copy of the answer there'],
  ['--config <path>', 'instead of .spec/smartspec.config.yaml'],
  ['--lang <lang>', 'en or th'],
  ['--platform <platform>', 'cli, kilo, ci or other'],
  ['--allow-network', 'let the program use the network this once'],
  ['--quiet', 'only the answer'],
  ['--verbose', 'also what happens on the way, on standard error'],
  ['--version', 'the version'],
];
