import { describe, expect, it } from 'vitest';
import { readSchedules } from '../../src/oncall/read-schedule.ts';
import { showOnCall } from '../../src/oncall/show-oncall.ts';

const people = { ana: { name: 'Ana Lima' }, bo: {} };
const primary = { time_zone: 'Europe/Berlin', rotation: ['ana', 'bo'], handover: 'mon 09:00', starts: '2026-01-05' };

function show(oncall: Parameters<typeof readSchedules>[0], at: string): ReturnType<typeof showOnCall> {
  return showOnCall(readSchedules(oncall).schedules, people, at);
}

describe('showing who is on call', () => {
  it('names the person, the whole duty in both times, and who is next', () => {
    expect(show({ primary }, '2026-03-24T12:00:00Z')).toEqual([
      {
        schedule: 'primary',
        time_zone: 'Europe/Berlin',
        at: '2026-03-24T12:00:00.000Z',
        on_call: [
          {
            person: 'bo',
            name: 'bo',
            from: '2026-03-23T08:00:00.000Z',
            to: '2026-03-30T07:00:00.000Z',
            from_local: '2026-03-23 09:00',
            to_local: '2026-03-30 09:00',
            because: 'rotation',
          },
        ],
        next: expect.objectContaining({ person: 'ana', name: 'Ana Lima', from: '2026-03-30T07:00:00.000Z' }),
      },
    ]);
  });

  it('shows nobody before the start, and who will be the first', () => {
    const [shown] = show({ primary }, '2025-06-01T00:00:00Z') ?? [];
    expect(shown?.on_call).toEqual([]);
    expect(shown?.next).toMatchObject({ person: 'ana', from: '2026-01-05T08:00:00.000Z' });
  });

  it('shows nobody next when the same person goes on', () => {
    const [shown] = show({ primary: { ...primary, rotation: ['ana'] } }, '2026-03-24T12:00:00Z') ?? [];
    expect(shown?.on_call.map((duty) => duty.person)).toEqual(['ana']);
    expect(shown?.next).toBeNull();
  });

  it('shows a stand-in and, as next, who gets the duty back', () => {
    const overrides = [{ from: '2026-03-24T09:00', to: '2026-03-25T09:00', person: 'ana' }];
    const [shown] = show({ primary: { ...primary, overrides } }, '2026-03-24T12:00:00Z') ?? [];
    expect(shown?.on_call[0]).toMatchObject({ person: 'ana', because: 'override' });
    expect(shown?.next).toMatchObject({ person: 'bo', from: '2026-03-25T08:00:00.000Z' });
  });

  it('shows as next the same person again, after hours in which nobody is on call', () => {
    const days = { time_zone: 'UTC', rotation: ['ana'], hours: '09:00-17:00' };
    const [shown] = show({ primary: days }, '2026-03-24T12:00:00Z') ?? [];
    expect(shown?.next).toMatchObject({ person: 'ana', from: '2026-03-25T09:00:00.000Z' });
  });

  it('shows every schedule, in the order written, and refuses what is no time', () => {
    expect(show({ primary, secondary: primary }, '2026-03-24T12:00:00Z')?.map((shown) => shown.schedule)).toEqual([
      'primary',
      'secondary',
    ]);
    expect(show({ primary }, 'tomorrow')).toBeNull();
  });
});
