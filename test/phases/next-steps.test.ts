import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Severity } from '../../src/incident/severity.ts';
import { statuses } from '../../src/incident/status.ts';
import { nextSteps, type StepRules } from '../../src/phases/next-steps.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, fact, idOf } from '../support/store-events.ts';
import {
  actionAdded,
  approvedBy,
  attested,
  drafted,
  finalized,
  finished,
  firstFingerprint,
  proposed,
  started,
  wayTo,
} from '../support/stories.ts';

const id = idOf(1);

const rulesFrom = (postMortemRequiredFrom: Severity, approvals: StepRules['approvals'] = { count: 1 }): StepRules => ({
  postMortemRequiredFrom,
  approvals,
  configured: () => false,
});
const led = fact('role.assigned', { role: 'commander', person: 'ana', because: '' }, 3);
const cleared = fact('alert.cleared', { alert: { ...alertOf(firstFingerprint), status: 'resolved' }, payload: {} }, 9);
const again = { alert: alertOf(firstFingerprint), payload: {} };
const line = '/smartspec_rollback --failed-deployment-id deploy-12345';
const rollback = { mitigation: 'M1', workflow: 'smartspec_rollback' };
const forHands = fact('mitigation.proposed', { ...rollback, args: [], because: '', by_hand: line }, 5);
const approvedWithProgram = fact(
  'mitigation.approved',
  { mitigation: 'M1', approves: '', expires_at: null, by_hand: null },
  6,
);
const notConfigured = {
  outcome: 'workflow-not-configured',
  exit_code: null,
  text: '',
  excerpt: '',
  seconds: null,
} as const;
const handedBack = fact('workflow.finished', { ...rollback, ...notConfigured, by_hand: line }, 8);
const factor = { trigger: null, factors: ['no load test'], whys: [], went_well: [], was_difficult: [], got_lucky: [] };
const rca = fact('root-cause.recorded', factor, 12);

const cases: readonly (readonly [what: string, facts: readonly IncidentEvent[], expected: readonly string[]])[] = [
  ['nobody has acknowledged', wayTo.open, [`ack ${id}`]],
  ['it cleared by itself', [...wayTo.open, cleared], [`ack ${id}`, `verify ${id}`]],
  ['nobody leads', wayTo.investigating, [`assign ${id} commander`, `note ${id}`, `mitigate propose ${id}`]],
  ['the cause is looked for', [...wayTo.investigating, led], [`note ${id}`, `mitigate propose ${id}`]],
  ['a mitigation waits for approval', [...wayTo.investigating, led, proposed()], [`mitigate approve ${id} M1`]],
  [
    'a mitigation is approved',
    [...wayTo.investigating, led, proposed(), approvedBy('bo')],
    [`mitigate run ${id} M1 --apply`],
  ],
  [
    'a run has no known end',
    [...wayTo.investigating, led, proposed(), approvedBy('bo'), started()],
    [`mitigate outcome ${id} M1`],
  ],
  ['every alert has cleared', [...wayTo.investigating, led, cleared], [`verify ${id}`]],
  [
    'a mitigation worked',
    [...wayTo.investigating, led, proposed(), approvedBy('bo'), started(), finished('succeeded')],
    [`verify ${id}`],
  ],
  ['it is verified', [...wayTo.mitigating, led, attested(20)], [`resolve ${id}`]],
  [
    'it is verified, and nobody leads',
    [...wayTo.mitigating, attested(20)],
    [`resolve ${id}`, `assign ${id} commander`],
  ],
  ['it is verified before anybody took it up', [...wayTo.open, attested(20)], [`resolve ${id}`]],
  [
    'it is verified, and an approved mitigation was never run',
    [...wayTo.investigating, led, proposed(), approvedBy('bo'), attested(20)],
    [`resolve ${id}`],
  ],
  [
    'it was verified, and the alert came again',
    [...wayTo.investigating, led, proposed(), attested(20), fact('alert.received', again, 21)],
    [`mitigate approve ${id} M1`],
  ],
  ['nothing can run the mitigation', [...wayTo.investigating, led, forHands], [`mitigate outcome ${id} M1`]],
  [
    'nothing can run it even when it is approved',
    [...wayTo.investigating, led, forHands, approvedBy('bo')],
    [`mitigate outcome ${id} M1`],
  ],
  [
    'something that can run it was found when it was approved',
    [...wayTo.investigating, led, forHands, approvedWithProgram],
    [`mitigate run ${id} M1 --apply`],
  ],
  [
    'the command was taken away after the approval',
    [...wayTo.investigating, led, proposed(), approvedBy('bo'), handedBack],
    [`mitigate outcome ${id} M1`],
  ],
  ['lessons are missing', wayTo.resolved, [`rca ${id}`, `action add ${id}`, `post-mortem draft ${id}`]],
  ['only the report is missing', [...wayTo.resolved, rca, actionAdded()], [`post-mortem draft ${id}`]],
  ['the report is a draft', [...wayTo.resolved, rca, actionAdded(), drafted()], [`post-mortem finalize ${id}`]],
  ['the report is final', [...wayTo.resolved, drafted(), finalized()], [`close ${id}`]],
  ['it is over', wayTo.closed, []],
  [
    'it is over, and what is left was decided against',
    [...wayTo.closed, actionAdded(), fact('action.dropped', { action: 'A1', because: 'retired' }, 20)],
    [],
  ],
  ['it is over, and work is left', [...wayTo.closed, actionAdded()], [`action done ${id} A1`]],
];

