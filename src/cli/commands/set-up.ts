import type { CommandSpec } from '../command-spec.ts';

export const setUpCommands: readonly CommandSpec[] = [
  {
    name: 'simulate',
    heading: 'Set-up',
    takes: '<payload>',
    summary: 'how a payload would be read, judged and announced; writes and sends nothing',
    options: [
      ['--at <time>', 'the moment it would arrive; the same moment gives the same schedule'],
      ['--speed <factor>', 'play the schedule: 60 shows an hour in a minute; max shows it at once'],
    ],
    examples: [
      'incident simulate @alert.json',
      'incident simulate @alert.json --at 2026-11-23T03:00Z --json',
      'curl -s … | incident simulate -',
    ],
    load: async () => (await import('./set-up/simulate.ts')).simulate,
  },
  {
    name: 'audit verify',
    heading: 'Set-up',
    takes: '[id]',
    summary: 'does the record fit together?',
    options: [['--all', 'every record']],
    examples: ['incident audit verify --all'],
    load: async () => (await import('./set-up/audit.ts')).auditVerify,
  },
  {
    name: 'audit rebuild',
    heading: 'Set-up',
    takes: '[id]',
    summary: 'write every derived file anew from the journal',
    options: [['--all', 'every record']],
    examples: ['incident audit rebuild INC-20261123-7KQ2MX'],
    load: async () => (await import('./set-up/audit.ts')).auditRebuild,
  },
  {
    name: 'oncall show',
    heading: 'Set-up',
    takes: '[schedule]',
    summary: 'who is on call, until when, and who is next',
    options: [['--at <time>', 'at another moment than now']],
    examples: ['incident oncall show', 'incident oncall show primary --at 2026-12-24T18:00Z'],
    load: async () => (await import('./set-up/oncall-show.ts')).oncallShow,
  },
  {
    name: 'oncall lint',
    heading: 'Set-up',
    takes: '',
    summary: 'would every escalation reach a person in the next months? fails in CI',
    options: [['--at <time>', 'from another moment than now']],
    examples: ['incident oncall lint'],
    load: async () => (await import('./set-up/oncall-lint.ts')).oncallLint,
  },
  {
    name: 'init',
    heading: 'Set-up',
    takes: '',
    summary: 'show a first configuration; with --apply write it',
    examples: ['incident init', 'incident init --apply'],
    load: async () => (await import('./set-up/init.ts')).init,
  },
];
