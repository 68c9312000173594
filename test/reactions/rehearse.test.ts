import { expect, it } from 'vitest';
import { stages } from '../../src/config/communication-config.ts';
import { rehearse } from '../../src/reactions/rehearse.ts';
import { at, declared, leads, policyOf, recordOf } from './record.ts';

const policy = policyOf({
  stakeholders: [{ to: ['email:all@example.com'], from: 'SEV-3', stages, audience: 'internal' }],
  communications: { cadence: { 'SEV-2': 1800 } },
});

const incident = recordOf(declared(), leads(0, 'ana', null));

it('plays the whole schedule: pages, news and reminders, with their steps', () => {
  const lines = rehearse(incident, at(0), policy).map(
    ({ at: when, kind, to, channel, step }) =>
      `${(Date.parse(when) - Date.parse(at(0))) / 60_000} ${kind}${step === null ? '' : ` ${step}`} ${to} ${channel}`,
  );
  expect(lines).toEqual([
    '0 page 1 ana email',
    '0 declared all@example.com email',
    '5 page 2 bo email',
    '15 page 3 cy email',
    '30 reminder ana email',
    '60 reminder ana email',
    '60 reminder ana email',
    '90 reminder ana email',
    '180 reminder ana email',
  ]);
});

it('is the same every time', () => {
  expect(rehearse(incident, at(0), policy)).toEqual(rehearse(incident, at(0), policy));
});

it('ends after a day, however long an escalation would go on', () => {
  const steps = [{ after: '0m', notify: ['oncall:primary'] }];
  const long = policyOf({ escalation: { default: { steps, repeat: 20, repeat_every: '4h' } } });
  const times = rehearse(recordOf(declared()), at(0), long).map((line) => line.at);
  expect(times).toHaveLength(7);
  expect(times.at(-1)).toBe(at(24 * 60));
});

it('tells nobody where no channel is configured', () => {
  expect(rehearse(incident, at(0), policyOf({ notifications: { webhook: {}, command: {} } }))).toEqual([]);
});
