import { describe, expect, it } from 'vitest';
import { parsePayload } from '../../src/alerts/parse-payload.ts';
import { readAlert } from '../../src/alerts/read-alert.ts';

const breach = { source: 'production_monitor', spec_id: 'spec-9', metric: 'p99', value: 3, slo: 2 };

describe('what is no alert', () => {
  it.each([
    ['a number', 5, 'a number'],
    ['a text', 'the disk is full', 'a string'],
    ['a boolean', false, 'a boolean'],
    ['null', null, 'null'],
    ['nothing', undefined, 'null'],
    ['an empty object', {}, 'Nothing in the payload looks like an alert'],
    ['a person', { name: 'Ana', age: 30 }, 'Nothing in the payload looks like an alert'],
    ['a healthy answer', { status: 'ok' }, 'Nothing in the payload looks like an alert'],
    ['an empty list', [], 'without a single object'],
    ['a list of numbers', [1, 2], 'without a single object'],
    ['a ping', { type: 'ping' }, 'not an alert'],
    ['a call of a test button', { text: 'This is a test notification from Example' }, 'test'],
    ['planned maintenance', { title: 'New disks', status: 'Scheduled Maintenance' }, 'maintenance'],
    ['a declared test', { title: 'Disk full', severity: 'high', test: true }, 'test'],
  ])('%s', (_, payload, because) => {
    const reading = readAlert(payload);
    expect(reading.is_alert).toBe(false);
    expect(reading.because).toContain(because);
    expect(reading.alerts.every(({ status }) => status === null)).toBe(true);
  });
});

describe('where an alert may hide', () => {
  it.each([
    ['as JSON inside the root text', JSON.stringify(breach)],
    ['in the body of a gateway', { httpMethod: 'POST', headers: {}, body: JSON.stringify(breach) }],
    ['in the data of a CloudEvent', { specversion: '1.0', id: '1', type: 't', source: '/s', data: breach }],
    [
      'in a Pub/Sub message',
      { message: { data: Buffer.from(JSON.stringify(breach)).toString('base64') }, subscription: 's' },
    ],
    ['in a queued record', { Records: [{ body: JSON.stringify(breach) }] }],
    ['in a list', [breach]],
    [
      'in a text of an SNS envelope',
      { Type: 'Notification', MessageId: 'm', TopicArn: 'arn:t', Message: JSON.stringify(breach), Timestamp: '' },
    ],
  ])('%s', (_, payload) => {
    const reading = readAlert(payload);
    expect(reading).toMatchObject({ source: 'smartspec_production_monitor', is_alert: true });
    expect(reading.alerts.map(({ fingerprint }) => fingerprint)).toEqual(
      readAlert(breach).alerts.map(({ fingerprint }) => fingerprint),
    );
  });
});

describe('several alerts in one payload', () => {
  it('come out one by one, each with its own outcome', () => {
    const { alerts } = readAlert([
      { title: 'Disk full', host: 'a', severity: 'high' },
      { title: 'Disk full', host: 'b', status: 'resolved' },
    ]);
    expect(alerts.map(({ service, status }) => [service, status])).toEqual([
      ['a', 'firing'],
      ['b', 'resolved'],
    ]);
  });

  it('are found in a wrapper that says nothing itself', () => {
    const reading = readAlert({
      version: 2,
      events: [
        { title: 'Disk full', status: 'open' },
        { title: 'Disk slow', status: 'closed' },
      ],
    });
    expect(reading.alerts.map(({ title, status }) => [title, status])).toEqual([
      ['Disk full', 'firing'],
      ['Disk slow', 'resolved'],
    ]);
  });

  it.each([
    [
      'data',
      {
        data: [
          { title: 'a', severity: 'high' },
          { title: 'b', severity: 'low' },
        ],
      },
    ],
    [
      'text in a body',
      {
        body: JSON.stringify([
          { title: 'a', severity: 'high' },
          { title: 'b', severity: 'low' },
        ]),
      },
    ],
    [
      'an envelope',
      {
        data: {
          alerts: [
            { title: 'a', severity: 'high' },
            { title: 'b', severity: 'low' },
          ],
        },
      },
    ],
    ['a group that is firing', { status: 'firing', alerts: [{ name: 'a' }, { name: 'b' }] }],
  ])('are all found in %s', (_, payload) => {
    expect(readAlert(payload).alerts.map(({ title, status }) => [title, status])).toEqual([
      ['a', 'firing'],
      ['b', 'firing'],
    ]);
  });

  it('stay one where a trigger stands beside its events', () => {
    const reading = readAlert({ trigger: { name: 'CPU' }, events: [{ state: 'ERROR' }, { state: 'ERROR' }] });
    expect(reading.alerts.map(({ title }) => title)).toEqual(['CPU']);
  });

  it('stay one where a list is what an alert measured', () => {
    const reading = readAlert({
      check: 'disk',
      host: 'a',
      state: 'down',
      data: [{ message: '97 %' }, { message: '98 %' }],
    });
    expect(reading.alerts.map(({ title, service }) => [title, service])).toEqual([['97 %', 'a']]);
  });

  it('stay one where the object around a list has its own title', () => {
    const reading = readAlert({
      title: 'Disk full',
      severity: 'high',
      events: [{ title: 'opened' }, { title: 'seen' }],
    });
    expect(reading.alerts.map(({ title }) => title)).toEqual(['Disk full']);
  });

  it('leave aside the entries that are no alerts', () => {
    const reading = readAlert([{ hello: 'world' }, { title: 'Disk full', severity: 'high' }, 7]);
    expect(reading.is_alert).toBe(true);
    expect(reading.alerts.map(({ title }) => title)).toEqual(['Disk full']);
  });

  it('about one problem come out as their last outcome', () => {
    const event = { title: 'Disk full', host: 'a' };
    const { alerts } = readAlert([
      { ...event, status: 'firing' },
      { ...event, status: 'acknowledged' },
      { ...event, status: 'resolved' },
    ]);
    expect(alerts.map(({ status }) => status)).toEqual(['resolved']);
  });

  it('are bounded', () => {
    const flood = Array.from({ length: 20_000 }, (_, index) => ({ title: `t${index}`, severity: 'low' }));
    expect(readAlert(flood).alerts).toHaveLength(5_000);
  });
});

