import { checkSource } from '../source-cases.ts';

const run = (conclusion: string | null, changes: object = {}, action = 'completed') => ({
  action,
  workflow_run: {
    id: 99,
    name: 'Release',
    display_title: 'Raise the limit',
    head_branch: 'main',
    status: 'completed',
    conclusion,
    workflow_id: 5,
    event: 'push',
    run_started_at: '2026-01-09T08:07:06Z',
    created_at: '2026-01-09T08:07:00Z',
    html_url: 'https://github.example.org/runs/99',
    ...changes,
  },
  workflow: { id: 5, name: 'Release' },
  repository: { full_name: 'example/ledger' },
  sender: { login: 'someone' },
});
const checked = (state: string) => ({
  id: 1,
  sha: 'c0ffee',
  name: 'example/ledger',
  context: 'ci/till',
  state,
  description: 'Tests failed',
  target_url: 'https://ci.example.org/1',
  branches: [{ name: 'main' }],
  commit: {},
  created_at: '2026-01-09T08:07:06Z',
  repository: { full_name: 'example/ledger' },
  sender: {},
});
const release = ['Raise the limit', 'example/ledger', null, '2026-01-09T08:07:06Z'] as const;

checkSource({
  source: 'github',
  firing: [run('failure'), ['firing', ...release]],
  recovery: [run('success', { id: 100 }), ['resolved', ...release]],
  same: [
    ['a run that took too long', run('timed_out'), ['firing', ...release]],
    ['a run that never began', run('startup_failure'), ['firing', ...release]],
  ],
  others: [
    ['a run on another branch', run('failure', { head_branch: 'next' }), ['firing', ...release]],
    [
      'an alert about a dependency',
      {
        action: 'created',
        alert: {
          number: 3,
          state: 'open',
          security_advisory: { summary: 'Parser reads too far', severity: 'high' },
          created_at: '2026-01-09T08:07:06Z',
          html_url: 'https://github.example.org/3',
        },
        repository: { full_name: 'example/ledger' },
        sender: {},
      },
      ['firing', 'Parser reads too far', 'example/ledger', 'high', '2026-01-09T08:07:06Z'],
    ],
    [
      'an alert about code that has the same number',
      {
        action: 'created',
        alert: {
          number: 3,
          state: 'open',
          rule: { description: 'Query from user input', severity: 'error' },
          created_at: '2026-01-09T08:07:06Z',
        },
        repository: { full_name: 'example/ledger' },
        sender: {},
      },
      ['firing', 'Query from user input', 'example/ledger', 'error', '2026-01-09T08:07:06Z'],
    ],
    [
      'an alert about a dependency as it was before',
      {
        action: 'create',
        alert: {
          number: 4,
          state: 'open',
          affected_package_name: 'left-parser',
          external_identifier: 'CVE-2026-0001',
          severity: 'moderate',
          created_at: '2026-01-09T08:07:06Z',
        },
        repository: { full_name: 'example/ledger' },
        sender: {},
      },
      ['firing', 'left-parser', 'example/ledger', 'moderate', '2026-01-09T08:07:06Z'],
    ],
    [
      'a commit that another checker failed',
      checked('failure'),
      ['firing', 'ci/till', 'example/ledger', null, '2026-01-09T08:07:06Z'],
    ],
    [
      'a deployment that failed',
      {
        deployment_status: {
          state: 'failure',
          environment: 'production',
          created_at: '2026-01-09T08:07:06Z',
          target_url: '',
        },
        deployment: { ref: 'main' },
        repository: { full_name: 'example/ledger' },
        sender: {},
      },
      ['firing', 'production', 'example/ledger', null, '2026-01-09T08:07:06Z'],
    ],
  ],
  silent: [
    ['a commit that is still being checked', checked('pending'), 'neither failure nor success'],
    ['a run that was cancelled', run('cancelled'), 'neither failure nor success'],
    ['a run that only began', run(null, { status: 'in_progress' }, 'in_progress'), 'neither failure nor success'],
    [
      'a star',
      {
        action: 'created',
        starred_at: '2026-01-09T08:07:06Z',
        repository: { full_name: 'example/ledger' },
        sender: {},
      },
      'neither a run',
    ],
    ['the ping of a new webhook', { zen: 'Keep it simple.', hook_id: 1, hook: {} }, 'ping'],
  ],
});
