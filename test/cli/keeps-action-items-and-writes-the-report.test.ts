import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig, type Rig } from '../support/rig.ts';

async function resolvedRig(): Promise<{ readonly rig: Rig; readonly id: string }> {
  const rig = openRig(
    'incident_response:\n  people:\n    ana: { name: Ana Lima, email: ana@example.com }\n    bo: { name: Bo Chen, email: bo@example.com }\n',
  );
  const id = (await rig.ok('--alert-payload', checkout())).incident_id;
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('verify', '--attest', 'the board is green', '--as', 'ana');
  await rig.ok('resolve', '--as', 'ana');
  return { rig, id };
}

test('action items are added, checked, done and dropped', async () => {
  const { rig, id } = await resolvedRig();
  await rig.ok(
    'action',
    'add',
    'Reject a deploy whose pool exceeds the limit',
    '--owner',
    'platform',
    '--type',
    'prevent',
    '--due',
    '2099-12-11',
    '--priority',
    'P1',
    '--end-state',
    'CI fails on 200',
    '--for',
    '1',
    '--ticket',
    'OPS-1',
  );
  await rig.ok('action', 'add', id, 'Be more careful');
  await rig.ok(
    'action',
    'add',
    'Alert when replica lag exceeds 30 s',
    '--owner',
    'database',
    '--type',
    'detect',
    '--due',
    '2020-01-01',
  );
  const check = await rig.run('action', 'check', '--json');
  expect(check.code).toBe(4);
  expect(check.json['findings']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'weak-action',
        action_id: 'A2',
        tier: expect.any(String),
        text: expect.any(String),
        why: expect.any(String),
      }),
      expect.objectContaining({ kind: 'overdue-action', action_id: 'A3' }),
    ]),
  );
  expect(JSON.stringify(check.json['findings'])).not.toContain('"A1"');
  await rig.ok('action', 'done', 'a3', '--because', 'live since Monday');
  await rig.ok('action', 'drop', 'A2', '--because', 'says nothing');
  expect(await rig.run('action', 'done', 'A3', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'action-already-settled' } },
  });
  expect(await rig.run('action', 'done', 'A9', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'no-such-action' } },
  });
  expect((await rig.run('action', 'check')).code).toBe(0);
  expect((await rig.ok('action', 'list'))['actions']).toMatchObject([
    { id: 'A1', state: 'open', priority: 'P1', factor: 1 },
    { state: 'dropped' },
    { state: 'done' },
  ]);
  for (const flags of [
    ['--type', 'pray'],
    ['--priority', 'P9'],
    ['--due', '2026-02-30'],
    ['--due', 'soon'],
    ['--for', '0'],
  ]) {
    expect((await rig.run('action', 'add', 'x', ...flags)).code, flags.join(' ')).toBe(2);
  }
});

test('causes are added to, and one alone is warned about', async () => {
  const { rig, id } = await resolvedRig();
  const one = await rig.ok('rca', '--trigger', 'a deploy', '--factor', 'no load test');
  expect(one.warnings.join()).toContain('incidents have several');
  await rig.ok(
    'rca',
    '--factor',
    'one region watched',
    '--why',
    'requests waited',
    '--why',
    'the pool was full',
    '--went-well',
    'fast alert',
    '--was-difficult',
    'no runbook',
    '--got-lucky',
    'low traffic',
  );
  expect(rig.state(id)).toMatchObject({
    contributing_factors: ['no load test', 'one region watched'],
    root_cause: { trigger: 'a deploy', whys: ['requests waited', 'the pool was full'] },
  });
  expect(await rig.run('rca', '--json')).toMatchObject({ code: 4, json: { error: { reason: 'nothing-to-record' } } });
});

