import type { CommandType } from '../../src/incident/command.ts';
import type { Wish } from './given.ts';
import { alertOf } from './store-events.ts';
import { anyoneApproves, firstFingerprint, whatRuns } from './stories.ts';

/** One of each command, which nothing but the status stands in the way of after `richly` told stories. */
export const everyCommand: { readonly [Type in CommandType]: Extract<Wish, { readonly type: Type }> } = {
  'record-alert': {
    type: 'record-alert',
    alert: alertOf(firstFingerprint),
    payload: {},
    assessment: { severity: 'SEV-2', because: 'the payload says so' },
    claims: [],
    because: 'the same alert',
    quiet: false,
  },
  acknowledge: { type: 'acknowledge' },
  escalate: { type: 'escalate', because: 'needs storage people' },
  assign: { type: 'assign', role: 'scribe', person: 'cy', because: '' },
  'change-severity': { type: 'change-severity', severity: 'SEV-1', because: 'every region' },
  merge: { type: 'merge', into: 'INC-20261123-000009' },
  'reveal-original': { type: 'reveal-original', by: 'cy', seq: 2, has_original: true },
  'add-note': { type: 'add-note', kind: 'note', text: 'seen', evidence: [], milestone: null, amends: null },
  'post-update': { type: 'post-update', update: { text: 'orders fail', next_update_at: null } },
  'propose-mitigation': { type: 'propose-mitigation', workflow: 'smartspec_rollback', args: [], because: '' },
  'approve-mitigation': {
    type: 'approve-mitigation',
    by: 'cy',
    mitigation: 'M1',
    policy: anyoneApproves,
    ...whatRuns,
  },
  'start-workflow': { type: 'start-workflow', mitigation: 'M1', policy: anyoneApproves, ...whatRuns },
  'finish-workflow': {
    type: 'finish-workflow',
    mitigation: 'M1',
    outcome: 'succeeded',
    exit_code: 0,
    text: 'rolled back',
    excerpt: '',
    seconds: 3,
  },
  'judge-mitigation': { type: 'judge-mitigation', mitigation: null, verdict: 'worked', text: 'errors gone' },
  'record-verification': { type: 'record-verification', checks: [{ name: 'health', passed: true, detail: '200' }] },
  attest: { type: 'attest', text: 'the board is green' },
  resolve: { type: 'resolve' },
  reopen: { type: 'reopen', because: 'logins fail again' },
  'record-root-cause': {
    type: 'record-root-cause',
    findings: { trigger: 'a deploy', factors: [], whys: [], went_well: [], was_difficult: [], got_lucky: [] },
  },
  'add-action': {
    type: 'add-action',
    action: {
      text: 'test it',
      owner: null,
      type: null,
      priority: null,
      due: null,
      ticket: null,
      end_state: null,
      factor: null,
    },
  },
  'finish-action': { type: 'finish-action', action: 'A1', because: null },
  'drop-action': { type: 'drop-action', action: 'A1', because: 'retired in January' },
  'schedule-post-mortem': {
    type: 'schedule-post-mortem',
    starts_at: '2026-11-26T10:00:00.000Z',
    minutes: 45,
    attendees: [],
  },
  'draft-post-mortem': { type: 'draft-post-mortem' },
  'finalize-post-mortem': { type: 'finalize-post-mortem', reviewers: ['bo'], blocking: [] },
  'record-hand-over': { type: 'record-hand-over', outcome: 'succeeded', text: 'read', actions: ['A1'] },
  close: { type: 'close', because: '', post_mortem_required_from: 'SEV-1' },
};