describe('texts', () => {
  const titleOf = (title: unknown) => readAlert({ title, severity: 'low' }).alerts[0]?.title;

  it.each([
    ['colours', '\u001b[31mdown\u001b[0m', 'down'],
    ['a terminal title', '\u001b]0;owned\u0007down', 'down'],
    ['control characters at both ends', '\n\u0000 down\r\n', ' down'],
    ['line breaks in the middle', 'down\r\nsince noon', 'down since noon'],
    ['C1 controls', 'do\u009bwn', 'down'],
    ['half a surrogate pair', 'down \ud83d', 'down \ufffd'],
  ])('lose %s', (_, raw, clean) => {
    expect(titleOf(raw)).toBe(clean);
  });

  it.each([
    '  leading blanks',
    '<b>html</b> &amp; more',
    'שגיאה',
    'e\u0301 ℙƴ',
    '👩‍🔧 down',
    '{"code": 5}',
    ['$', '{not} a macro alone'].join(''),
  ])('keep %j as it stands', (raw) => {
    expect(titleOf(raw)).toBe(raw);
  });

  it('are cut at 500 units, never inside a pair', () => {
    expect(titleOf('x'.repeat(501))).toHaveLength(500);
    expect(titleOf(`${'x'.repeat(499)}👩`)).toBe('x'.repeat(499));
  });

  it.each([
    '{EVENT.NAME}',
    ['$', '{latestEvent.name}'].join(''),
    '{{ alert.title }}',
    '*alertName*',
    '{#FSNAME}',
    '$ALERT_TITLE',
    'null',
    'undefined',
    '',
    '   ',
  ])('that are only %j give way to the next candidate', (raw) => {
    expect(readAlert({ title: raw, message: 'Disk full', severity: 'low' }).alerts[0]?.title).toBe('Disk full');
  });
});

describe('numbers', () => {
  it('beyond 2^53 keep all their digits', () => {
    const parsed = parsePayload(
      '{"title": "x", "severity": "low", "labels": {"trace": 90071992547409931}, "dedup_key": 90071992547409931}',
    );
    const other = parsePayload('{"title": "x", "severity": "low", "dedup_key": 90071992547409932}');
    const [alert] = parsed.ok ? readAlert(parsed.value).alerts : [];
    const [neighbour] = other.ok ? readAlert(other.value).alerts : [];
    expect(alert?.labels).toEqual({ trace: '90071992547409931' });
    expect(alert?.fingerprint).not.toBe(neighbour?.fingerprint);
  });
});

describe('contradictions', () => {
  it('between status and state are settled by the status, and said', () => {
    const reading = readAlert({ title: 'Disk full', status: 'resolved', state: 'alerting' });
    expect(reading.alerts[0]?.status).toBe('resolved');
    expect(reading.warnings.join()).toContain('the status was believed');
  });

  it.each([
    [{ title: 'x', resolved: false }, 'firing'],
    [{ title: 'x', resolved: true }, 'resolved'],
    [{ title: 'x', active: false }, 'resolved'],
    [{ title: 'x', acknowledged: true }, 'acknowledged'],
    [{ title: 'x', status: 'purple' }, null],
    [{ title: 'x' }, 'firing'],
    [{ title: 'x', status: 'not resolved' }, null],
    [{ title: 'x', event: { type: 'incident.resolved' } }, 'resolved'],
  ])('%j is %s', (payload, status) => {
    expect(readAlert(payload).alerts[0]?.status).toBe(status);
  });
});

it('quotes hostile words of the payload without their control characters', () => {
  const reading = readAlert({ action: '\u001b[2Jnote', alert: { alertId: 'a' }, integrationName: 'i' });
  expect(reading.because).toContain('note');
  expect(reading.because).not.toContain('\u001b');
});
