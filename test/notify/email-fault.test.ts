import { expect, test } from 'vitest';
import { judgeMailError } from '../../src/notify/email-fault.ts';

function mailError(facts: {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}): Error {
  return Object.assign(new Error(facts.response ?? facts.code ?? 'it failed'), facts);
}

const answers: readonly (readonly [status: number, code: string, reason: string, retry: boolean])[] = [
  [421, 'EENVELOPE', 'refused-by-server', true],
  [450, 'EENVELOPE', 'refused-by-server', true],
  [454, 'EAUTH', 'not-permitted', true],
  [499, 'EENVELOPE', 'refused-by-server', true],
  [500, 'EENVELOPE', 'refused-by-server', false],
  [521, 'EENVELOPE', 'recipient-unknown', false],
  [523, 'EMESSAGE', 'too-long', false],
  [530, 'EENVELOPE', 'not-permitted', false],
  [534, 'EENVELOPE', 'not-permitted', false],
  [535, 'EAUTH', 'not-permitted', false],
  [538, 'EENVELOPE', 'not-permitted', false],
  [550, 'EENVELOPE', 'recipient-unknown', false],
  [550, 'EAUTH', 'not-permitted', false],
  [551, 'EENVELOPE', 'recipient-unknown', false],
  [552, 'EMESSAGE', 'too-long', false],
  [553, 'EENVELOPE', 'recipient-unknown', false],
  [554, 'EMESSAGE', 'refused-by-server', false],
];

test.each(answers)('a mail server that answers %i (%s) says %s, try again: %s', (responseCode, code, reason, retry) => {
  const error = mailError({ code, responseCode, response: `${responseCode} 5.1.1 no` });
  const judged = judgeMailError(error, 'smtp.example.com', (text) => text);
  expect(judged).toMatchObject({ reason, retry, detail: `The mail server answered ${responseCode}: 5.1.1 no` });
});

test.each([
  ['ENOAUTH', 'not-permitted', false],
  ['EENVELOPE', 'recipient-unknown', false],
  ['ETLS', 'unreachable', true],
  ['EREQUIRETLS', 'unreachable', true],
  ['ETIMEDOUT', 'timed-out', true],
  ['ESTREAM', 'too-long', false],
  ['EPROTOCOL', 'answer-unreadable', true],
  ['ECONNECTION', 'unreachable', true],
])('without an answer %s is %s, try again: %s', (code, reason, retry) => {
  expect(judgeMailError(mailError({ code }), 'smtp.example.com', (text) => text)).toMatchObject({ reason, retry });
});

test('a server that refuses to encrypt has said nothing about the message', () => {
  const error = mailError({ code: 'ETLS', responseCode: 500, response: '500 command not recognised' });
  expect(judgeMailError(error, 'smtp.example.com', (text) => text)).toMatchObject({
    reason: 'unreachable',
    retry: true,
  });
});

test('a fault that is no error at all is tried again', () => {
  expect(judgeMailError('odd', 'smtp.example.com', (text) => text)).toMatchObject({
    reason: 'unreachable',
    retry: true,
  });
});
