import type { CommandSpec } from '../command-spec.ts';

export const lookingCommands: readonly CommandSpec[] = [
  {
    name: 'list',
    heading: 'Looking',
    takes: '',
    summary: 'incidents that are open; with --all every one',
    options: [
      ['--all', 'closed ones too, newest first'],
      ['--service <name>', 'only of this service'],
      ['--since <time>', 'only declared since'],
    ],
    examples: ['incident list', 'incident list --all --severity SEV-1 --since 2026-10-01'],
    load: async () => (await import('./looking/list.ts')).list,
  },
  {
    name: 'show',
    heading: 'Looking',
    takes: '[id]',
    summary: 'where one incident stands',
    examples: ['incident show', 'incident show 7KQ2MX'],
    load: async () => (await import('./looking/show.ts')).show,
  },
  {
    name: 'timeline',
    heading: 'Looking',
    takes: '[gaps-id...]',
    usage: '[gaps] [id]',
    summary: 'everything that happened, in order; with gaps: what is not on record',
    examples: ['incident timeline', 'incident timeline gaps', 'incident timeline --json'],
    load: async () => (await import('./looking/timeline.ts')).timeline,
  },
  {
    name: 'status',
    heading: 'Looking',
    takes: '',
    summary: 'everything that is open and overdue; fails when something is overdue',
    examples: ['incident status', 'incident status --json'],
    load: async () => (await import('./looking/status.ts')).status,
  },
  {
    name: 'metrics',
    heading: 'Looking',
    takes: '',
    summary: 'how long things take, over all incidents',
    options: [
      ['--by <what>', 'service, severity or month'],
      ['--from <date>', 'only incidents declared from this day'],
      ['--to <date>', 'only incidents declared until this day'],
      ['--html', 'one HTML page with charts on standard output'],
    ],
    examples: [
      'incident metrics',
      'incident metrics --by month --from 2026-01-01',
      'incident metrics --html > metrics.html',
    ],
    load: async () => (await import('./looking/metrics.ts')).metrics,
  },
];