test('blame is found with place and another wording, keeps the report from being final, and what people wrote stays', async () => {
  const { rig, id } = await resolvedRig();
  const report = `.spec/reports/post-mortems/${id}/post-mortem.md`;
  expect(await rig.run('post-mortem', 'finalize', '--as', 'bo', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'post-mortem-not-drafted' } },
  });
  await rig.ok(
    'rca',
    '--trigger',
    'a deploy raised the pool size',
    '--factor',
    'no load test covers the pool',
    '--factor',
    'limits are set by hand',
  );
  await rig.ok('post-mortem', 'draft');
  rig.write(report, `${rig.read(report)}\nThe outage was caused by Bo Chen, who carelessly ignored the runbook.\n`);
  const lint = await rig.run('post-mortem', 'lint', '--json');
  expect(lint).toMatchObject({ code: 4, json: { outcome: 'findings', error: { reason: 'findings-open' } } });
  expect(lint.json['findings']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        tier: 'block',
        line: expect.any(Number),
        why: expect.any(String),
        suggestion: expect.any(String),
      }),
    ]),
  );
  const text = await rig.run('post-mortem', 'lint');
  expect(text.stdout).toMatch(/post-mortem\.md:\d+:\d+: block/);
  expect(await rig.run('post-mortem', 'finalize', '--as', 'bo', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'findings-open' } },
  });
  rig.write(
    report,
    rig.read(report).replace(/The outage was caused by .*\n/, 'The pool grew past the limit of its database.\n'),
  );
  await rig.ok('post-mortem', 'draft');
  expect(rig.read(report)).toContain('The pool grew past the limit of its database.');
  expect(await rig.ok('post-mortem', 'finalize', '--as', 'bo')).toMatchObject({ outcome: 'finalized' });
  expect(await rig.run('post-mortem', 'draft', '--json')).toMatchObject({
    code: 4,
    json: { error: { reason: 'post-mortem-already-final' } },
  });
  expect(rig.state(id).post_mortem).toMatchObject({ state: 'final', reviewers: ['bo'] });
});

test('any text can be linted: a file, or standard input', async () => {
  const rig = openRig();
  rig.write('docs/pm.md', 'The pool was full.\nAlice was careless and should have known better.\n');
  expect(await rig.run('post-mortem', 'lint', '@docs/pm.md', '--json')).toMatchObject({ code: 4 });
  const clean = await rig.runWith({ stdin: 'The pool was full.\n' }, 'post-mortem', 'lint', '-', '--json');
  expect(clean).toMatchObject({ code: 0, json: { outcome: 'clean' } });
  expect((await rig.run('post-mortem', 'lint', '@missing.md')).code).toBe(2);
});

