import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

const blaming = '# Review\n\nThe outage was caused by human error.\n\nThe vendor dropped the ball.\n';
const reason = 'quoted from the letter of the provider';

describe('a baseline of accepted findings', () => {
  test('is printed with a reason, goes to a file, and lets the same text pass', async () => {
    const rig = openRig();
    rig.write('docs/pm.md', blaming);
    const printed = await rig.run('post-mortem', 'lint', '@docs/pm.md', '--write-baseline', '--because', reason);
    expect(printed.code).toBe(0);
    expect(JSON.parse(printed.stdout)).toEqual({
      accepted: [
        { key: 'human-error: human error', reason },
        { key: expect.stringMatching(/^team-blame: the vendor dropped/), reason },
      ],
    });
    rig.write('docs/accepted.json', printed.stdout);
    const passed = await rig.run('post-mortem', 'lint', '@docs/pm.md', '--baseline', 'docs/accepted.json', '--json');
    expect(passed).toMatchObject({ code: 0, json: { outcome: 'clean', findings: [], warnings: [] } });
    expect(passed.json['accepted']).toHaveLength(2);
  });

  test('lets nothing pass that is new, and names what is not there any more', async () => {
    const rig = openRig();
    rig.write('docs/accepted.json', JSON.stringify({ accepted: [{ key: 'human-error: gone', reason }] }));
    rig.write('docs/pm.md', blaming);
    const run = await rig.run('post-mortem', 'lint', '@docs/pm.md', '--baseline', 'docs/accepted.json');
    expect(run.code).toBe(4);
    expect(run.stdout).toContain('2 findings, 2 blocking');
    expect(run.stderr).toContain('not there any more: human-error: gone');
  });

  test('keeps the reasons it had when it is printed anew', async () => {
    const rig = openRig();
    rig.write('docs/pm.md', blaming);
    const old = { key: 'human-error: human error', reason: 'the title of a cited paper' };
    rig.write('docs/accepted.json', JSON.stringify({ accepted: [old] }));
    const lint = ['post-mortem', 'lint', '@docs/pm.md', '--baseline', 'docs/accepted.json'];
    const { json } = await rig.run(...lint, '--write-baseline', '--because', reason, '--json');
    expect(json['baseline']).toMatchObject({ accepted: [old, { reason }] });
  });

  test('never accepts a secret or personal data', async () => {
    const rig = openRig();
    rig.write('docs/pm.md', 'Ask mia.keller@example.com, she was careless.\n');
    const { stdout } = await rig.run('post-mortem', 'lint', '@docs/pm.md', '--write-baseline', '--because', reason);
    expect(stdout).not.toContain('personal');
    rig.write('docs/accepted.json', stdout);
    const run = await rig.run('post-mortem', 'lint', '@docs/pm.md', '--baseline', 'docs/accepted.json', '--json');
    expect(run).toMatchObject({ code: 4, json: { findings: [{ kind: 'personal-data' }] } });
  });

  test.each([
    ['without a reason', ['--write-baseline'], null, 'reason-missing'],
    ['that is missing', ['--baseline', 'none.json'], null, 'no-such-file'],
    ['that is no JSON', ['--baseline', 'b.json'], '{', 'baseline-broken'],
    ['of another shape', ['--baseline', 'b.json'], '[1]', 'baseline-broken'],
    [
      'with an entry without a reason',
      ['--baseline', 'b.json'],
      '{"accepted":[{"key":"a: b","reason":" "}]}',
      'baseline-broken',
    ],
  ])('%s is wrong usage', async (_what, flags, content, expected) => {
    const rig = openRig();
    rig.write('docs/pm.md', blaming);
    if (content !== null) rig.write('b.json', content);
    const run = await rig.run('post-mortem', 'lint', '@docs/pm.md', ...flags, '--json');
    expect(run).toMatchObject({
      code: 2,
      json: { error: { reason: expected, hint: expect.stringContaining('--write-baseline') } },
    });
  });
});

async function draftedRig(): Promise<{ readonly rig: Rig; readonly id: string; readonly report: string }> {
  const rig = openRig('incident_response:\n  people:\n    ana: { name: Ana Lima }\n    bo: { name: Bo Chen }\n');
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('verify', '--attest', 'the board is green', '--as', 'ana');
  await rig.ok('resolve', '--as', 'ana');
  await rig.ok('rca', '--trigger', 'a deploy raised the pool size', '--factor', 'no load test', '--factor', 'no limit');
  await rig.ok('post-mortem', 'draft', '--as', 'ana');
  return { rig, id, report: `.spec/reports/post-mortems/${id}/post-mortem.md` };
}

test('a report is signed off on an accepted finding, and the record says which and why', async () => {
  const { rig, id, report } = await draftedRig();
  rig.write(report, `${rig.read(report)}\nThe provider writes that it was human error.\n`);
  expect(await rig.run('post-mortem', 'finalize', '--as', 'bo', '--json')).toMatchObject({ code: 4 });
  rig.write(
    'accepted.json',
    JSON.stringify({
      accepted: [
        { key: 'human-error: human error', reason },
        { key: 'x: y', reason },
      ],
    }),
  );
  await rig.ok('post-mortem', 'finalize', '--as', 'bo', '--reviewer', 'ana', '--baseline', 'accepted.json');

  const { check } = rig.state(id).post_mortem as { readonly check: unknown };
  expect(check).toEqual({
    rule_set: expect.stringMatching(/^[0-9a-f]{8}$/),
    accepted: [{ key: 'human-error: human error', reason }],
  });
  const final = rig.read(report);
  expect(final).toContain(`Accepted although the check names it (human-error): ${reason}`);
  expect(final).toMatch(/Version 1 was signed off at .* UTC by Bo Chen, Ana Lima\./);
  expect(final).toMatch(/\| Status \| final \|/);
  expect(await rig.run('post-mortem', 'lint', '--json')).toMatchObject({ code: 0, json: { accepted: [{}] } });
});

test('the summary beside the report has the shape of every other summary', async () => {
  const { rig, id } = await draftedRig();
  const beside = JSON.parse(rig.read(`.spec/reports/post-mortems/${id}/summary.json`));
  const own = JSON.parse(rig.read(`.spec/reports/incidents/${id}/summary.json`));
  expect(beside).toMatchObject(own);
  expect(beside).toMatchObject({
    post_mortem: { state: 'draft', version: 1 },
    highest_severity: 'SEV-2',
    version: '1.0.0',
  });
});
