import type { Config } from './config.ts';
import { configSchema, type GivenConfig } from './config-schema.ts';
import { crossCheck } from './cross-check.ts';
import { findPlainSecrets } from './find-plain-secrets.ts';
import { type Complaint, keepRight, unknownKey } from './keep-right.ts';
import { exampleFor, hintForUnknownKey } from './key-hints.ts';
import { isWithin, type KeyPath, toDotted } from './key-path.ts';
import type { Problem } from './problem.ts';
import { isObject, readYaml, type YamlRead } from './read-yaml.ts';
import { type Broken, settleConfig } from './settle-config.ts';

/** What a configuration text says, and everything that is wrong with it; the configuration is usable all the same. */
export interface ConfigParsed {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** True where something that looks like a secret is part of the configuration, which then must not be copied. */
  readonly holds_secrets: boolean;
}

const mostProblems = 200;
/** Finding a place takes time in proportion to the file, so no more than these are looked up. */
const mostPlaced = 1000;

/** Of these the whole is dropped when a part is wrong: a narrower condition must not turn into a wider one. */
const units: readonly KeyPath[] = [
  'safety.redaction.patterns.*',
  'incident_response.severity.rules.*',
  'incident_response.oncall.*.layers.*',
  'incident_response.oncall.*.overrides.*',
  'incident_response.escalation.*.steps.*',
  'incident_response.stakeholders.*',
  'incident_response.notifications.webhook.*',
  'incident_response.notifications.command.*',
  'incident_response.workflows.*',
  'incident_response.playbooks.*',
  'incident_response.verification.checks',
  'incident_response.security.redaction.patterns.*',
].map((key) => key.split('.'));

/** Reads the text of a configuration file; never throws, whatever the text is. `file` is how problems name it. */
export function parseConfig(text: string, file: string): ConfigParsed {
  const yaml = readYaml(text);
  const data = withoutEmptySections(yaml.data);
  const kept = keepRight(data, configSchema, units);
  const mismatches = crossCheck(kept.output ?? {}).map((found) => ({
    ...found,
    path: kept.toGiven(found.path),
    about: 'value' as const,
  }));
  const unwanted = mismatches.filter(({ drops }) => drops).map(({ path }) => path);
  const given: GivenConfig = keepRight(data, configSchema, units, unwanted).output ?? {};
  const plainSecrets = findPlainSecrets(data['incident_response'], ['incident_response']);
  const complaints = firstOfEachPlace([...kept.complaints, ...mismatches, ...plainSecrets]);
  const problems = [
    ...yaml.faults.map((fault): Problem => ({ file, key: '', ...fault })),
    ...complaints.slice(0, mostPlaced).map((complaint) => toProblem(complaint, file, yaml)),
  ];
  const config = settleConfig(given, findBroken(text, yaml, data, kept.complaints));
  return { config, problems: problems.sort(byPlace).slice(0, mostProblems), holds_secrets: plainSecrets.length > 0 };
}

/** What holds where a file was meant to say something and can't be read at all: the defaults, with every door closed. */
export function closedConfig(): Config {
  return settleConfig(
    {},
    { approvals: true, people: true, network_policy: true, checks: true, encrypt_record: true, listen: true },
  );
}

/** An empty section counts as one that is absent. */
function withoutEmptySections(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const filled = (one: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
  return filled(
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key, isObject(value) ? filled(value) : value])),
  );
}

function toProblem({ path, what, about }: Complaint, file: string, yaml: YamlRead): Problem {
  const place = yaml.placeOf(path, about);
  const key = toDotted(path);
  if (what !== unknownKey) return { file, ...place, key, what, expected: exampleFor(path) };
  const { meant, expected } = hintForUnknownKey(path);
  return { file, ...place, key, what: meant === null ? what : `${what}; did you mean ${meant}?`, expected };
}

/** Tells sections that are wrong, or lost in a text that can't be read, from sections that nobody wrote. */
function findBroken(
  text: string,
  yaml: YamlRead,
  data: Record<string, unknown>,
  complaints: readonly Complaint[],
): Broken {
  const isWrong = (...path: KeyPath): boolean =>
    complaints.some((complaint) => isWithin(complaint.path, path) || isWithin(path, complaint.path));
  const ours = isObject(data['incident_response']) ? data['incident_response'] : {};
  const written = text.replaceAll(/^[ \t]*#.*$/gm, '');
  const isLost = (key: string): boolean => yaml.faults.length > 0 && !Object.hasOwn(ours, key) && written.includes(key);
  return {
    approvals: isWrong('incident_response', 'approvals') || isLost('approvals'),
    people: Object.hasOwn(ours, 'people') || isLost('people'),
    network_policy: isWrong('safety', 'network_policy'),
    checks: isWrong('incident_response', 'verification') || isLost('verification'),
    encrypt_record: isWrong('incident_response', 'security', 'encrypt_record') || isLost('encrypt_record'),
    listen: isWrong('incident_response', 'listen') || isLost('listen'),
  };
}

function firstOfEachPlace(complaints: readonly Complaint[]): Complaint[] {
  const seen = new Map<string, Complaint>();
  for (const complaint of complaints) {
    const key = JSON.stringify(complaint.path);
    if (!seen.has(key)) seen.set(key, complaint);
  }
  return [...seen.values()];
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
