import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from './source-cases.ts';

describe('what tells two problems of unknown senders apart', () => {
  const same = (a: unknown, b: unknown) => fingerprintsOf(a)[0] === fingerprintsOf(b)[0];

  it.each<readonly [string, boolean, unknown, unknown]>([
    [
      'another check of one host',
      false,
      { host: 'h', alarm: 'disk', status: 'CRITICAL' },
      { host: 'h', alarm: 'load', status: 'CRITICAL' },
    ],
    [
      'another host with one check',
      false,
      { host: 'a', service: 'http', state: 'DOWN', output: 'x' },
      { host: 'b', service: 'http', state: 'DOWN', output: 'x' },
    ],
    [
      'another measured value',
      true,
      { device: 'd', sensor: 'Ping', status: 'Down', message: '80 % lost' },
      { device: 'd', sensor: 'Ping', status: 'Down', message: '90 % lost' },
    ],
    [
      'a status in front of the title',
      true,
      { title: '[FIRING:1] Disk is full' },
      { title: '[RESOLVED] Disk is full' },
    ],
    ['another time', true, { title: 'Disk is full', ts: 1_786_082_704 }, { title: 'Disk is full', ts: 1_786_082_999 }],
    [
      'another commit of one pipeline',
      true,
      { object_kind: 'pipeline', project: { name: 'p' }, status: 'failed', commit: { title: 'a' } },
      { object_kind: 'pipeline', project: { name: 'p' }, status: 'success', commit: { title: 'b' } },
    ],
    ['another share', true, { title: 'CPU of web-1 at 95%' }, { title: 'CPU of web-1 at 97.3 %' }],
    ['another duration', true, { text: 'p99 is 812ms (threshold: 500ms)' }, { text: 'p99 is 1.2s (threshold: 500ms)' }],
    [
      'another count and moment in a sentence',
      true,
      { text: 'Queue depth is 1042 at 2026-08-07 06:05:04' },
      { text: 'Queue depth is 2093 at 2026-08-07 06:09:04' },
    ],
    ['another build', true, { title: 'Build #812 failed' }, { title: 'Build #813 failed' }],
    ['another priority', true, { title: '[P3] Disk is full' }, { title: '[P1] Disk is full' }],
    ['another shard', false, { title: 'Shard 3 is down' }, { title: 'Shard 4 is down' }],
    ['another port', false, { title: '192.0.2.4:443 is down' }, { title: '192.0.2.4:80 is down' }],
    ['another address', false, { title: '192.0.2.4 is down' }, { title: '192.0.2.5 is down' }],
    ['another number in a name', false, { title: 'API check #1' }, { title: 'API check #2' }],
    ['another error code', false, { title: 'HTTP 500 on /pay' }, { title: 'HTTP 404 on /pay' }],
    ['another word', false, { title: 'Payments failed' }, { title: 'Sign-ins failed' }],
    [
      'one rule of two hosts',
      false,
      { rule_id: 5, host: 'a', title: 'Disk' },
      { rule_id: 5, host: 'b', title: 'Disk' },
    ],
    [
      'what a check printed',
      true,
      { host: 'a', service: 'load', output: 'LOAD 9' },
      { host: 'a', service: 'load', output: 'LOAD 1' },
    ],
    ['another nameless problem', false, { severity: 'high', zone: 'north' }, { severity: 'high', zone: 'south' }],
    [
      'another moment of a nameless one',
      true,
      { severity: 'high', zone: 'a', at: '2026-01-02' },
      { severity: 'high', zone: 'a', at: '2026-01-03' },
    ],
    ['a trap and its opposite', true, { trap: 'linkDown', severity: 'major' }, { trap: 'linkUp', severity: 'cleared' }],
    ['a number that came as a text', true, { title: 'x', alert_id: 93 }, { title: 'x', alert_id: '93' }],
    [
      'keys in another order',
      true,
      { title: 'x', labels: { a: '1', b: '2' } },
      { labels: { b: '2', a: '1' }, title: 'x' },
    ],
  ])('%s', (_, isSame, a, b) => {
    expect(same(a, b)).toBe(isSame);
  });
});
