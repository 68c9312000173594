import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectLabels } from '../../src/alerts/collect-labels.ts';
import { collectLinks } from '../../src/alerts/collect-links.ts';

describe('labels', () => {
  it.each([
    ['an object', { env: 'prod', shard: 7, canary: false }, { env: 'prod', shard: '7', canary: 'false' }],
    ['a list of names and values', [{ name: 'InstanceId', value: 'i-1' }], { InstanceId: 'i-1' }],
    ['the same in capitals', [{ Name: 'InstanceId', Value: 'i-1' }], { InstanceId: 'i-1' }],
    ['a list of pairs', [['server', 'web-1']], { server: 'web-1' }],
    ['a list of words', ['env:prod', 'team=shop', 'vip'], { env: 'prod', team: 'shop', vip: 'true' }],
    ['a comma string', 'env:prod, url:https://x.example.org', { env: 'prod', url: 'https://x.example.org' }],
    ['nulls, nested objects and blanks', { a: null, b: {}, c: '', d: [] }, {}],
    ['a number', 5, {}],
  ])('are read from %s', (_, source, labels) => {
    expect(collectLabels([source])).toEqual(labels);
  });

  it('keep the first value of a key', () => {
    expect(collectLabels([{ env: 'prod' }, 'env:test'])).toEqual({ env: 'prod' });
  });

  it('are at most 50, with values of at most 1,000 characters', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`k${index}`, 'v'.repeat(2_000)]));
    const labels = collectLabels([many]);
    expect(Object.keys(labels)).toHaveLength(50);
    expect(Object.values(labels).every((value) => value.length === 1_000)).toBe(true);
  });

  it('never touch a prototype', () => {
    const labels = collectLabels([JSON.parse('{"__proto__": "x", "constructor": "y", "prototype": "z", "ok": "1"}')]);
    expect(Object.keys(labels)).toEqual(['ok']);
    expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
  });
});

describe('links', () => {
  it('are web addresses only, each once', () => {
    const candidates = [
      'https://a.example.org/x',
      { href: 'http://b.example.org' },
      ['https://a.example.org/x', { url: 'HTTPS://c.example.org' }],
    ];
    expect(collectLinks(candidates)).toEqual([
      'https://a.example.org/x',
      'http://b.example.org',
      'HTTPS://c.example.org',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'https://a b',
    'https://a\u001b[31m',
    `https://${'x'.repeat(3_000)}`,
    5,
    null,
    {},
  ])('leave out %j', (candidate) => {
    expect(collectLinks([candidate])).toEqual([]);
  });

  it('are at most 20', () => {
    expect(collectLinks([Array.from({ length: 60 }, (_, index) => `https://x.example.org/${index}`)])).toHaveLength(20);
  });
});

it('survive any value', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), (values) => {
      expect(Object.values(collectLabels(values)).every((value) => typeof value === 'string')).toBe(true);
      expect(collectLinks(values).every((link) => /^https?:/i.test(link))).toBe(true);
    }),
  );
});
