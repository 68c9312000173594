import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openReachRig } from '../cli/reaching.ts';
import { portOf, startFaultySlack } from '../support/slack-faults.ts';

it('a silent mail server holds up the Slack messages of no incident, however many are open', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const slack = await startFaultySlack();
  const rig = openReachRig({
    slack: slack.url,
    mail: portOf(silent.address()),
    steps: '[{ after: 1m, notify: [oncall:primary] }]',
  });
  const settings = rig.read('.spec/smartspec.config.yaml');
  rig.write('.spec/smartspec.config.yaml', 'incident_response: { grouping: { window: 1s } }\n');
  const alerts = Array.from({ length: 40 }, (_, n) => ({
    source: 'monitor',
    service: `service-${n}`,
    title: 'slow',
    severity: 'SEV-2',
  }));
  const stdin = alerts.map((alert) => JSON.stringify(alert)).join('\n');
  expect((await rig.runWith({ stdin }, '--alert-payload', '-')).code).toBe(0);
  rig.write(
    '.spec/smartspec.config.yaml',
    settings
      .replace('services:', 'services_before:')
      .replace(
        '  notifications:',
        '  stakeholders: [{ to: ["slack:#incidents", "email:all@example.com"], from: SEV-4 }]\n  notifications:',
      ),
  );
  const ticked = await rig.after(5, 'tick', '--json');
  expect(ticked.json).toMatchObject({ attempted: 80, sent: 40 });
  expect(slack.calls).toHaveLength(40);
});
