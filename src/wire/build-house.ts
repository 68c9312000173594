import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { customAlphabet } from 'nanoid';
import { readSeverityWord } from '../alerts/severity-words.ts';
import type { FileRead, House } from '../cli/house.ts';
import type { BuildHouse, Built, Outside } from '../cli/run.ts';
import { callerIdentity } from '../config/caller-identity.ts';
import type { Config } from '../config/config.ts';
import { defaultConfig } from '../config/default-config.ts';
import { findProjectRoot } from '../config/find-config.ts';
import { explainProblem } from '../config/problem.ts';
import { readConfig } from '../config/read-config.ts';
import { loadTemplate } from '../config/template-loader.ts';
import { foldUnset } from '../config/unset-secrets.ts';
import { writeFirstConfig } from '../config/write-first-config.ts';
import { namesOfService } from '../incident/service-names.ts';
import type { Log } from '../log.ts';
import type { Doors } from '../road/doors.ts';
import type { Sanitising } from '../road/sanitise-events.ts';
import { sanitiseText } from '../sanitise/sanitise-text.ts';
import type { FileStoreOptions } from '../store/ground.ts';
import { logWrites } from '../store/logged-store.ts';
import { mayHoldCopy, readReport, writeOutCopy, writeReport } from '../store/report-folder.ts';
import { guardLater } from './guard-later.ts';
import { mendLater } from './mend-later.ts';
import { openGuard } from './open-guard.ts';
import { openStores } from './open-stores.ts';
import type { Stores } from './opened-stores.ts';
import { receiveLater } from './receive-later.ts';
import { tellLater } from './tell-later.ts';

/** Letters and digits that cannot be mistaken for one another. */
const readable = customAlphabet('23456789ABCDEFGHJKMNPQRSTVWXYZ', 6);

/** Builds the house for one call: the only place that names concrete stores, channels and runners. */
export const buildHouse: BuildHouse = async (outside, options) => {
  const projectRoot = findProjectRoot(outside.cwd());
  const reading = await readConfig({
    path: typeof options['config'] === 'string' ? options['config'] : null,
    cwd: outside.cwd(),
    env: outside.env,
    // A rehearsal writes nothing at all.
    cache: { version: outside.version, uid: outside.uid, mayWrite: !outside.argv.includes('simulate') },
  });
  const { config } = reading;
  const guard = await openGuard(config, outside);
  const files = {
    projectRoot,
    version: outside.version,
    random: () => randomBytes(9).toString('hex'),
    uid: outside.uid,
    ...(guard === null ? {} : { protection: guard.protection }),
  };
  const stores = await openStores(config, outside, files);
  const house = await furnish({ ...outside, now: stores.now }, options, config, files, stores);
  const allowed = config.safety.allow_writes_only_under;
  return {
    house,
    sharing: stores.sharing,
    configProblems: [
      ...reading.problems.map(explainProblem),
      ...foldUnset(reading.warnings),
      ...(guard?.problems ?? []),
    ],
    configNotes: reading.notes,
    refuseOut: (folder) =>
      mayHoldCopy(files, path.resolve(outside.cwd(), folder), allowed)
        ? null
        : `--out ${folder} is outside what may be written: ${allowed.join(', ')}.`,
    copyAnswer: (folder, json) => {
      const copied = writeOutCopy(
        files,
        { out: path.resolve(outside.cwd(), folder), allowed, name: 'summary.json' },
        json,
      );
      return copied.ok ? path.relative(projectRoot, copied.path) : null;
    },
  } satisfies Built;
};

