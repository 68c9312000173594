import type { CommandSpec } from '../command-spec.ts';

export const resolutionCommands: readonly CommandSpec[] = [
  {
    name: 'verify',
    heading: 'Resolution',
    takes: '[id]',
    summary: 'check the health of the service, or attest it',
    options: [['--attest <how>', 'a person’s word: how you know that it is healthy']],
    examples: ['incident verify', 'incident verify --attest "error rate flat for 20 minutes on the checkout board"'],
    load: async () => (await import('./resolution/verify.ts')).verify,
  },
  {
    name: 'resolve',
    heading: 'Resolution',
    takes: '[id]',
    summary: 'healthy again, and verified',
    options: [
      ['--override', 'although it is not verified; printed in the report'],
      ['--because <text>', 'why it is resolved without being verified'],
    ],
    examples: [
      'incident resolve',
      'incident resolve --override --because "the service is switched off for good" --as ana',
    ],
    load: async () => (await import('./resolution/resolve.ts')).resolve,
  },
  {
    name: 'reopen',
    heading: 'Resolution',
    takes: '[id]',
    summary: 'it came back',
    options: [['--because <text>', 'what shows it']],
    examples: ['incident reopen --because "logins fail again since 04:10"'],
    load: async () => (await import('./resolution/reopen.ts')).reopen,
  },
];
