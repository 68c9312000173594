import type { CommandSpec } from '../command-spec.ts';

export const mitigationCommands: readonly CommandSpec[] = [
  {
    name: 'note',
    heading: 'Mitigation',
    takes: '[id-text...]',
    summary: 'write something down: [id] "text"',
    options: [
      ['--kind <kind>', 'note, finding, hypothesis, impact or decision'],
      ['--milestone <name>', 'started, detected, declared, acknowledged, mitigated or resolved'],
      ['--evidence <url>', 'a link to the graph, log or change', 'repeatable'],
      ['--amends <entry>', 'the number of the entry that this one corrects'],
    ],
    examples: [
      'incident note "error rate doubled with deploy-12345" --kind finding',
      'incident note "first failed login" --milestone started --happened-at 2026-11-23T02:41Z',
    ],
    load: async () => (await import('./mitigation/note.ts')).note,
  },
  {
    name: 'suspects',
    heading: 'Mitigation',
    takes: '[id]',
    summary: 'what changed shortly before it began, likeliest first',
    options: [['--note', 'write the likeliest down as hypotheses']],
    examples: ['incident suspects', 'incident suspects INC-20261123-7KQ2MX --note'],
    load: async () => (await import('./mitigation/suspects.ts')).suspects,
  },
  {
    name: 'change add',
    heading: 'Mitigation',
    takes: '[text...]',
    summary: 'hand in a change, so that it can become a suspect',
    options: [
      ['--service <name>', 'the service concerned'],
      ['--deployment-id <id>', 'what the deploy tool calls it'],
      ['--version <version>', 'the version that runs since'],
      ['--from-version <version>', 'the version it replaced'],
      ['--at <time>', 'when it took effect, if not now'],
    ],
    examples: [
      'incident change add "checkout v2.4.1" --service checkout --deployment-id deploy-12345 --version v2.4.1 --at 2026-11-23T02:40Z',
    ],
    load: async () => (await import('./mitigation/change-add.ts')).changeAdd,
  },
  {
    name: 'mitigate propose',
    heading: 'Mitigation',
    takes: '[id]',
    summary: 'propose to run a workflow with exact arguments',
    options: [
      ['--workflow <name>', 'e.g. smartspec_rollback'],
      ['--arg <key=value>', 'an argument of the workflow', 'repeatable'],
      ['--because <text>', 'what makes it likely to help'],
    ],
    examples: ['incident mitigate propose --workflow smartspec_rollback --arg failed-deployment-id=deploy-12345'],
    load: async () => (await import('./mitigation/mitigate-propose.ts')).mitigatePropose,
  },
  {
    name: 'mitigate approve',
    heading: 'Mitigation',
    takes: '[id] [mitigation]',
    summary: 'let exactly what was proposed run',
    options: [
      ['--show', 'print the text that an approval stands for, to be signed'],
      ['--key <path>', 'sign it with this SSH key'],
      ['--signature <file>', 'hand in a signature; the signed text lies beside it without .sig'],
    ],
    examples: ['incident mitigate approve --as bo', 'incident mitigate approve INC-20261123-7KQ2MX M2 --as bo'],
    load: async () => (await import('./mitigation/mitigate-approve.ts')).mitigateApprove,
  },
  {
    name: 'mitigate run',
    heading: 'Mitigation',
    takes: '[id] [mitigation]',
    summary: 'preview what would run; with --apply run it, once',
    options: [
      ['--override', 'without its approval: for the incident commander alone, on record and told'],
      ['--because <text>', 'why it cannot wait for approval'],
    ],
    examples: [
      'incident mitigate run',
      'incident mitigate run --apply',
      'incident mitigate run --override --because "nobody else is reachable" --apply --as ana',
    ],
    load: async () => (await import('./mitigation/mitigate-run.ts')).mitigateRun,
  },
  {
    name: 'mitigate outcome',
    heading: 'Mitigation',
    takes: '[id] [mitigation]',
    summary: 'say whether it helped, also when people did it by hand',
    options: [
      ['--worked', 'the impact stopped'],
      ['--no-effect', 'nothing changed'],
      ['--worse', 'it made things worse'],
      ['--text <text>', 'what was done and seen'],
    ],
    examples: ['incident mitigate outcome --worked --text "feature flag switched off, errors gone at 03:12"'],
    load: async () => (await import('./mitigation/mitigate-outcome.ts')).mitigateOutcome,
  },
];