async function furnish(
  outside: Outside,
  options: Readonly<Record<string, unknown>>,
  config: Config,
  files: FileStoreOptions,
  { store: opened, silences, changes, soften, moveRecords, sharingState, inspectSharing, journalElsewhere }: Stores,
): Promise<Omit<House, 'say'>> {
  const { projectRoot } = files;
  const sanitising = await openSanitising(config);
  const redact = (text: string): string =>
    sanitiseText(text, { salt: 'shown', by_digest: {}, counts: {} }, sanitising).text;
  const newBirth = () => ({
    id: `INC-${outside.now().slice(0, 10).replaceAll('-', '')}-${readable()}`,
    salt: randomBytes(12).toString('hex'),
  });
  const onCall: Doors['onCall'] = async (service, at) => {
    if (Object.keys(config.oncall).length === 0) return null;
    const { findCommander } = await import('./oncall.ts');
    return findCommander(config, projectRoot, service, at);
  };
  const log = await openTalk(options, redact);
  const store = log === null ? opened : logWrites(opened, log);
  log?.('project found', {
    project: projectRoot,
    config: config === defaultConfig ? 'none' : 'read',
    version: outside.version,
  });
  const relative = (file: string): string => path.relative(projectRoot, file);
  const reporting: House['reporting'] = {
    version: outside.version,
    language: options['lang'] === 'th' || (options['lang'] === undefined && config.lang === 'th') ? 'th' : 'en',
    loadTemplate: (name, whose) => {
      const loaded = loadTemplate(name, { projectRoot, programFolder: outside.programFolder }, whose);
      if (!loaded.ok) throw new Error(`the template ${name} is ${loaded.reason}: the installation is not whole`);
      return loaded.text;
    },
    read: (id, name) => readReport(files, id, name),
    write: (id, name, content) => relative(writeReport(files, id, name, content)),
  };
  return {
    store,
    sanitising,
    config,
    redact,
    newBirth,
    onCall,
    now: outside.now,
    approvalPolicy: config.approvals.default,
    judges: {
      fallback: config.severity.default,
      readWord: readSeverityWord,
      askRules: async (alert) => {
        if (config.severity.rules.length === 0) return { assessment: null, warnings: [] };
        const { askSeverityRules } = await import('../rules/severity-rules.ts');
        return askSeverityRules(config.severity.rules, alert, namesOfService(alert.service, config.services));
      },
    },
    reception: { store, silences, policy: config.grouping, sanitising, newBirth, onCall },
    newSilenceId: () => `SIL-${readable()}`,
    surroundings: {
      incidentId: outside.env['INCIDENT_ID'] || null,
      person:
        Object.keys(config.people).length === 0
          ? null
          : callerIdentity(outside.env, outside.osUser(), config.people).person,
      readStandardInput: outside.readStandardInput,
      mayAsk: outside.mayAsk,
    },
    reporting,
    ...{ moveRecords, sharingState, inspectSharing },
    ...soften(
      tellLater(outside, config, {
        ...{ projectRoot, store, redact, ...reporting },
        mayConnect: (host) => options['allowNetwork'] === true || isAllowed(config, host),
      }),
    ),
    ...receiveLater(outside, config),
    ...mendLater(outside, config, { files, store, changes, redact }),
    ...guardLater(outside, config, {
      ...{ files, redact, journalElsewhere },
      configPath: typeof options['config'] === 'string' ? options['config'] : null,
    }),
    writeFirstConfig: (text) => writeFirstConfig(projectRoot, text),
    readFile: async (given) => readPayloadFile(path.resolve(outside.cwd(), given)),
    ...openLater(outside, options, config, projectRoot, redact),
  };
}

/** Workflows and checks, whose libraries are loaded when the first of them is used. */
function openLater(
  outside: Outside,
  options: Readonly<Record<string, unknown>>,
  config: Config,
  projectRoot: string,
  redact: (text: string) => string,
): Pick<Doors, 'prepareWorkflow' | 'runWorkflow' | 'checkHealth'> {
  const open = async () => {
    const { openWorkflows } = await import('./open-workflows.ts');
    const progress = (line: string): void => {
      if (outside.interactive && options['quiet'] !== true) outside.err(`${line}\n`);
    };
    const mayConnect = (host: string): boolean => options['allowNetwork'] === true || isAllowed(config, host);
    return openWorkflows({
      config,
      projectRoot,
      environment: outside.env,
      mayConnect,
      redact,
      progress,
      signal: outside.interrupted(),
    });
  };
  return {
    prepareWorkflow: async (...order) => (await open()).prepareWorkflow(...order),
    runWorkflow: async (...order) => (await open()).runWorkflow(...order),
    checkHealth: async (...order) => (await open()).checkHealth(...order),
  };
}

/** The log of `--verbose`, whose library is loaded only then. */
async function openTalk(
  options: Readonly<Record<string, unknown>>,
  redact: (text: string) => string,
): Promise<Log | null> {
  return options['verbose'] === true ? (await import('../log.ts')).openLog(redact) : null;
}

/** SmartSpec's network policy: closed unless opened, or the host is on the list. */
function isAllowed({ safety }: Config, host: string): boolean {
  const { default: usual, allowlist_domains } = safety.network_policy;
  const name = host.toLowerCase();
  return (
    usual === 'allow' ||
    allowlist_domains.some((domain) => name === domain.toLowerCase() || name.endsWith(`.${domain.toLowerCase()}`))
  );
}

async function openSanitising(config: Config): Promise<Sanitising> {
  const { patterns } = config.safety.redaction;
  if (patterns.length === 0) return {};
  const { compileUserPatterns } = await import('../sanitise/user-patterns.ts');
  return { patterns: compileUserPatterns(patterns).patterns };
}

function readPayloadFile(file: string): FileRead {
  try {
    return { ok: true, bytes: fs.readFileSync(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const known: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'no permission',
    };
    return { ok: false, reason: code === 'ENOENT' ? 'no-such-file' : 'unreadable-file', message: known[code] ?? code };
  }
}
