import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { resolveSecret } from '../../src/config/secret.ts';

// Put together here, so that no file holds a whole one.
const token = ['xoxb', '1234567890', 'Zk9Qw7Rt2Lm4'].join('-');
const password = ['hunter', '2', 'Zq81'].join('');

describe('a secret in the file', () => {
  const cases: readonly (readonly [string, string])[] = [
    [`notifications: { slack: { token: «${token} } }`, 'notifications.slack.token'],
    [
      `notifications: { email: { smtp: «"smtps://ops:${password}@mail.test", from: a@b.test } }`,
      'notifications.email.smtp',
    ],
    [
      `notifications: { webhook: { b: { url: "https://b.test", secret: «${password} } } }`,
      'notifications.webhook.b.secret',
    ],
    [`notifications: { webhook: { b: { url: «"https://u:${password}@b.test" } } }`, 'notifications.webhook.b.url'],
    [
      `notifications: { webhook: { b: { url: «"https://hooks.slack.com/services/T0/B0/${password}" } } }`,
      'notifications.webhook.b.url',
    ],
    [`security: { signing_key: «${password} }`, 'security.signing_key'],
    [`store: { kind: postgres, url: «"postgres://app:${password}@db.test/x" }`, 'store.url'],
    [`store: { kind: postgres, url: «"env:${password} ${password}" }`, 'store.url'],
  ];
  test.each(cases)('%# is a problem, is not used, and is never repeated', (marked, key) => {
    const text = `incident_response:\n  ${marked.replace('«', '')}\n`;
    const { config, problems } = parseConfig(text, 'c');
    expect(problems).toMatchObject([{ line: 2, column: marked.indexOf('«') + 3, key: `incident_response.${key}` }]);
    expect(problems[0]?.what).toContain('is a secret in the file: use env:NAME');
    for (const secret of [token, password]) expect(JSON.stringify([config, problems])).not.toContain(secret);
  });

  test('where none is expected it is a problem all the same, and the configuration must not be copied', () => {
    const text = `incident_response: { workflows: { w: { command: [./page, --token, ${token}] } } }`;
    const { problems, holds_secrets } = parseConfig(text, 'c');
    expect(holds_secrets).toBe(true);
    expect(problems).toMatchObject([{ key: 'incident_response.workflows.w.command.2' }]);
    expect(JSON.stringify(problems)).not.toContain(token);
  });

  test('even as a key it is not repeated', () => {
    const secretKey = token.replaceAll('-', '_');
    const { problems } = parseConfig(`incident_response: { notifications: { ${secretKey}: 1 } }`, 'c');
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(secretKey);
  });
});

describe('looking a secret up', () => {
  const env = { SET: 'value', EMPTY: '' };
  const cases: readonly (readonly [string, unknown])[] = [
    ['env:SET', { ok: true, value: 'value' }],
    ['env:EMPTY', { ok: false, reason: 'env-not-set', name: 'EMPTY' }],
    ['env:ABSENT', { ok: false, reason: 'env-not-set', name: 'ABSENT' }],
    ['env:constructor', { ok: false, reason: 'env-not-set', name: 'constructor' }],
    [password, { ok: false, reason: 'not-a-reference', name: '' }],
    ['env:', { ok: false, reason: 'not-a-reference', name: '' }],
  ];
  test.each(cases)('%# gives a value or says why not', (reference, expected) => {
    expect(resolveSecret(reference, env)).toEqual(expected);
  });
});
