import { expect, test } from 'vitest';
import { failed, hideSecrets, networkClosed, readRetryAfter, secretMissing } from '../../src/notify/delivery-fault.ts';

const now = '2026-11-23T03:01:05.000Z';

test.each([
  [-5, 0],
  [0.2, 1],
  [30, 30],
  [1e9, 86_400],
  [null, null],
])('a server that asks to wait %s s is asked again after %s s', (asked, seconds) => {
  expect(failed('rate-limited', 'x', { retry: true, retryAfter: asked }).retry_after).toBe(seconds);
});

test.each([
  ['17', 17],
  [' 17 ', 17],
  ['-17', null],
  ['soon', null],
  [undefined, null],
  ['Mon, 23 Nov 2026 03:02:05 GMT', 60],
  ['Mon, 23 Nov 2026 02:00:00 GMT', 0],
])('Retry-After: %s means %s s', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds);
});

test('secrets are taken out as wholes, and what is too short to be one is left', () => {
  const short = ['to', 'ken'].join('');
  const long = `${short}-9153`;
  const hide = hideSecrets([short, long, `${long}-of-the-pager`], (text) => text);
  expect(hide(`${long}-of-the-pager, ${long} and ${short}`)).toBe(`[secret], [secret] and ${short}`);
});

test('what somebody can open or set without touching the program is tried again', () => {
  expect([networkClosed('example.com'), secretMissing('Slack', 'SLACK_TOKEN')].map(({ retry }) => retry)).toEqual([
    true,
    true,
  ]);
});
