import { expect, it } from 'vitest';
import { openTellingRig, stakeholders, toldIn } from './told.ts';

const payload = JSON.stringify({
  source: 'smartspec_production_monitor',
  spec_id: 'checkout',
  metric: 'p99_latency',
  value: 700,
  slo: 400,
  severity: 'critical',
});

it('simulate gives the same whole schedule every time, and sends and writes nothing', async () => {
  const rig = openTellingRig([stakeholders]);
  const once = await rig.run('simulate', payload, '--at', '2026-11-23T03:00Z', '--json');
  const again = await rig.run('simulate', payload, '--at', '2026-11-23T03:00Z', '--json');
  expect(again.stdout).toBe(once.stdout);
  expect(once.json['schedule']).toMatchObject([
    { at: '2026-11-23T03:00:00.000Z', kind: 'page', to: 'ana', channel: 'command:pager', person: 'ana', step: 1 },
    { at: '2026-11-23T03:00:00.000Z', kind: 'declared', to: 'pager', person: null, step: null },
    { at: '2026-11-23T03:10:00.000Z', kind: 'page', to: 'bo', step: 2 },
    { at: '2026-11-23T03:20:00.000Z', kind: 'reminder', to: 'ana' },
    { at: '2026-11-23T03:40:00.000Z', kind: 'reminder', to: 'ana' },
    { at: '2026-11-23T04:00:00.000Z', kind: 'reminder', to: 'ana' },
    { at: '2026-11-23T04:00:00.000Z', kind: 'reminder', to: 'ana' },
    { at: '2026-11-23T06:00:00.000Z', kind: 'reminder', to: 'ana' },
  ]);
  expect(toldIn(rig)).toEqual([]);
  expect(rig.files('.spec')).toEqual(['.spec/smartspec.config.yaml']);
});

it('simulate shows an alert as it would be kept, without secrets and personal data', async () => {
  const secret = `xo${'xb-'}${'271828182845'}-${'904523536028'}-${'Aq7sWf2LdRe9GtYh5JoPkXcV'}`;
  const alert = {
    title: `checkout fails for ${'ada'}@example.com`,
    service: 'checkout',
    labels: { token: secret, region: 'eu-1' },
    description: `the bot says ${secret}`,
  };
  const rig = openTellingRig();
  for (const args of [['--json'], []]) {
    const { code, stdout, stderr } = await rig.run('simulate', JSON.stringify(alert), ...args);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toMatch(new RegExp(`${secret}|ada@`));
  }
  const { json } = await rig.run('simulate', JSON.stringify(alert), '--json');
  expect(json['reading']).toMatchObject({ source: 'generic', alerts: [{ labels: { region: 'eu-1' } }] });
  expect(JSON.stringify(json['reading'])).toMatch(/"fingerprint":"[0-9a-f]{16}"/);
});

it('simulate plays the schedule as fast as it is told to', async () => {
  const rig = openTellingRig();
  const played = await rig.run('simulate', payload, '--at', '2026-11-23T03:00Z', '--speed', '100000');
  expect(played.stdout.split('\n')[2]).toMatch(/03:10:00 +\+10 min +page, step 2 +bo/);
  expect((await rig.run('simulate', payload, '--speed', 'slow')).code).toBe(2);
});

it('oncall show reads calendars of the project, too', async () => {
  const rig = openTellingRig();
  const config = rig.read('.spec/smartspec.config.yaml');
  rig.write(
    '.spec/smartspec.config.yaml',
    config.replace('secondary: { rotation: [bo], starts: 2026-01-05 }', 'secondary: { ics: .spec/secondary.ics }'),
  );
  const missing = await rig.run('oncall', 'lint', '--at', '2026-11-23T03:00Z', '--json');
  expect(missing.code).toBe(1);
  expect(missing.json.error?.message).toContain('there is no such file');
  rig.write(
    '.spec/secondary.ics',
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      'BEGIN:VEVENT',
      'UID:1@example.com',
      'DTSTAMP:20260101T000000Z',
      'DTSTART:20261101T000000Z',
      'DTEND:20270601T000000Z',
      'SUMMARY:Bo Chen',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
  const shown = await rig.ok('oncall', 'show', 'secondary', '--at', '2026-11-23T03:00Z');
  expect(shown['schedules']).toMatchObject([{ schedule: 'secondary', on_call: [{ person: 'bo' }] }]);
  expect((await rig.run('oncall', 'lint', '--at', '2026-11-23T03:00Z')).code).toBe(0);
  expect((await rig.run('oncall', 'show', 'nights')).code).toBe(2);
});
