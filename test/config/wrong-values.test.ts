import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/default-config.ts';
import { keyExamples } from '../../src/config/key-examples.ts';
import { readMarked } from './marked.ts';

/** What people write, with a mark where it is wrong, and the words for it, one for each mark. */
const rows: readonly (readonly [text: string, ...words: readonly string[]])[] = [
  ['severity: { default: «critical }', 'has to be one of SEV-1, SEV-2, SEV-3, SEV-4'],
  ['severity: { default: «[SEV-1] }', 'has to be one of SEV-1, SEV-2, SEV-3, SEV-4'],
  ['severity: { rules: [{ when: «"", severity: SEV-1, because: x }] }', 'is empty'],
  ['severity: { rules: [{ when: a, severity: «9, because: x }] }', 'has to be one of SEV-1, SEV-2, SEV-3, SEV-4'],
  ['severity: { rules: [«{ severity: SEV-1, because: x }] }', 'is missing'],
  ['severity: { «rule: [] }', 'is not a key that is known here; did you mean rules?'],
  ['grouping: { window: «5 }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «5min }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «-5m }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «1h90 }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «5m1h }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «1.5h }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { window: «}', 'has no value'],
  ['grouping: { window: «"" }', 'has to be a length of time with its unit (w d h m s)'],
  ['grouping: { by: [«1] }', 'has to be text (put numbers and dates in quotes)'],
  ['grouping: { window: «99999999w }', 'has to be a length of time with its unit (w d h m s)'],
  ['people: { ana: «null }', 'has no value'],
  ['people: { ana: «Ana }', 'has to hold keys and values'],
  ['people: { «"ana lima": {} }', 'has to be a short name of letters, digits, -, _ and dots inside'],
  ['people: { ana: { email: «ana } }', 'is no e-mail address'],
  ['people: { ana: { «mail: a@b.test } }', 'is not a key that is known here; did you mean email?'],
  ['people: { ana: { phone: «491701234 } }', 'has to be text (put numbers and dates in quotes)'],
  ['people: { «__proto__: {} }', 'this can not be a key'],
  ['oncall: { a: «{} }', 'needs either a rotation or an ics file'],
  ['oncall: { a: { rotation: «[] } }', 'is empty'],
  ['oncall: { a: { rotation: [«ana] } }', 'names nothing that stands under people'],
  [
    'people: { ana: {} }\n  oncall: { a: { rotation: [ana], layers: [{ rotation: [«bob], days: [sat] }] } }',
    'names nothing that stands under people',
  ],
  [
    'people: { ana: {} }\n  approvals: { default: { by: [ana, ana], count: «2 } }',
    'asks for more approvals than there are people who may approve',
  ],
  [
    'people: { ana: {} }\n  escalation: { default: { steps: [{ after: 9m, notify: [person:ana] }], repeat: 1, repeat_every: «5m } }',
    'is out of order: times count from the start of the round',
  ],
  [
    'people: { ana: {} }\n  oncall: { a: { rotation: [ana], handover: «25:00 } }',
    'has to be a time of day, with a weekday where turns are whole weeks',
  ],
  [
    'people: { ana: {} }\n  oncall: { a: { rotation: [ana], every: «30m } }',
    'has to be a turn of 1h to 366d, daily or weekly',
  ],
  ['people: { ana: {} }\n  oncall: { a: { rotation: [ana], days: «[funday] } }', 'has to name weekdays'],
  [
    'people: { ana: {} }\n  oncall: { a: { rotation: [ana], hours: «"9-17" } }',
    'has to be the hours of a day, from-to',
  ],
  ['oncall: { a: { ics: «../x.ics } }', 'has to be a path within the project'],
  ['oncall: { a: { ics: «a\\..\\..\\x.ics } }', 'has to be a path within the project'],
  ['verification: { passes: «101 }', 'has to be a whole number from 1 to 100'],
  ['verification: { passes: «0 }', 'has to be a whole number from 1 to 100'],
  ['people: { ana: {} }\n  oncall: { a: { rotation: [ana], time_zone: «CEST } }', 'is no time zone that is known'],
  [
    'services: { shop: { oncall: «primry } }\n  people: { ana: {} }\n  oncall: { primary: { rotation: [ana] } }',
    'names nothing that stands under oncall; did you mean primary?',
  ],
  ['escalation: { «SEV1: {} }', 'is not a key that is known here; did you mean SEV-1?'],
  ['escalation: { SEV-1: { steps: «[] } }', 'is empty'],
  ['escalation: { default: { steps: [«{ after: 5m }] } }', 'is missing'],
  ['escalation: { default: { steps: [{ after: 5m, notify: «"slack:#a" }] } }', 'has to be a list'],
  [
    'people: { ana: {} }\n  escalation: { default: { steps: [{ after: 5m, notify: [person:ana] }], repeat: «21 } }',
    'has to be a whole number from 0 to 20',
  ],
  [
    'people: { ana: {} }\n  escalation: { default: { steps: [{ after: 5m, notify: [person:ana] }], repeat: «1.5 } }',
    'has to be a whole number from 0 to 20',
  ],
  [
    'people: { anna: {} }\n  escalation: { default: { steps: [{ after: 5m, notify: [«person:ana] }] } }',
    'names nothing that stands under people; did you mean anna?',
  ],
  ['stakeholders: «{ to: x }', 'has to be a list'],
  ['stakeholders: [{ to: «[] }]', 'is empty'],
  [
    'stakeholders: [{ to: "email:a@b.test", stages: [«declard] }]',
    'has to be one of declared, update, mitigated, resolved, post-mortem',
  ],
  ['stakeholders: [{ to: «"email:a@b.test" }]', 'goes by email, but notifications.email is not set up'],
  ['stakeholders: [{ to: «nobody }]', 'names nobody'],
  ['stakeholders: [{ to: «"pigeon:home" }]', 'names nobody'],
  [
    'communications: { cadence: { SEV-1: «0s } }',
    'has to be a length of time with its unit (w d h m s), and not nothing',
  ],
  ['communications: { cadence: «20m }', 'has to hold keys and values'],
  ['notifications: { slack: { token: «abc } }', 'is a secret in the file: use env:NAME'],
  ['notifications: { slack: «{} }', 'is missing'],
  ['notifications: { slack: «env:TOKEN }', 'has to hold keys and values'],
  ['notifications: { email: { smtp: «"smtp://u:p@h", from: a@b.test } }', 'is a secret in the file: use env:NAME'],
  ['notifications: { email: «{ smtp: env:S } }', 'is missing'],
  ['notifications: { webhook: { a: { url: «"https://u:p@h.test/x" } } }', 'is a secret in the file: use env:NAME'],
  ['notifications: { webhook: { a: «"https://h.test" } }', 'has to hold keys and values'],
  [
    'notifications: { command: { pager: «"page --now" } }',
    'has to be a list of the program and its arguments; no shell reads it',
  ],
  ['notifications: { command: { pager: «[] } }', 'is empty'],
  ['notifications: { command: { pager: «[" "] } }', 'names no program'],
  [
    'notifications: { webhook: { a: { url: «env:1BAD } } }',
    'has to be an address with http:// or https://, or env:NAME',
  ],
  ['notifications: { «teams: {} }', 'is not a key that is known here'],
  ['workflows: { w: «ls }', 'has to hold keys and values'],
  [
    'workflows: { w: { command: [ls], timeout: «5 } }',
    'has to be a length of time with its unit (w d h m s), and not nothing',
  ],
  ['workflows: { w: { command: [ls], pass_apply: «yes } }', 'has to be true or false'],
  ['workflows: { w: { command: [ls], env: [«A-B] } }', 'is no name of a variable'],
  ['workflows: { «"a/b": { command: [ls] } }', 'has to be a short name of letters, digits, -, _ and dots inside'],
  ['workflows: { w: «{ «comand: [ls] } }', 'is missing', 'is not a key that is known here; did you mean command?'],
  ['playbooks: [«««{}]', 'is missing', 'is missing', 'is missing'],
  ['playbooks: [{ name: a, match: { service: x }, propose: «rollback }]', 'has to hold keys and values'],
  [
    'playbooks: [{ name: a, match: { service: x }, propose: { workflow: w, args: { «Big: 1 } } }]',
    'has to be an argument of small letters, digits and -',
  ],
  [
    'playbooks: [{ name: a, match: { service: x }, propose: { workflow: w }, pre_check: [«{ «comand: [x] }] }]',
    'has to ask exactly one of http, command, workflow and alert_cleared',
    'is not a key that is known here; did you mean command?',
  ],
  ['playbooks: [{ name: a, match: { service: x }, propose: { workflow: w }, auto: «NO }]', 'has to be true or false'],
  ['playbooks: [{ name: a, match: { service: x }, propose: { workflow: w, args: { a: «[1] } } }]', 'has to be text'],
  ['suspects: { at_triage: «on }', 'has to be true or false'],
  ['approvals: { default: { count: «21 } }', 'has to be a whole number from 1 to 20'],
  ['approvals: { default: { count: «"1" } }', 'has to be a whole number from 1 to 20'],
  ['approvals: { default: { proposer_may_approve: «SEV-1 } }', 'has to be a list'],
  ['approvals: { «defualt: {} }', 'is not a key that is known here; did you mean default?'],
  ['approvals: { default: { signed: «true } }', 'needs approvals.allowed_signers, or no signature can be checked'],
  ['verification: { passes: «101 }', 'has to be a whole number from 1 to 100'],
  ['verification: { every: «10 }', 'has to be a length of time with its unit (w d h m s)'],
  ['verification: { checks: [{ http: { url: «"ftp://x" } }] }', 'has to be an address with http:// or https://'],
  [
    'verification: { checks: [{ http: { url: "http://x.test", status: «99 } }] }',
    'has to be a whole number from 100 to 599',
  ],
  [
    'verification: { checks: [{ http: { url: "http://x.test", within: «0ms } }] }',
    'has to be a length of time with its unit (h m s ms), and not nothing',
  ],
  [
    'verification: { checks: [«{ command: [x], http: { url: "http://x.test" } }] }',
    'has to ask exactly one of http, command, workflow and alert_cleared',
  ],
  ['verification: { checks: [{ alert_cleared: «false }] }', 'can only be true; leave it out otherwise'],
  ['verification: { checks: «{ alert_cleared: true } }', 'has to be a list'],
  ['verification: { checks: [«{ name: x }] }', 'has to ask exactly one of http, command, workflow and alert_cleared'],
  ['watch_period: «30', 'has to be a length of time with its unit (w d h m s)'],
  ['watch_period: «30 m', 'has to be a length of time with its unit (w d h m s)'],
  ['watch_period: «P30M', 'has to be a length of time with its unit (w d h m s)'],
  ['post_mortem: { required_from: «SEV-5 }', 'has to be one of SEV-1, SEV-2, SEV-3, SEV-4'],
  ['post_mortem: { meeting: { within: «3d } }', 'has to hold keys and values'],
  ['post_mortem: { meeting: { hours: «9-17 } }', 'has to be the hours of a day, from-to'],
  ['post_mortem: { meeting: { working_days: [«monday] } }', 'has to be one of mon, tue, wed, thu, fri, sat, sun'],
  ['post_mortem: { meeting: { holidays: [«25.12.2026] } }', 'is no date'],
  ['post_mortem: { meeting: { attendees: [«everybody] } }', 'names nothing that stands under people'],
  ['actions: { due: { SEV-1: «2026-12-01 } }', 'has to be a length of time (w d h m s) or working days (wd)'],
  ['actions: { due: «15d }', 'has to hold keys and values'],
  ['security: { encrypt_to: «age1x }', 'has to be a list'],
  ['security: { record_key: «abc }', 'is a secret in the file: use env:NAME'],
  ['security: { encrypt_record: «true }', 'needs security.record_key, or nothing can be sealed'],
  [
    'security: { redaction: { patterns: [{ name: a, regex: «"(a|a)*b" }] } }',
    'could take very long on a hostile text (repeated-alternatives)',
  ],
  ['security: { redaction: { patterns: [{ name: a, regex: «"" }] } }', 'is empty'],
  ['security: { redaction: { patterns: [«{ regex: x }] } }', 'is missing'],
  ['store: «postgres', 'has to hold keys and values'],
  ['store: { kind: postgres, url: «"postgres://u:p@h/d" }', 'is a secret in the file: use env:NAME'],
  ['store: «{ kind: postgres }', 'needs a url with postgres, and only then'],
  ['store: { kind: «mysql }', 'has to be one of file, postgres'],
  ['listen: { token: «abc }', 'is a secret in the file: use env:NAME'],
  ['listen: { hmac: { «gitlab: env:X } }', 'is not a key that is known here; did you mean github?'],
  ['listen: { «tokn: env:X }', 'is not a key that is known here; did you mean token?'],
  ['«sevrity: {}', 'is not a key that is known here; did you mean severity?'],
  ['«watch-period: 5m', 'is not a key that is known here; did you mean watch_period?'],
];

