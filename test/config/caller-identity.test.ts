import { expect, test } from 'vitest';
import { callerIdentity } from '../../src/config/caller-identity.ts';

const people = {
  mia: { os_user: 'mbrandt' },
  noor: { os_user: 'noor' },
  deploy: { os_user: 'runner' },
  twin: { os_user: 'runner' },
};

const cases: readonly (readonly [string, Record<string, string>, string | null, unknown])[] = [
  ['the account of the machine', {}, 'mbrandt', { person: 'mia', account: 'mbrandt', from: 'os' }],
  [
    'whoever started the run on GitHub',
    { GITHUB_ACTOR: 'noor' },
    'mbrandt',
    { person: 'noor', account: 'noor', from: 'github' },
  ],
  [
    'whoever started the run on GitLab',
    { GITLAB_USER_LOGIN: 'noor' },
    'root',
    { person: 'noor', account: 'noor', from: 'gitlab' },
  ],
  [
    'the machine where CI names somebody unknown',
    { GITHUB_ACTOR: 'bot' },
    'noor',
    { person: 'noor', account: 'noor', from: 'os' },
  ],
  ['nobody where nobody is known', { GITHUB_ACTOR: 'bot' }, 'root', { person: null, account: 'bot', from: 'github' }],
  ['nobody where two have the account', {}, 'runner', { person: null, account: 'runner', from: 'os' }],
  ['nobody without an account', {}, null, { person: null, account: null, from: 'os' }],
];

test.each(cases)('the caller is %s', (_, env, osUser, expected) => {
  expect(callerIdentity(env, osUser, people)).toEqual(expected);
});
