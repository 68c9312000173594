import { describe, expect, it } from 'vitest';
import { emptyPlaceholders, type Placeholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';

const mail = (state: Placeholders, address: string): { text: string; state: Placeholders } =>
  sanitiseText(address, state);

describe('placeholders of an incident', () => {
  it('are remembered from one text to the next, and through JSON', () => {
    const first = mail(emptyPlaceholders('salt'), 'ana@example.com');
    const reread: Placeholders = JSON.parse(JSON.stringify(first.state));
    const second = mail(reread, 'bo@example.com');
    expect(second.text).toBe('[email-2]');
    expect(mail(second.state, 'ana@example.com').text).toBe('[email-1]');
  });

  it('leave the state that was handed in as it was', () => {
    const before = emptyPlaceholders('salt');
    mail(before, 'ana@example.com');
    expect(before).toEqual({ salt: 'salt', by_digest: {}, counts: {} });
  });

  it('hand back the very same state when nothing new was found', () => {
    const { state } = mail(emptyPlaceholders('salt'), 'ana@example.com');
    expect(mail(state, 'ana@example.com').state).toBe(state);
  });

  it('hold sixteen hex digits and no value', () => {
    const { state } = mail(emptyPlaceholders('salt'), 'ana@example.com');
    expect(Object.keys(state.by_digest)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(JSON.stringify(state)).not.toContain('example');
  });

  it('have other digests under another salt', () => {
    const [one, two] = ['salt', 'pepper'].map((salt) => mail(emptyPlaceholders(salt), 'ana@example.com').state);
    expect(Object.keys(one?.by_digest ?? {})).not.toEqual(Object.keys(two?.by_digest ?? {}));
  });

  it('stop growing at 500 and still replace what comes after', () => {
    const many = Array.from({ length: 600 }, (_, index) => `user${index}@example.com`).join(' ');
    const { text, state } = mail(emptyPlaceholders('salt'), many);
    expect(Object.keys(state.by_digest)).toHaveLength(500);
    expect(text).toContain('[email-500] [email-x]');
    expect(text).not.toContain('example.com');
    expect(sanitiseText(text, state).text).toBe(text);
  });
});
