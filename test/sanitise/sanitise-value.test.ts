import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { type Json, sanitiseValue } from '../../src/sanitise/sanitise-value.ts';

const fresh = emptyPlaceholders('a salt for tests');
const clean = (value: Json): Json => sanitiseValue(value, fresh).value;
const longHex = '0123456789abcdef'.repeat(2);

describe('values under telling names', () => {
  it.each<[string, string, Json, Json]>([
    ['a password', 'password', 'plain', '[secret-1:password]'],
    ['a password that is a number', 'password', 123456, '[secret-1:password]'],
    ['a routing key', 'routing_key', 'orders', '[secret-1:routing-key]'],
    ['a header in its own spelling', 'X-Api-Key', 'abcdef', '[secret-1:api-key]'],
    ['a camel-case name', 'clientSecret', 'abcdef', '[secret-1:client-secret]'],
    ['a prefixed name', 'SLACK_BOT_TOKEN', 'abcdef', '[secret-1:bot-token]'],
    [
      'cookies of any shape',
      'cookies',
      [
        ['csrf', 'abcdef'],
        ['theme', 'dark'],
      ],
      [
        ['csrf', '[secret-1:csrf]'],
        ['theme', '[secret-2:cookies]'],
      ],
    ],
    ['what lies under a secret', 'secret', { a: ['abcdef'] }, { a: ['[secret-1:secret]'] }],
    ['a telephone number', 'mobile_phone', '0812345678', '[phone-1]'],
    ['a first name', 'first_name', 'Ana', '[person-1]'],
    ['a date of birth', 'dateOfBirth', '1984-02-29', '[birth-date-1]'],
    ['a passport', 'passport_number', 'X1234567', '[national-id-1]'],
    ['a client address', 'client_ip', '203.0.113.9', '[client-ip-1]'],
  ])('replaces %s whole', (_, key, given, expected) => {
    expect(clean({ [key]: given })).toEqual({ [key]: expected });
  });

  it.each<[string, Json]>([
    ['fingerprint', '6f1a2c9b7d3e4f50'],
    ['dedup_key', 'srv01/HTTP'],
    ['incident_key', longHex],
    ['groupKey', '{}:{alertname="HighCPU"}'],
    ['secretName', 'tls-cert'],
    ['token_type', 'bearer'],
    ['total_tokens', 512],
    ['next_token', 'abcdef123456'],
    ['public_key', longHex],
    ['key', 'CPU'],
    ['keys_url', 'https://api.github.com/repos/a/b/keys{/key_id}'],
    ['password', '********'],
    ['password', null],
    ['token', true],
    ['token', 17],
    ['client_ip', '10.0.0.7'],
    ['instance', '203.0.113.9:9100'],
    ['name', 'payments-api'],
    ['full_name', 'octo-org/octo-repo'],
    ['commit', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
    ['started_at', 1706738640123],
    ['authorization', { action: 'Microsoft.Compute/restart', scope: '/subscriptions/s1' }],
  ])('leaves %s: %j', (key, value) => {
    expect(sanitiseValue({ [key]: value }, fresh)).toEqual({ value: { [key]: value }, state: fresh, found: [] });
  });
});

describe('values whose name stands beside them', () => {
  it('reads a name and value object', () => {
    const given = {
      env: [
        { name: 'DB_PASSWORD', value: 'plain' },
        { name: 'REGION', value: 'eu' },
      ],
    };
    expect(clean(given)).toEqual({
      env: [
        { name: 'DB_PASSWORD', value: '[secret-1:db-password]' },
        { name: 'REGION', value: 'eu' },
      ],
    });
  });

  it('reads a list of pairs', () => {
    const given = {
      headers: [
        ['Accept', 'text/html'],
        ['Cookie', 'plain-value'],
      ],
    };
    expect(clean(given)).toEqual({
      headers: [
        ['Accept', 'text/html'],
        ['Cookie', '[secret-1:cookie]'],
      ],
    });
  });

  it('empties a Kubernetes secret and keeps its metadata', () => {
    const given = { kind: 'Secret', metadata: { name: 'db' }, data: { 'tls.crt': 'YWJjZA==' } };
    expect(clean(given)).toEqual({
      kind: 'Secret',
      metadata: { name: 'db' },
      data: { 'tls.crt': '[secret-1:secret]' },
    });
  });
});

describe('people in a payload', () => {
  it('replaces the user of an error event and keeps the host', () => {
    const given = {
      server_name: 'web-1',
      user: {
        id: '71',
        name: 'Ana Silva',
        username: 'ana',
        email: 'ana@example.com',
        ip_address: '203.0.113.9',
        geo: { city: 'Porto' },
      },
    };
    expect(clean(given)).toEqual({
      server_name: 'web-1',
      user: {
        id: '71',
        name: '[person-1]',
        username: '[user-1]',
        email: '[email-1]',
        ip_address: '[client-ip-1]',
        geo: { city: '[location-1]' },
      },
    });
  });

  it('takes the name beside a mail address for a person, and no other name', () => {
    const given = { author: { name: 'Ana Silva', email: 'ana@example.com' }, service: { name: 'Edge Proxy' } };
    expect(clean(given)).toEqual({
      author: { name: '[person-1]', email: '[email-1]' },
      service: { name: 'Edge Proxy' },
    });
  });
});

describe('the shape of a value', () => {
  it('cleans the names of properties and keeps two apart that become the same', () => {
    expect(clean({ 'ana@example.com': 1, 'ANA@example.com': 2 })).toEqual({ '[email-1]': 1, '[email-1]~2': 2 });
  });

  it('keeps a property called __proto__ a property and pollutes nothing', () => {
    const given: Json = JSON.parse('{"__proto__":{"polluted":"ana@example.com"},"constructor":{"prototype":{"x":1}}}');
    const cleaned = clean(given);
    expect(JSON.stringify(cleaned)).toBe('{"__proto__":{"polluted":"[email-1]"},"constructor":{"prototype":{"x":1}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('survives nesting that no recursion would, and says where it stopped', () => {
    let deep: Json = 'ana@example.com';
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { a: deep };
    const text = JSON.stringify(clean(deep));
    expect(text).toContain('[nested too deeply]');
    expect(text).not.toContain('ana@example.com');
  });

  it('tells where it found what, never with the value in the path', () => {
    const { found } = sanitiseValue({ alerts: [{ labels: { 'ana@example.com': 'call +1 202-555-0147' } }] }, fresh);
    expect(found).toEqual([
      { path: 'alerts[0].labels', kind: 'personal', name: 'email', count: 1 },
      { path: 'alerts[0].labels["[email-1]"]', kind: 'personal', name: 'phone', count: 1 },
    ]);
  });

  it('gives a value the same placeholder under a name and in a text', () => {
    const secret = ['made', 'Up4242'].join('');
    expect(clean({ password: secret, log: `login with password=${secret}` })).toEqual({
      password: '[secret-1:password]',
      log: 'login with password=[secret-1:password]',
    });
  });
});
