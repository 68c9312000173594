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
    '[RESOLVED] Backup failed',
    'Resolved: sign-in fails',
    'Resolved in 5m 12s: Disk is full',
    ':white_check_mark: *RESOLVED* Disk is full',
    '\u2705 Disk of vault-3',
    '\u{1f7e2} vault-3',
    'RESOLVED Disk is full',
    '** RECOVERY Service Alert: vault-3/disk is OK **',
    'Host vault-3 is UP',
    'Monitor is UP: vault-3',
    'vault-3 up',
    'Disk of vault-3 has been resolved after 3 passes',
    'Device vault-3 recovered from disk usage',
    'vault-3 is now reachable',
    'The disk is back to normal',
    'The alarm has been cleared',
    'Service restored',
    'Manually resolved: disk',
    '【復旧】ディスク',
    'ディスクが復旧しました',
    '디스크 용량이 복구되었습니다',
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
    'The audit log was cleared',
    'Error rate is now up 40 %',
    'Traffic is up',
    'UP-123 is broken',
    'Restored backup is damaged',
    'Recovery point objective is missed',
    'Closed connections above 500',
    'Online store is slow',
    'Available memory is low',
    'vault-3 was not recovered',
    'ディスクが復旧していません',
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
    ['Host vault-3 is DOWN', 'Host vault-3 is UP'],
    ['Service PROBLEM notification', 'Service RECOVERY notification'],
    [':fire: *FIRING* Disk is full', ':white_check_mark: *RESOLVED* Disk is full'],
    ['Problem: Disk is full', 'Resolved in 5m 12s: Disk is full'],
    ['Disk has been triggered due to 3 failures', 'Disk has been resolved after 2 passes'],
    ['build_failure', 'build_success'],
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
    ['a number alone under a name that could be anything', { title: 'Disk', status: '1' }, 'firing'],
    ['a number of an alarm', { title: 'Disk', alarmStatus: '1' }, 'firing'],
    ['a number of an alarm that is over', { title: 'Disk', alarm_status: 0 }, 'resolved'],
    ['the code of a process that failed', { job: 'Backup', exit_code: 137 }, 'firing'],
    ['the code of a process that went well', { job: 'Backup', exit_code: 0 }, 'resolved'],
    ['a severity of nothing', { alarm: 'LinkDown', severity: 'cleared' }, 'resolved'],
    ['a title that is a status', { title: 'RECOVERY', message: 'Host a' }, 'resolved'],
    ['a failure that a flag says', { job: 'Backup', success: false }, 'firing'],
    ['a check of the kind ping that fails', { type: 'ping', status: 'down', host: 'a' }, 'firing'],
    ['a colour that is good', { attachments: [{ color: 'good', title: 'Disk' }] }, 'resolved'],
    ['the state of an incident', { title: 'Disk', incidentState: 'Resolved' }, 'resolved'],
    ['health', { app: 'till', health: 'Degraded' }, 'firing'],
  ])('%s', (_, payload, status) => {
    expect(statusOf(payload)).toBe(status);
  });

  it('a status word is no name: what it is the status of is', () => {
    expect(readAlert({ metric: 'cpu.web-1', state: 'ERROR' }).alerts[0]?.title).toBe('cpu.web-1');
    expect(readAlert({ trigger: 'failure', job: { name: 'Backup' } }).alerts[0]?.title).toBe('Backup');
    expect(readAlert({ alert: 'critical', check: 'disk', host: 'v' }).alerts[0]?.title).toBe('disk');
  });
});
