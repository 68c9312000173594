import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import type { ApprovalPolicy } from '../../src/incident/command.ts';
import type { IncidentEvent } from '../../src/incident/event.ts';
import type { Leave } from '../../src/phases/go-on.ts';
import type { Doors } from '../../src/road/doors.ts';
import { goOn } from '../../src/road/go-on.ts';
import { deskWith, openDoors } from '../support/road-desk.ts';
import { fact, minute } from '../support/store-events.ts';
import { acknowledged, anyoneApproves, declared, finished, proposed, started } from '../support/stories.ts';

const asked = { by: null, at: minute(30), now: minute(30) };

/** A proposal of a playbook that may run by itself. */
const automatic: IncidentEvent = fact(
  'mitigation.proposed',
  { mitigation: 'M1', workflow: 'smartspec_rollback', args: [], because: '', playbook: 'go back', auto: true },
  5,
);

const healthy: Doors['checkHealth'] = async () => ({
  checks: [{ name: 'health', passed: true, detail: 'fine' }],
  attempts: [{ attempt: 1, passed: true, failed: [] }],
});
/** Nothing has to hold before a run; after it the service is ill. */
const ill: Doors['checkHealth'] = async (_incident, before) =>
  before === undefined
    ? {
        checks: [{ name: 'health', passed: false, detail: 'answered 500' }],
        attempts: [{ attempt: 1, passed: false, failed: ['health'] }],
      }
    : { checks: [], attempts: [] };

async function walk(
  facts: readonly IncidentEvent[],
  doors: Partial<Doors> = {},
  change: { readonly apply?: boolean; readonly policy?: ApprovalPolicy } = {},
  by: string | null = null,
) {
  const desk = await deskWith(facts);
  const house = {
    ...desk,
    ...openDoors(doors),
    config: defaultConfig,
    people: {},
    redact: (text: string) => text,
    reporting: { version: '1', language: 'en', loadTemplate: () => '', read: () => null, write: () => '' } as const,
  };
  const leave: Leave = {
    apply: true,
    policy: anyoneApproves,
    configured: () => false,
    until: 'resolved',
    done: new Set(),
    ...change,
  };
  const went = await goOn(desk.incident, { ...asked, by }, leave, house);
  return { went, house, types: went.incident.timeline.map(({ type }) => type) };
}

const gateOf = ({ went }: Awaited<ReturnType<typeof walk>>) => went.stop.gate;
const stepsOf = ({ went }: Awaited<ReturnType<typeof walk>>) => went.steps.map(({ step, ok }) => `${step} ${ok}`);

describe('going on without a person', () => {
  test('runs what a playbook lets run, checks it, and resolves', async () => {
    const walked = await walk([...declared, automatic], { checkHealth: healthy });
    expect(stepsOf(walked)).toEqual(['run true', 'verify true', 'resolve true']);
    expect(walked.went.incident).toMatchObject({
      status: 'resolved',
      mitigations: [{ automatic: true, verdict: 'worked' }],
    });
    expect(walked.house.ran).toHaveLength(1);
    expect(gateOf(walked)).toBe('finished');
  });

  test('writes down that nobody asked for it, whoever brought the alert', async () => {
    const walked = await walk([...declared, automatic], { checkHealth: healthy }, {}, 'ana');
    const began = walked.went.incident.timeline.filter(({ type }) => type === 'workflow.started');
    expect(began.map(({ by }) => by)).toEqual([null]);
  });

  test('calls people when what ran by itself fails, and runs nothing else', async () => {
    const failing: Doors['runWorkflow'] = async () => ({
      ...{ outcome: 'failed', exit_code: 3, text: 'it failed.', excerpt: '', seconds: 1 },
    });
    const walked = await walk([...declared, automatic], { runWorkflow: failing });
    expect(stepsOf(walked)).toEqual(['run false']);
    expect(walked.types.filter((type) => type === 'incident.escalated')).toHaveLength(1);
    expect(gateOf(walked)).toBe('run-failed');
  });

  test('does not resolve what the checks call ill', async () => {
    const walked = await walk([...declared, automatic], { checkHealth: ill });
    expect(stepsOf(walked)).toEqual(['run true', 'verify false']);
    expect(walked.went.incident).toMatchObject({ status: 'investigating', mitigations: [{ verdict: 'no-effect' }] });
    expect(walked.types).not.toContain('incident.resolved');
  });

  test('goes on from where a call ended that did not live to check', async () => {
    const facts = [
      ...declared,
      automatic,
      { ...started(), data: { ...started().data, automatic: true } } as IncidentEvent,
      finished('succeeded'),
    ];
    const walked = await walk(facts, { checkHealth: healthy });
    expect(stepsOf(walked)).toEqual(['verify true', 'resolve true']);
    expect(walked.house.ran).toEqual([]);
  });

  test('runs nothing again whose end nobody knows', async () => {
    const walked = await walk([...declared, automatic, started()], { checkHealth: healthy });
    expect(gateOf(walked)).toBe('outcome-unknown');
    expect(walked.house.ran).toEqual([]);
    expect(walked.went.steps).toEqual([]);
  });

  test('runs and checks nothing without leave to', async () => {
    const walked = await walk([...declared, automatic], { checkHealth: healthy }, { apply: false });
    expect(gateOf(walked)).toBe('apply-missing');
    expect(walked.house.ran).toEqual([]);
    expect(walked.types).not.toContain('workflow.started');
  });
});

describe('an approval that does not count any more', () => {
  const approvedAs = (approves: string, expires_at: string): IncidentEvent => ({
    ...fact('mitigation.approved', { mitigation: 'M1', approves, expires_at }, 6),
    by: 'bo',
  });

  test.each([
    ['because what would run is something else', approvedAs('0'.repeat(64), minute(90)), 'approval-outdated'],
    ['because its time is over', approvedAs('0'.repeat(64), minute(10)), 'approval-expired'],
  ])('is a gate and no failure: %s', async (_why, approval, reason) => {
    const walked = await walk([...declared, acknowledged, proposed(), approval], { checkHealth: healthy });
    expect(walked.went.steps).toEqual([{ step: 'run', text: `M1 was not run: ${reason}`, ok: true }]);
    expect(gateOf(walked)).toBe('not-approved');
    expect(walked.house.ran).toEqual([]);
  });

  test('is not even tried while fewer have approved than are wanted', async () => {
    const approval = approvedAs('0'.repeat(64), minute(90));
    const policy = { ...anyoneApproves, count: 2 };
    const walked = await walk([...declared, acknowledged, proposed(), approval], {}, { policy });
    expect(walked.went.steps).toEqual([]);
    expect(gateOf(walked)).toBe('not-approved');
  });
});
