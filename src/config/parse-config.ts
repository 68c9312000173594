import type { Config } from './config.ts';
import { configSchema, type GivenConfig } from './config-schema.ts';
import { crossCheck } from './cross-check.ts';
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
}

const mostProblems = 200;

/** Of these the whole is dropped when a part is wrong: a narrower condition must not turn into a wider one. */
const units: readonly KeyPath[] = [
  'severity.rules.*',
  'oncall.*.layers.*',
  'oncall.*.overrides.*',
  'escalation.*.steps.*',
  'stakeholders.*',
  'notifications.webhook.*',
  'notifications.command.*',
  'workflows.*',
  'playbooks.*',
  'verification.checks',
  'security.redaction.patterns.*',
].map((key) => ['incident_response', ...key.split('.')]);

/** Reads the text of a configuration file; never throws, whatever the text is. `file` is how problems name it. */
export function parseConfig(text: string, file: string): ConfigParsed {
  const yaml = readYaml(text);
  const { data, strays } = tidy(yaml.data);
  const kept = keepRight(data, configSchema, [...units, ['safety', 'redaction', 'patterns', '*']]);
  const given: GivenConfig = kept.output ?? {};
  const mismatches = crossCheck(given).map((found) => ({
    ...found,
    path: kept.toGiven(found.path),
    about: 'value' as const,
  }));
  const complaints: Complaint[] = [...strays, ...kept.complaints, ...mismatches];
  const problems = [
    ...yaml.faults.map((fault): Problem => ({ file, key: '', ...fault })),
    ...complaints.map((complaint) => toProblem(complaint, file, yaml)),
  ];
  const config = settleConfig(given, findBroken(text, yaml, data, [...strays, ...kept.complaints]));
  return { config, problems: problems.sort(byPlace).slice(0, mostProblems) };
}

/** What holds where a file was meant to say something and can't be read at all: the defaults, with every door closed. */
export function closedConfig(): Config {
  return settleConfig({}, { approvals: true, people: true, network_policy: true, checks: true, encrypt_record: true });
}

/** Empty sections count as absent; keys that would reach into every object are taken out before anything looks at them. */
function tidy(given: Readonly<Record<string, unknown>>): { data: Record<string, unknown>; strays: Complaint[] } {
  const strays: Complaint[] = [];
  const seen = new Set<object>();
  const clean = (value: unknown, path: KeyPath): unknown => {
    if (typeof value !== 'object' || value === null || path.length > 12) return value;
    if (seen.has(value)) return value;
    seen.add(value);
    if (Array.isArray(value)) return value.map((entry: unknown, index) => clean(entry, [...path, index]));
    const isSection =
      path.length === 0 || (path.length === 1 && ['safety', 'incident_response'].includes(String(path[0])));
    const entries = Object.entries(value).filter(([key, entry]) => {
      if (key !== '__proto__') return !isSection || entry !== null;
      if (path[0] === 'incident_response') strays.push({ path: [...path, key], what: unknownKey, about: 'key' });
      return false;
    });
    return Object.fromEntries(entries.map(([key, entry]) => [key, clean(entry, [...path, key])]));
  };
  const data = clean(given, []);
  return { data: isObject(data) ? data : {}, strays };
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
  };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
