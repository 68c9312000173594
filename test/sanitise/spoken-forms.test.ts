import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';

const fresh = emptyPlaceholders('a salt for tests');

/** What must go stands in braces; the words around it must stay. */
const said: readonly string[] = [
  'dial in {0805 555 0177} or ask',
  'reach me on {0172 5550199} tonight',
  'office {030/5550188}, later',
  '{(02) 5550 0144} is the bridge',
  'ring {01 55 50 01 77} please',
  'phone ({021-555-0133} at night)',
  'bridge {+1 202 555 0158},,{7734120}# now',
  'call {+1 202 555 0158} pin {9021}# now',
  'meeting 845 5501 2345 passcode {660913}',
  'door code is {7719}, third floor',
  'verification code is {310277}',
  'OTP {310277} was read out',
  'Zoom passcode: {Qm7!4c}',
  'ACL token {0f5a7c1e-33b2-4d1f-9a60-2f1c7be0d911} for agents',
  'api key {0f5a7c1e-33b2-4d1f-9a60-2f1c7be0d911} leaked',
  'login with admin / {Autumn2031!} works',
  'root:{Autumn2031x} works on the console',
  'pw {Autumn2031!} works',
  'vpn psk {Qu1et-Lamp-77}',
  'default password of the BMC ({lemon77}) still works',
  'we used {lemon77x} as the root password',
  'root password for db1 changed to {Qu1et-Lamp}',
  'basic auth {b3BzOmxlbW9uNzd4} in the header',
  'PrivateKey = {uGh5kD2mQ9vXw1aZr8TbYc3nLp6sEf0j}=',
  'pagerduty key {R0uGh5kD2mQ9vXw1aZr8TbYc3n} leaked',
  'paid by card, CVV {719}',
  'MRN {00451177} was shown',
  'Customer {198.51.100.23 and 2001:db8:1f::9} see it again',
  'user connecting from {203.0.113.61} gets 502',
  'subscriber IPs: {203.0.113.61, 203.0.113.62}',
  'his home IP is {203.0.113.61}',
  'lives at {Lindenstraße 41, 50674 Köln}',
  'lives at {Birkenweg 7b, 22301 Hamburg}',
  'home: {8 rue de la Gare, 67000 Strasbourg}',
  'home: {Calle Luna 12, 41001 Sevilla}',
  'sent to {18 Abbey Lane, Leeds}',
  'sent to {55/2 ถนนพระราม กรุงเทพ 10500}',
  'personnummer {900101-1239}',
  'CPF {111.222.333-96}',
  'PESEL {90010112345}',
  'her NRIC {S7654321Z}',
  'Reisepass {C7F00X12K}',
  'sort code {11-22-33 account 44556677}',
  'geboren am {07.11.1979}',
  'Sra. {Elena Fuentes} llamó',
  '{Frau Dr. Judith Sommer} wrote',
  'creator {Elena Fuentes} asked',
  'refund for {Elena Fuentes} is out',
  'mail to {Elena Fuentes}, {elena@example.org}',
];

describe('what people say in a chat is taken out, and nothing else', () => {
  it.each(said)('%s', (line) => {
    const planted = [...line.matchAll(/\{([^{}]+)\}/g)].map(([, value]) => value ?? '');
    const { text } = sanitiseText(line.replaceAll(/[{}]/g, ''), fresh);
    for (const value of planted) expect(text).not.toContain(value);
    const around = line.split(/\{[^{}]+\}/).map((part) => part.replace(/^(?:Frau|Sra\.) /, ''));
    for (const part of around) expect(text).toContain(part.trim());
  });
});

describe('their innocent twins stay as they are', () => {
  it.each([
    'port 5432 open, pin 2031.1 in package.json, we pin 1.2.3',
    '0123 0456 0789 and 0000 0010 0020 in the dump',
    'peer 203.0.113.9 flaps; edge announces 203.0.113.0/24 and 2001:db8:40::/48 to customers',
    'customer edge router 203.0.113.9; client 2.4.1.0 fails; users on 10.2.3.4',
    'status code 404, exit code 137000, error code 771204',
    'OTP 5000 requests per second',
    'ID number of the job 12345678, order ID number 1234567890',
    'via Consul 12, on lane 3 of the bus, 24 Hour Drive tests, 14 Day Road Map',
    'idempotency token 0f5a7c1e-33b2-4d1f-9a60-2f1c7be0d911 reused',
    'customer 4417, version 812; contact Database On-Call; Merchant Portal down',
    'cache key 0c7d10f3e9ab24586c7d10f3e9ab2458 hit, partition key 2 as a shard key',
    'login via saml/okta2 works, admin:8080 answers',
    'window 0100 0200 0300 UTC, 1-800 series',
    'password policy 2031 applies, passcode 2 of 3 accepted',
  ])('%s', (line) => {
    expect(sanitiseText(line, fresh).text).toBe(line);
  });
});
