import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startMailServer } from '../support/mail-server.ts';
import { portOf, type SlackFault, startFaultySlack } from '../support/slack-faults.ts';
import { declaring, openReachRig } from './reaching.ts';

interface FaultCase {
  readonly what: string;
  readonly fault: SlackFault;
  /** How the page by Slack stands after the first attempt. */
  readonly stands: string;
  /** At which second it is tried again, and at which not yet; null where it is given up at once. */
  readonly again: { readonly not_yet: number; readonly due: number } | null;
}

const faults: readonly FaultCase[] = [
  {
    what: 'the rate is limited for two minutes',
    fault: { status: 429, retryAfter: '120' },
    stands: 'ana slack waiting rate-limited',
    again: { not_yet: 100, due: 125 },
  },
  {
    what: 'the channel is not there',
    fault: { error: 'channel_not_found' },
    stands: 'ana slack failed recipient-unknown',
    again: null,
  },
  {
    what: 'the channel is archived',
    fault: { error: 'is_archived' },
    stands: 'ana slack failed recipient-archived',
    again: null,
  },
  {
    what: 'the connection is reset',
    fault: 'reset',
    stands: 'ana slack waiting unreachable',
    again: { not_yet: 5, due: 20 },
  },
  {
    what: 'something went wrong at Slack',
    fault: { status: 503, body: 'sorry', type: 'text/plain' },
    stands: 'ana slack waiting refused-by-server',
    again: { not_yet: 5, due: 20 },
  },
];

it.each(faults)(
  'when $what, the mail goes out all the same, and what waits is tried again in its time',
  async ({ fault, stands, again }) => {
    const slack = await startFaultySlack(fault);
    const mail = await startMailServer();
    const rig = openReachRig({ slack: slack.url, mail: mail.port });
    const declared = await rig.done(0, ...declaring);
    const id = declared.incident_id;
    expect(rig.told(id)).toEqual(['ana email sent', stands]);
    expect(mail.arrived).toHaveLength(1);
    if (again === null) {
      await rig.done(250, 'tick');
      expect(slack.calls).toHaveLength(1);
      return;
    }
    expect(declared.warnings.join('\n')).toContain('page to ana by slack not delivered');
    await rig.done(again.not_yet, 'tick');
    expect(slack.calls).toHaveLength(1);
    await rig.done(again.due, 'tick');
    expect(rig.told(id)).toEqual(['ana email sent', 'ana slack sent']);
    expect([slack.calls.length, mail.arrived.length]).toEqual([2, 1]);
  },
);

it('a message that is too long for Slack goes out in a shorter form', async () => {
  const slack = await startFaultySlack({ error: 'msg_blocks_too_long' });
  const rig = openReachRig({ slack: slack.url });
  const { incident_id: id } = await rig.done(0, ...declaring);
  expect(rig.told(id)).toEqual(['ana slack sent']);
  expect(slack.calls).toHaveLength(2);
  const [first = '', second = ''] = slack.calls.map(({ body }) => body['blocks'] ?? '');
  expect(second.length).toBeLessThanOrEqual(first.length);
});

it('a Slack that limits the rate is left in peace for as long as it asks, and then gets the message once', async () => {
  const slack = await startFaultySlack({ status: 429, retryAfter: '300' });
  const rig = openReachRig({ slack: slack.url, steps: '[{ after: 0m, notify: [oncall:primary] }]' });
  const declared = await rig.after(0, ...declaring, '--json');
  expect(declared.code).toBe(3);
  const id = declared.json.incident_id;
  for (const seconds of [20, 90, 290]) expect((await rig.after(seconds, 'tick')).code).toBe(3);
  expect(slack.calls).toHaveLength(1);
  expect((await rig.after(305, 'tick')).code).toBe(0);
  expect(rig.told(id)).toEqual(['ana slack sent']);
  await rig.done(900, 'tick');
  expect(slack.calls).toHaveLength(2);
});

it('a mail server that answers nothing keeps Slack from nobody, and its message may have got through', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const slack = await startFaultySlack();
  const rig = openReachRig({ slack: slack.url, mail: portOf(silent.address()) });
  const { incident_id: id } = await rig.done(0, ...declaring);
  expect(rig.told(id)).toEqual(['ana email waiting timed-out', 'ana slack sent']);
  expect(rig.state(id).notifications.find(({ channel }) => channel === 'email')).toMatchObject({ attempts: 1 });
});

it.each([
  [550, 'ana email failed recipient-unknown'],
  [451, 'ana email waiting refused-by-server'],
])('a mail server that answers %i leaves the page by mail as: %s', async (code, stands) => {
  const mail = await startMailServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('not now'), { responseCode: code })),
  });
  const slack = await startFaultySlack();
  const rig = openReachRig({ slack: slack.url, mail: mail.port });
  const { incident_id: id } = await rig.done(0, ...declaring);
  expect(rig.told(id)).toEqual([stands, 'ana slack sent']);
});

it('when nobody is reached by any channel every call says so with 3 and whom to ring, until somebody answers', async () => {
  const slack = await startFaultySlack(...Array.from({ length: 20 }, () => 'reset' as const));
  const rig = openReachRig({ slack: slack.url, mail: 1 });
  const declared = await rig.after(0, ...declaring);
  const ticked = await rig.after(310, 'tick');
  for (const { code, stderr } of [declared, ticked]) {
    expect(code).toBe(3);
    expect(stderr).toMatch(/nobody was reached/i);
    expect(stderr).toMatch(/Ana Lima\s+\+1 202 555 0101/);
    expect(stderr).toMatch(/SEV-1: orders fail \(checkout\).*incident ack INC-/);
  }
  expect(ticked.stderr.indexOf('Bo Chen')).toBeLessThan(ticked.stderr.indexOf('Cy Okoro'));
  expect((await rig.after(320, 'ack', '--as', 'ana')).code).toBe(0);
  expect((await rig.after(400, 'tick')).code).toBe(0);
});
