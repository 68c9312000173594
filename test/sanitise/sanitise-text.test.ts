import { describe, expect, it } from 'vitest';
import { emptyPlaceholders } from '../../src/sanitise/placeholders.ts';
import { sanitiseText } from '../../src/sanitise/sanitise-text.ts';
import { contextForms, type Form, personalForms, tokenForms } from './forms.ts';
import { harmlessLines } from './harmless-lines.ts';

const fresh = emptyPlaceholders('a salt for tests');
const plantedIn = (form: Form): string => form.pieces.join('');
const textOf = (form: Form): string => form.before + plantedIn(form) + (form.after ?? '');

describe.each([
  ['secret', [...tokenForms, ...contextForms]],
  ['personal', personalForms],
] as const)('forms of %s values', (kind, forms) => {
  it.each(forms.map((form) => [form.form, form] as const))('takes away: %s', (_, form) => {
    const { text, found } = sanitiseText(textOf(form), fresh);
    expect(text).not.toContain(plantedIn(form));
    expect(found.map((one) => one.kind)).toContain(kind);
  });

  it.each(forms.map((form) => [form.form, form] as const))(
    'leaves nothing more to do on a second reading: %s',
    (_, form) => {
      const first = sanitiseText(textOf(form), fresh);
      const second = sanitiseText(first.text, first.state);
      expect(second).toEqual({ text: first.text, state: first.state, found: [] });
    },
  );
});

describe('ordinary lines', () => {
  it.each(harmlessLines)('stay as they are: %s', (line) => {
    expect(sanitiseText(line, fresh)).toEqual({ text: line, state: fresh, found: [] });
  });
});

describe('recall and precision', () => {
  const forms = [...tokenForms, ...contextForms, ...personalForms];

  it('knows well over sixty forms and finds them all, in the middle of a longer text too', () => {
    expect(forms.length).toBeGreaterThan(100);
    const missed = forms.filter((form) => {
      const text = `22:58 pasted in the channel\n${textOf(form)}\nthen the lag fell to 3 s on db2`;
      return sanitiseText(text, fresh).text.includes(plantedIn(form));
    });
    expect(missed.map(({ form }) => form)).toEqual([]);
  });

  it('touches none of the ordinary lines when they stand in one text', () => {
    expect(harmlessLines.length).toBeGreaterThan(60);
    const text = harmlessLines.join('\n');
    expect(sanitiseText(text, fresh).text).toBe(text);
  });
});

describe('what is left of a text', () => {
  it('keeps a timeline readable: the same value has the same placeholder, another value another', () => {
    const given = 'ana@example.com told bo@example.com; ANA@example.com confirmed';
    const { text } = sanitiseText(given, fresh);
    expect(text).toBe('[email-1] told [email-2]; [email-1] confirmed');
  });

  it('keeps the host of an address whose credentials are taken away', () => {
    const { text } = sanitiseText(`postgres://${'repl:'}${'S3cr3t-x'}@db1.example.net:5432/app works`, fresh);
    expect(text).toBe('postgres://[secret-1:url-credentials]@db1.example.net:5432/app works');
  });

  it('takes a secret away a second time where it stands without its context', () => {
    const secret = ['Tr0ub4', 'dor-x'].join('');
    const { text } = sanitiseText(`password=${secret}, and later just ${secret} again`, fresh);
    expect(text).not.toContain(secret);
  });

  it('takes the whole value where two rules overlap', () => {
    const { text } = sanitiseText(`password="x${'jane@example.com'}y" next`, fresh);
    expect(text).toBe('password="[secret-1:secret-value]" next');
  });

  it('leaves sentence marks and the words after a secret alone', () => {
    const { text } = sanitiseText(`(password=${'hunt'}${'er22'}). Next step`, fresh);
    expect(text).toBe('(password=[secret-1:secret-value]). Next step');
  });

  it('counts what it replaced by kind and name', () => {
    const { found } = sanitiseText('ana@example.com, bo@example.com, call +1 202-555-0147', fresh);
    expect(found).toEqual([
      { kind: 'personal', name: 'email', count: 2 },
      { kind: 'personal', name: 'phone', count: 1 },
    ]);
  });

  it('replaces a placeholder together with what is glued to it under a secret name', () => {
    expect(sanitiseText('password=[email-1]hunter22', fresh).text).toBe('password=[secret-1:secret-value]');
  });
});

describe('names handed in', () => {
  const names = ['Tess Okafor', 'Åsa Öberg', 'Noor', 'C++ (team)'];

  it.each([
    ['Tess Okafor joined', '[person-1] joined'],
    ['tess  okafor joined', '[person-1] joined'],
    ['ping Åsa Öberg, please', 'ping [person-1], please'],
    ['Noor commands; noor does not match', '[person-1] commands; noor does not match'],
    ['Tess Okaforsson is somebody else', 'Tess Okaforsson is somebody else'],
    ['C++ (team) is escaped', '[person-1] is escaped'],
  ])('%s → %s', (given, expected) => {
    expect(sanitiseText(given, fresh, { names }).text).toBe(expected);
  });

  it('gives a person one placeholder with and without a title', () => {
    const { text } = sanitiseText('Mrs. Tess Okafor left. Tess Okafor returned.', fresh, { names });
    expect(text).toBe('[person-1] left. [person-1] returned.');
  });
});
