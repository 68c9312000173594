import { hasNoChannel } from '../../../oncall/channels.ts';
import { daysWalked, lintOncall } from '../../../oncall/lint-oncall.ts';
import type { House } from '../../house.ts';
import type { HealthCheck } from '../../upkeep.ts';
import { lookAround } from '../looking/status.ts';

/** Whether people would hear of the next alert, and heard of the last one. */
export async function checkTelling(house: House): Promise<readonly HealthCheck[]> {
  return [checkChannels(house), ...(await checkSchedules(house)), ...(await checkInTime(house))];
}

/** Telling nobody is a choice where nobody is named who would be told, and a mistake where somebody is. */
function checkChannels({ config }: House): HealthCheck {
  const { notifications, people, oncall, escalation, stakeholders } = config;
  const { slack, email, webhook, command } = notifications;
  const meant = [people, oncall, escalation, stakeholders].some((section) => Object.keys(section).length > 0);
  const named = [
    ...(slack === undefined ? [] : ['slack']),
    ...(email === undefined ? [] : ['email']),
    ...Object.keys(webhook).map((name) => `webhook:${name}`),
    ...Object.keys(command).map((name) => `command:${name}`),
  ];
  return hasNoChannel(notifications)
    ? {
        name: 'channels',
        state: meant ? 'warn' : 'ok',
        text: 'no channel is configured, so nobody is told',
        fix: meant ? 'add notifications to the configuration' : null,
      }
    : { name: 'channels', state: 'ok', text: named.join(', '), fix: null };
}

async function checkSchedules(house: House): Promise<readonly HealthCheck[]> {
  const { oncall, escalation } = house.config;
  if (Object.keys(oncall).length + Object.keys(escalation).length === 0) return [];
  const at = house.now();
  const findings = lintOncall(house.config, at, (await house.openOncall(at)).calendars);
  const first = findings.find(({ tier }) => tier === 'block') ?? findings[0];
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return [
    {
      name: 'on call',
      state: first === undefined ? 'ok' : first.tier === 'block' ? 'fail' : 'warn',
      text:
        first === undefined
          ? `somebody can be reached at any moment of the next ${daysWalked} days`
          : `${first.key}: ${first.text}${more}`,
      fix: first === undefined ? null : 'incident oncall lint',
    },
  ];
}

/** A step or a message that is late says that nothing keeps time here, which no other check would notice. */
async function checkInTime(house: House): Promise<readonly HealthCheck[]> {
  const { incidents, overdue } = await lookAround(house);
  if (incidents.length === 0) return [];
  const late = overdue.filter(({ kind }) => kind === 'step-overdue' || kind === 'not-delivered');
  const [first] = late;
  const more = late.length > 1 ? ` (and ${late.length - 1} more)` : '';
  return [
    first === undefined
      ? { name: 'escalation', state: 'ok', text: `nothing is late in ${incidents.length} open`, fix: null }
      : {
          name: 'escalation',
          state: 'fail',
          text: `${first.incident_id}: ${first.text}${more}`,
          fix: 'incident tick, every minute from cron; or leave incident watch running',
        },
  ];
}
