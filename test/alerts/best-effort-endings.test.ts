import { describe, expect, it } from 'vitest';
import { readAlert } from '../../src/alerts/read-alert.ts';
import { fingerprintsOf } from './source-cases.ts';

const statusOf = (payload: unknown) => readAlert(payload).alerts[0]?.status;

describe('a title that tells the end, where nothing else says a status', () => {
  it.each([
    '[RESOLVED] Disk is full',
    '[Resolved:2] Disk is full',
    '[OK] Disk is full',
    'RECOVERY: Disk is full',
    'OK - Disk is full',
    'Disk is full - RESOLVED',
    'Disk is full: OK',
    'Disk is full (resolved)',
    'Disk is full [recovered]',
    'Disk has recovered',
    'Disk recovered.',
  ])('%s', (title) => {
    expect(statusOf({ title, host: 'vault-3' })).toBe('resolved');
    expect(statusOf({ attachments: [{ color: 'good', title }] })).toBe('resolved');
  });

  it.each([
    'Disk is full',
    'Data cannot be recovered',
    'Disk was not recovered',
    'Failed to sync - OK',
    'Ticket stays open until recovered',
    'OK button does nothing',
    'Recovery of the backup takes long',
    'Resolved names are wrong',
    '[FIRING] Resolved names are wrong',
  ])('and none that only speaks of one: %s', (title) => {
    expect(statusOf({ title, host: 'vault-3' })).toBe('firing');
  });

  it('counts for less than a status that is said', () => {
    expect(statusOf({ title: '[RESOLVED] Disk is full', status: 'firing' })).toBe('firing');
    expect(statusOf({ title: '[RESOLVED] Disk is full', state: 'acknowledged' })).toBe('acknowledged');
  });

  it.each([
    ['[FIRING] Disk is full', '[RESOLVED] Disk is full'],
    ['Disk is full', 'Disk is full - RESOLVED'],
    ['PROBLEM: Disk is full', 'RECOVERY: Disk is full'],
    ['Disk is full', 'Disk is full (resolved)'],
  ])('is about the problem that began: %s, %s', (began, ended) => {
    expect(fingerprintsOf({ title: ended, host: 'v' })).toEqual(fingerprintsOf({ title: began, host: 'v' }));
  });
});

describe('how other words and flags say a status', () => {
  it.each<readonly [string, unknown, string | null]>([
    [
      'the result of a run that is completed',
      { title: 'Build', resource: { status: 'completed', result: 'failed' } },
      'firing',
    ],
    [
      'a good result of a run that is completed',
      { title: 'Build', resource: { status: 'completed', result: 'succeeded' } },
      'resolved',
    ],
    ['a conclusion', { title: 'Build', status: 'completed', conclusion: 'failure' }, 'firing'],
    [
      'a snitch that did not report',
      { snitch: { name: 'Nightly', status: 'missing' }, type: 'snitch.missing' },
      'firing',
    ],
    ['a snitch that did', { snitch: { name: 'Nightly', status: 'healthy' }, type: 'snitch.reporting' }, 'resolved'],
    ['a process that crashed', { data: { name: 'web.1', state: 'crashed' } }, 'firing'],
    ['a flag', { title: 'Disk', resolved: true }, 'resolved'],
    ['a flag that came as a text', { title: 'Disk', resolved: 'true' }, 'resolved'],
    ['a flag that is denied', { title: 'Disk', is_up: false }, 'firing'],
    ['a flag that is denied in a text', { title: 'Disk', is_up: 'False' }, 'firing'],
    ['an acknowledgement', { title: 'Disk', acknowledged: 'TRUE' }, 'acknowledged'],
    ['a status in capitals and two words', { title: 'Disk', status: 'Back To Normal' }, 'resolved'],
    ['a status that is not so', { title: 'Disk', status: 'not ok' }, 'firing'],
    ['a status after what it was before', { title: 'Disk', type: 'ResolvedWarning' }, 'resolved'],
    ['a change from one to the other', { title: 'Disk', transition: 'OK -> CRITICAL' }, 'firing'],
    ['a change in words', { title: 'Disk', transition: 'OK_TO_CRITICAL' }, 'firing'],
    ['a change back', { title: 'Disk', transition: 'CRITICAL -> OK' }, 'resolved'],
    ['a word that nobody knows', { title: 'Disk', status: 'purple' }, null],
    ['nothing', { title: 'Disk' }, 'firing'],
  ])('%s', (_, payload, status) => {
    expect(statusOf(payload)).toBe(status);
  });

  it('a status word is no name: what it is the status of is', () => {
    expect(readAlert({ trigger: 'failure', job: { name: 'Backup' } }).alerts[0]?.title).toBe('Backup');
    expect(readAlert({ alert: 'critical', check: 'disk', host: 'v' }).alerts[0]?.title).toBe('disk');
  });
});
