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