describe('a wrong value is told where it stands, what is wrong, and what would be right', () => {
  test.each(rows)('%s', (text, ...words) => {
    const { parsed, found, marks } = readMarked(`# ours\nincident_response:\n  ${text}\n`);
    expect(found).toEqual(marks);
    expect(parsed.problems.map(({ what }) => what)).toEqual(words);
    for (const { expected, key } of parsed.problems) {
      expect(expected).not.toBe('');
      expect(key).not.toBe('incident_response');
    }
  });

  test('and every section of ours is among them', () => {
    const sections = Object.keys(keyExamples).map((key) => /^incident_response\.([a-z_]+)$/.exec(key)?.[1]);
    const asked = rows.map(([text]) => /([a-z_]+):/.exec(text.split('\n').at(-1) ?? '')?.[1]);
    const first = rows.map(([text]) => /^«?([a-z_]+):/.exec(text)?.[1]);
    const missing = sections.filter(
      (section) => section !== undefined && !asked.includes(section) && !first.includes(section),
    );
    expect(missing).toEqual([]);
  });

  test('and costs nothing but itself: what stands beside it is used', () => {
    for (const [text] of rows.filter(([text]) => !text.includes('watch_period') && !text.includes('__proto__'))) {
      const { parsed } = readMarked(`incident_response:\n  ${text}\n  watch_period: 7m\n`);
      expect({ text, period: parsed.config.watch_period }).toEqual({ text, period: 420 });
      expect(parsed.config.grouping.max_age).toBe(defaultConfig.grouping.max_age);
    }
  });
});