test('the review meeting is called with a calendar file, and moved with the next number', async () => {
  const { rig, id } = await resolvedRig();
  expect(await rig.ok('post-mortem', 'schedule')).toMatchObject({ outcome: 'scheduled' });
  const calendar = () => rig.read(`.spec/reports/post-mortems/${id}/review.ics`).replaceAll('\r\n ', '');
  expect(calendar()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  for (const line of [/SEQUENCE:0\r/, /mailto:ana@example\.com/i, new RegExp(`SUMMARY:.*${id}`)])
    expect(calendar()).toMatch(line);
  await rig.ok('post-mortem', 'schedule', '--at', '2099-11-26T10:00+01:00', '--attendee', 'bo');
  for (const line of [/SEQUENCE:1\r/, /DTSTART[^\r]*:20991126T090000Z/, /mailto:bo@example\.com/i])
    expect(calendar()).toMatch(line);
  expect((await rig.run('post-mortem', 'schedule', '--at', 'tomorrow')).code).toBe(2);
});

test('what blames, and a chain that ends at a person, is asked back about', async () => {
  const { rig } = await resolvedRig();
  const { warnings } = await rig.ok(
    'rca',
    '--trigger',
    'a deploy',
    '--factor',
    'Bo forgot to renew the lease.',
    '--factor',
    'no limit (#2)',
    '--why',
    'the engineer had no access',
  );
  const said = warnings.join('\n');
  expect(said).toContain('"Bo forgot');
  expect(said).toContain('Instead: Going on without renewing the lease was possible because <condition>.');
  expect(said).toContain('The last why ends at a person');
});

test('a factor points at the entry that shows it, and an action is due by severity where nobody says when', async () => {
  const { rig, id } = await resolvedRig();
  await rig.ok('rca', '--trigger', 'a deploy', '--factor', 'tooling: no limit (#2)', '--factor', 'no load test');
  const added = await rig.ok(
    'action',
    'add',
    'Limit the pool to 20',
    '--happened-at',
    '2020-01-10T10:00Z',
    '--for',
    '1',
  );
  expect(added['action']).toMatchObject({ due: '2020-02-09', factor: 1 });
  await rig.ok('post-mortem', 'draft');
  const report = rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`);
  expect(report).toContain('| 1 | tooling | no limit | timeline #2 | A1 |');
  expect(rig.read(`.spec/reports/post-mortems/${id}/post-mortem.html`)).toContain('<a href="#entry-2">timeline #2</a>');
});

test('what other programs poll of the action items follows them after the report is final', async () => {
  const { rig, id } = await resolvedRig();
  const polled = () => JSON.parse(rig.read(`.spec/reports/post-mortems/${id}/action-items.json`)).action_items;
  await rig.ok('rca', '--trigger', 'deploy-1 raised the pool', '--factor', 'no load test', '--factor', 'no limit');
  await rig.ok('action', 'add', 'Add a limit to the pool of checkout', '--owner', 'platform', '--type', 'prevent');
  expect(rig.files('.spec').filter((file) => file.includes('action-items'))).toEqual([]);
  await rig.ok('post-mortem', 'draft');
  await rig.ok('post-mortem', 'finalize', '--as', 'ana', '--reviewer', 'bo');
  const report = rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`);
  await rig.ok('action', 'add', 'Run the load test at peak', '--owner', 'platform');
  expect(polled()).toMatchObject([{ state: 'open' }, { state: 'open', text: 'Run the load test at peak' }]);
  await rig.ok('close');
  await rig.ok('action', 'done', id, 'A1', '--because', 'merged');
  await rig.ok('action', 'drop', id, 'A2', '--because', 'the tier is retired');
  expect(polled()).toMatchObject([{ state: 'done' }, { state: 'dropped', because: 'the tier is retired' }]);
  expect(rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`)).toBe(report);
});

test('a review that would be over already is warned about', async () => {
  const { rig } = await resolvedRig();
  const { warnings } = await rig.ok('post-mortem', 'schedule', '--at', '2020-01-02T10:00Z');
  expect(warnings).toContain('2020-01-02 10:00 UTC is over already');
});

test('what was found is told once, on one stream', async () => {
  const { rig } = await resolvedRig();
  await rig.ok('reopen', '--because', 'it is back');
  await rig.ok('action', 'add', 'Be more careful');
  const lint = rig.write('letter.md', 'The engineer should have known better.\n');
  for (const [args, part] of [
    [['verify'], 'has not cleared'],
    [['action', 'check'], 'It asks people to try harder'],
    [['post-mortem', 'lint', `@${lint}`], 'It tells a story that did not happen'],
  ] as const) {
    const { code, stdout, stderr } = await rig.run(...args);
    expect(code).not.toBe(0);
    expect(`${stdout}${stderr}`.split(part)).toHaveLength(2);
  }
});

test('a final report that is gone is written anew from the record, and one that is there stays', async () => {
  const { rig, id } = await resolvedRig();
  await rig.ok('rca', '--trigger', 'deploy-1 raised the pool', '--factor', 'no load test', '--factor', 'no limit');
  await rig.ok('post-mortem', 'draft');
  await rig.ok('post-mortem', 'finalize', '--as', 'ana', '--reviewer', 'bo');
  const again = await rig.run('post-mortem', 'draft', '--json');
  expect(again).toMatchObject({ code: 4, json: { error: { reason: 'post-mortem-already-final' } } });
  rmSync(join(rig.folder, '.spec/reports/post-mortems'), { recursive: true });
  const { warnings } = await rig.ok('post-mortem', 'draft');
  expect(warnings.join()).toContain('written anew from the record');
  const report = rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`);
  expect(report).toContain('| Status | final |');
  expect(report).toContain('no load test');
});
