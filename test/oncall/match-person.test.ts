import { describe, expect, it } from 'vitest';
import { matchPeople } from '../../src/oncall/match-person.ts';

const matcher = matchPeople({
  ana: { name: 'Ana Lima', email: 'Ana@Example.com' },
  ana2: { name: 'Ana Lima Souza' },
  bo: { name: 'Bo Chen', email: 'bo@example.com' },
  'j.dupont': { name: 'Jérôme Dupont' },
  nok: { name: 'สมชาย ใจดี' },
  quiet: {},
});

describe('finding people in a text', () => {
  it.each([
    ['On Call - Ana Lima - Primary', ['ana']],
    ['ANA LIMA', ['ana']],
    ['Ana Lima Souza on call', ['ana2']],
    ['Ana Lima and Bo Chen', ['ana', 'bo']],
    ['bo', ['bo']],
    ['Bo is on call', ['bo']],
    ['Jerome DUPONT', ['j.dupont']],
    ['duty: j.dupont', ['j.dupont']],
    ['เวร: สมชาย ใจดี', ['nok']],
    ['quiet', ['quiet']],
    ['write to <bo@example.com>, not Ana Lima', ['bo']],
    ['nobody@example.com', []],
    ['Boris', []],
    ['Lima', []],
    ['', []],
    ['constructor', []],
  ])('%s', (text, people) => {
    expect([...matcher.inText(text)].sort()).toEqual(people);
  });

  it('finds addresses whatever their case and with or without mailto', () => {
    expect(matcher.byEmail('MAILTO:ana@example.com')).toBe('ana');
    expect(matcher.byEmail('bo@example.com ')).toBe('bo');
    expect(matcher.byEmail('cy@example.com')).toBeNull();
  });

  it('takes two people of the same name for both', () => {
    const twins = matchPeople({ one: { name: 'Kim Lee' }, two: { name: 'Kim Lee' } });
    expect([...twins.inText('Kim Lee')].sort()).toEqual(['one', 'two']);
  });

  it('does not take long over a long text', () => {
    expect(matcher.inText(`${'a@'.repeat(1_000_000)} Bo Chen`)).toEqual([]);
  });
});
