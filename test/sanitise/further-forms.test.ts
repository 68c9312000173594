import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import { sanitiseValue } from '../../src/sanitise/sanitise-value.ts';
import type { Form } from './forms.ts';
import { furtherForms, innocentTwins } from './further-forms.ts';

const fresh = emptyPlaceholders('a salt for tests');
const plantedIn = (form: Form): string => form.pieces.join('');
const textOf = (form: Form): string => form.before + plantedIn(form) + (form.after ?? '');

describe('forms that were written after the rules', () => {
  it.each(furtherForms.map((form) => [form.form, form] as const))('are taken away: %s', (_, form) => {
    const { text } = sanitiseText(textOf(form), fresh);
    expect(text).not.toContain(plantedIn(form));
    expect(text.endsWith(form.after ?? '')).toBe(true);
  });

  it.each(furtherForms.map((form) => [form.form, form] as const))('are taken out of JSON, too: %s', (_, form) => {
    const { value } = sanitiseValue({ alerts: [{ annotations: { description: textOf(form) } }] }, fresh);
    expect(JSON.stringify(value)).not.toContain(JSON.stringify(plantedIn(form)).slice(1, -1));
  });

  it.each(furtherForms.map((form) => [form.form, form] as const))('leave the words around them: %s', (_, form) => {
    const { text } = sanitiseText(`p99 is 350 ms on db2\n${textOf(form)}\ndeploy 9f86d08 was rolled back`, fresh);
    expect(text.startsWith('p99 is 350 ms on db2\n')).toBe(true);
    expect(text.endsWith('\ndeploy 9f86d08 was rolled back')).toBe(true);
  });
});

describe('their innocent twins', () => {
  it.each(innocentTwins)('stay as they are: %s', (line) => {
    expect(sanitiseText(line, fresh)).toEqual({ text: line, state: fresh, found: [] });
  });

  it('stay as they are in JSON', () => {
    const payload = { alerts: innocentTwins.map((description) => ({ annotations: { description } })) };
    expect(sanitiseValue(payload, fresh).value).toEqual(payload);
  });
});