describe('what to type next when', () => {
  test.each(cases)('%s', (_what, facts, expected) => {
    const steps = nextSteps(incidentAfter(facts), rulesFrom('SEV-2')).map(({ command }) => command);
    expect(steps).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(steps[index]).toMatch(new RegExp(`^incident ${start}`));
  });

  test.each<[string, readonly IncidentEvent[], StepRules['approvals'], string, string]>([
    [
      'signatures are wanted',
      [proposed()],
      { count: 1, signed: true },
      'mitigate approve ID M1 --key',
      'M1 waits for approval',
    ],
    [
      'one of two has approved',
      [proposed(), approvedBy('bo')],
      { count: 2 },
      'mitigate approve ID M1 --as',
      'M1 has 1 of 2 approvals',
    ],
    [
      'one has approved twice of two',
      [proposed(), approvedBy('bo'), approvedBy('bo')],
      { count: 2 },
      'mitigate approve ID M1',
      'M1 has 1 of 2 approvals',
    ],
    [
      'two of two have approved',
      [proposed(), approvedBy('bo'), approvedBy('cy')],
      { count: 2 },
      'mitigate run ID M1',
      'M1 is approved',
    ],
  ])('%s', (_what, facts, approvals, start, why) => {
    const [step] = nextSteps(incidentAfter([...wayTo.investigating, led, ...facts]), rulesFrom('SEV-2', approvals));
    expect(step?.command).toContain(start.replace('ID', id));
    expect(step?.why).toBe(why);
  });

  test('what a playbook proposes first comes first; what somebody has approved comes before', () => {
    const byPlaybook = (id: string): IncidentEvent => {
      const proposal = { mitigation: id, workflow: 'smartspec_rollback', args: [], because: '', playbook: 'go back' };
      return fact('mitigation.proposed', proposal, 5);
    };
    const first = (...facts: readonly IncidentEvent[]): string | undefined =>
      nextSteps(incidentAfter([...wayTo.investigating, led, ...facts]), rulesFrom('SEV-2', { count: 2 }))[0]?.command;
    expect(first(byPlaybook('M1'), byPlaybook('M2'))).toContain(`approve ${id} M1`);
    expect(first(proposed('M1'), proposed('M2'))).toContain(`approve ${id} M2`);
    expect(first(proposed('M1'), approvedBy('bo'), proposed('M2'))).toContain(`approve ${id} M1`);
    expect(first(byPlaybook('M1'), proposed('M2'))).toContain(`approve ${id} M2`);
  });

  test('the line to paste stands beside what only people can carry out, until a command is configured', () => {
    const incident = incidentAfter([...wayTo.investigating, led, forHands]);
    expect(nextSteps(incident, rulesFrom('SEV-2'))[0]?.why).toContain(line);
    const rules = { ...rulesFrom('SEV-2'), configured: (workflow: string) => workflow === 'smartspec_rollback' };
    expect(nextSteps(incident, rules)[0]?.command).toContain(`mitigate approve ${id} M1`);
  });

  test('an incident that was severe once is not closed without its report', () => {
    const milder = fact('severity.changed', { from: 'SEV-2', to: 'SEV-4', because: 'one tenant' }, 20);
    const steps = nextSteps(incidentAfter([...wayTo.resolved, milder]), rulesFrom('SEV-2'));
    expect(steps.map(({ command }) => command)).not.toContain(`incident close ${id}`);
  });

  test('a mild incident can be closed without a report', () => {
    expect(nextSteps(incidentAfter(wayTo.resolved), rulesFrom('SEV-1'))[0]).toMatchObject({
      command: `incident close ${id}`,
    });
  });

  test('every step names a command that exists, and says why', () => {
    const names = commands.map(({ name }) => name);
    for (const facts of [...cases.map(([, facts]) => facts), ...statuses.map((status) => wayTo[status])]) {
      for (const { command, why } of nextSteps(incidentAfter(facts), rulesFrom('SEV-2'))) {
        const words = command.split(' ').slice(1);
        expect(
          names.some((name) => words.join(' ').startsWith(`${name} ${id}`)),
          command,
        ).toBe(true);
        expect(why).not.toBe('');
      }
    }
  });
});
