// The import rules of ARCHITECTURE.md, each with its reason. `npm run check` fails when one is broken.
const room = (name) => `^src/${name}/`;
const library = (...names) => `node_modules/(${names.join('|')})/`;

/** A room may import itself and what is listed, nothing else of ours and no other library. */
function mayOnlyImport(name, why, ours, libraries = [], builtins = []) {
  return {
    name: `${name.replace('/', '-')}-imports`,
    comment: why,
    severity: 'error',
    from: { path: room(name) },
    to: {
      pathNot: [room(name), ...ours, ...(libraries.length > 0 ? [library(...libraries)] : []), ...builtins.map((builtin) => `^(node:)?${builtin}$`)],
    },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that need each other cannot be understood one at a time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file that nobody imports is not part of the program.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/main\\.ts$' },
      to: {},
    },
    mayOnlyImport('incident', 'What is true depends on nothing but itself.', [], ['zod'], ['crypto']),
    mayOnlyImport('alerts', 'Reading alerts is a pure function from JSON to facts.', [room('incident')], ['zod'], ['crypto']),
    mayOnlyImport('sanitise', 'What may be kept is decided from the text alone.', [room('incident')], ['zod'], ['crypto']),
    mayOnlyImport('rules', 'Rules of the team see an alert and nothing else.', [room('incident')], ['@marcbachmann/cel-js']),
    mayOnlyImport('phases', 'What may happen next follows from state and command.', [room('incident'), room('oncall')], [], ['crypto']),
    mayOnlyImport('oncall', 'Who is on call follows from the schedule and the moment.', [room('incident')], ['temporal-polyfill', 'temporal-utils', 'temporal-spec', 'ical.js']),
    mayOnlyImport('reactions', 'What is owed follows from the timeline.', [room('incident'), room('oncall'), '^src/notify/notifier\\.ts$', '^src/config/(config|communication-config)\\.ts$'], [], ['crypto']),
    mayOnlyImport('report', 'A report is made from the record, and from nothing else.', [room('incident'), room('sanitise')], ['handlebars', 'temporal-polyfill', 'ical-generator'], ['crypto']),
    mayOnlyImport('store', 'The store keeps; it neither decides nor tells.', [room('incident'), room('sanitise')], ['pg', 'age-encryption'], ['fs', 'path', 'crypto', 'os', 'string_decoder']),
    mayOnlyImport('notify', 'A channel delivers one message and knows nothing of the store.', [room('incident'), room('sanitise'), '^src/config/(communication-config|secret)\\.ts$'], ['@slack/web-api', 'nodemailer', 'handlebars', 'execa'], ['http', 'https', 'crypto', 'net', 'tls', 'child_process', 'util', 'stream', 'url', 'path', 'events']),
    mayOnlyImport('workflow', 'A runner runs one approved argument list and knows nothing of the store.', [room('incident'), room('sanitise')], ['execa'], ['fs', 'path', 'http', 'https', 'crypto', 'child_process', 'os', 'stream', 'string_decoder', 'timers/promises', 'perf_hooks', 'process', 'url', 'util', 'events', 'readline']),
    mayOnlyImport('config', 'The configuration is read before anything else is built.', [room('incident'), '^src/oncall/', '^src/phases/place-alert\\.ts$', room('sanitise')], ['zod', 'yaml'], ['fs', 'path', 'crypto', 'os']),
    mayOnlyImport(
      'road',
      'The road joins the pure rooms and knows only the doors of the others.',
      [
        ...['incident', 'alerts', 'sanitise', 'rules', 'phases', 'oncall', 'reactions', 'report'].map(room),
        '^src/store/(incident|silence|change)-store\\.ts$',
        '^src/notify/notifier\\.ts$',
        '^src/workflow/workflow-runner\\.ts$',
        '^src/config/(config|communication-config|response-config)\\.ts$',
      ],
      [],
      ['crypto'],
    ),
    mayOnlyImport(
      'cli',
      'The command line asks the road and says what came of it.',
      [
        ...['road', 'incident', 'alerts', 'phases', 'report', 'oncall', 'sanitise', 'rules', 'reactions'].map(room),
        '^src/config/(config|problem|communication-config|response-config)\\.ts$',
        '^src/store/(incident|silence|change)-store\\.ts$',
        '^src/notify/notifier\\.ts$',
      ],
      ['commander', 'picocolors', 'cli-table3', '@clack/prompts', '@bomb.sh/tab', 'string-width', 'sisteransi'],
      ['path', 'http', 'crypto', 'string_decoder'],
    ),
    {
      name: 'files-only-where-files-live',
      comment: 'Whoever touches the disk can be found in three rooms and at the door.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(store|config|workflow)/', '^src/(main|wire[^/]*)\\.ts$'] },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'only-the-door-wires',
      comment: 'Concrete stores, channels and runners are named in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main\\.ts$', '^src/wire[^/]*\\.ts$'] },
      to: { path: '^src/wire[^/]*\\.ts$' },
    },
    {
      name: 'heavy-libraries-are-lazy',
      comment: 'What costs more than eight milliseconds to load is loaded where it is used, never at start-up.',
      severity: 'error',
      from: { path: '^src/(main|wire|cli/run|cli/commands/triage/receive)\\.ts$' },
      to: {
        dependencyTypesNot: ['type-only'],
        dynamic: false,
        path: library('zod', 'yaml', 'execa', '@slack/web-api', 'nodemailer', 'handlebars', 'temporal-polyfill', 'age-encryption', '@clack/prompts', 'commander'),
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
