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
    examples: ['incident mitigate approve --as bo', 'incident mitigate approve INC-20261123-7KQ2MX M2 --as bo'],
    load: async () => (await import('./mitigation/mitigate-approve.ts')).mitigateApprove,
  },
  {
    name: 'mitigate run',
    heading: 'Mitigation',
    takes: '[id] [mitigation]',
    summary: 'preview what would run; with --apply run it, once',
    examples: ['incident mitigate run', 'incident mitigate run --apply'],
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
