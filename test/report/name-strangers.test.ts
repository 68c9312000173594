import { expect, test } from 'vitest';
import { nameStrangers } from '../../src/report/name-strangers.ts';
import { wordsFor } from '../../src/report/words/words.ts';

test.each([
  ['Dave restarted the broker.', 'A responder restarted the broker.'],
  ['Then Ingrid Falk raised the limit; ask @dave.', 'Then a responder raised the limit; ask a responder.'],
  ['Ask Sébastien or Mónica Ruiz.', 'Ask a responder or a responder.'],
  ['The fix of Dr. Mehta held.', 'The fix of a responder held.'],
])('whoever is named but unknown becomes a role: %s', (text, expected) => {
  expect(nameStrangers(text, wordsFor('en'))).toBe(expected);
});

test.each([
  'Jenkins restarted the broker; Consul and Cassandra were healthy.',
  'postgres://[secret-1:url-credentials]@db1.cluster.example.net:5432/orders answers',
  'The Alice cluster was drained in the Florence region.',
  'Availability Zone B and the Frankfurt region were slow.',
  '`Dave` is the name of the host.',
  'การปรับรุ่นทำให้ช้า',
  '',
])('what is no person stays as it is: %s', (text) => {
  expect(nameStrangers(text, wordsFor('en'))).toBe(text);
});
