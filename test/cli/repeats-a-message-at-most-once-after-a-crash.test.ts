import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startSlackEmulation } from '../support/slack-emulation.ts';
import { declaring, openReachRig, type ReachRig } from './reaching.ts';

const killer = ['--require', fileURLToPath(new URL('../support/kill-at-link.cjs', import.meta.url))];
const steps = '[{ after: 0m, notify: [oncall:primary] }]';

/** Mails that page somebody, without the reminders of the hours that follow. */
function pagesIn({ arrived }: MailServer) {
  return arrived.map(({ mail }) => mail).filter(({ subject }) => subject?.includes('You are needed') === true);
}

/** The only incident of a project. */
function idIn(rig: ReachRig): string {
  return rig.files('.spec/reports/incidents').flatMap((file) => /INC-[\w-]+/.exec(file) ?? [])[0] ?? '';
}

it('killed between sending and recording, a mail goes out once more, marked and under the same name, and then never again', async () => {
  const mail = await startMailServer();
  const rig = openReachRig({ mail: mail.port, steps });
  // The first entry declares, the second claims, the third says how it went.
  const killed = await rig.afterWith(0, { node: killer, env: { KILL_AT: 'before 3' } }, ...declaring);
  expect([killed.code, pagesIn(mail).length]).toEqual([null, 1]);
  await rig.after(10, 'tick');
  expect(pagesIn(mail)).toHaveLength(1);
  const again = await rig.afterWith(120, { node: killer, env: { KILL_AT: 'before 2' } }, 'tick');
  expect([again.code, pagesIn(mail).length]).toEqual([null, 2]);
  for (const seconds of [300, 1200, 7200]) await rig.after(seconds, 'tick');
  expect(pagesIn(mail)).toHaveLength(2);
  const [first, second] = pagesIn(mail);
  expect(second?.messageId).toBe(first?.messageId);
  expect(first?.text).not.toContain('may have received');
  expect(second?.text).toContain('may have received');
  expect(rig.told(idIn(rig))).toEqual(['ana email failed outcome-unknown']);
});

it('killed after the claim and before sending, nothing is lost: the message goes out when the claim has lapsed', async () => {
  const mail = await startMailServer();
  const rig = openReachRig({ mail: mail.port, steps });
  const killed = await rig.afterWith(0, { node: killer, env: { KILL_AT: 'after 2' } }, ...declaring);
  expect([killed.code, pagesIn(mail).length]).toEqual([null, 0]);
  for (const seconds of [10, 120, 1200]) await rig.after(seconds, 'tick');
  expect(pagesIn(mail)).toHaveLength(1);
  expect(rig.state(idIn(rig)).notifications).toMatchObject([{ state: 'sent', maybe_repeated: true, attempts: 2 }]);
});

it('in a Slack channel the message that got through is found by its key, so that nobody reads it twice', async () => {
  const slack = await startSlackEmulation();
  const channel = (await slack.call('conversations.create', { name: 'crashes' })).channel?.id ?? '';
  const more = [`  stakeholders: [{ to: ["slack:${channel}"], from: SEV-3 }]`];
  const rig = openReachRig({ slack: slack.url, more, steps: '[{ after: 3h, notify: [oncall:primary] }]' });
  const killed = await rig.afterWith(0, { node: killer, env: { KILL_AT: 'before 3' } }, ...declaring);
  const posted = async () => (await slack.call('conversations.history', { channel })).messages ?? [];
  expect([killed.code, (await posted()).length]).toEqual([null, 1]);
  await rig.done(120, 'tick');
  const [message, ...others] = await posted();
  expect(others).toEqual([]);
  expect(rig.told(idIn(rig), 'declared')).toEqual([`${channel} slack sent`]);
  expect(rig.state(idIn(rig)).notifications).toMatchObject([{ reference: `${channel}/${message?.ts}` }]);
});
