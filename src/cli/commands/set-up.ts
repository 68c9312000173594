import type { CommandSpec } from '../command-spec.ts';

export const setUpCommands: readonly CommandSpec[] = [
  {
    name: 'simulate',
    heading: 'Set-up',
    takes: '<payload>',
    summary: 'how a payload would be read, judged and placed; writes nothing',
    examples: ['incident simulate @alert.json', 'curl -s … | incident simulate -'],
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
];
