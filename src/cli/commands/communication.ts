import type { CommandSpec } from '../command-spec.ts';

export const communicationCommands: readonly CommandSpec[] = [
  {
    name: 'update',
    heading: 'Communication',
    takes: '[id-text...]',
    usage: '[id] "text"',
    summary: 'tell stakeholders where it stands',
    options: [
      ['--conditions <text>', 'what users notice now'],
      ['--actions <text>', 'what is being done about it'],
      ['--needs <text>', 'what the team waits for; never told to customers'],
      ['--next <duration>', 'within which more news are promised, if not the usual for the severity'],
    ],
    examples: [
      'incident update "orders fail in Europe; a rollback is running"',
      'incident update "orders fail in Europe" --conditions "1 in 5 payments fails" --actions "rolling back deploy-12345" --needs "someone who knows the payment provider"',
    ],
    load: async () => (await import('./communication/update.ts')).update,
  },
  {
    name: 'notifications',
    heading: 'Communication',
    takes: '[id]',
    summary: 'who was told what, by which channel, and how it went',
    examples: ['incident notifications', 'incident notifications --json'],
    load: async () => (await import('./communication/notifications.ts')).notifications,
  },
  {
    name: 'handover',
    heading: 'Communication',
    takes: '[id]',
    summary: 'the brief for the next commander; with --to hand over',
    options: [['--to <person>', 'who leads from now on']],
    examples: ['incident handover', 'incident handover --to bo'],
    load: async () => (await import('./communication/handover.ts')).handover,
  },
];
