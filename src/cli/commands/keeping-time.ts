import type { CommandSpec } from '../command-spec.ts';

export const keepingTimeCommands: readonly CommandSpec[] = [
  {
    name: 'tick',
    heading: 'Keeping time',
    takes: '',
    summary: 'do what is due now: escalations, reminders, retries; safe every minute from cron or CI',
    examples: ['incident tick', '* * * * * cd /srv/shop && incident tick --quiet'],
    load: async () => (await import('./keeping-time/tick.ts')).tick,
  },
  {
    name: 'watch',
    heading: 'Keeping time',
    takes: '',
    summary: 'the same, staying, with a live view of what is open',
    options: [['--interval <duration>', 'how often it looks; 15s unless told otherwise']],
    examples: ['incident watch', 'incident watch --interval 5s'],
    load: async () => (await import('./keeping-time/watch.ts')).watch,
  },
];
