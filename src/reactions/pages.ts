import type { Incident } from '../incident/incident.ts';
import type { Ladder, LadderStep } from './escalation-ladder.ts';
import { messageKey, noChannel, type OwedMessage, type OwedNotice } from './owed-message.ts';
import { onlyNew, type Telling, tell } from './recipients.ts';
import type { TellingPolicy } from './telling-policy.ts';

/**
 * The pages of every step that is due and not on record. After a pause several steps may be due at once: every address
 * is then told once, by the latest step that names it, and one notice says how many steps were folded.
 */
export function owedPages(incident: Incident, ladder: Ladder | null, now: string, policy: TellingPolicy): Telling {
  const due = (ladder?.steps ?? []).filter((step) => !step.taken && step.due_at <= now);
  const told = new Set<string>();
  const messages: OwedMessage[] = [];
  const notices: OwedNotice[] = [];
  const tellings = due.toReversed().map((step) => ({ step, telling: tellStep(step, now, policy) }));
  for (const { telling } of tellings) {
    for (const message of telling.messages) {
      const address = messageKey('', message.channel, message.via, message.to);
      if (!told.has(address)) messages.push(message);
      told.add(address);
    }
    notices.push(...telling.notices);
  }
  const first = due[0];
  const last = due.at(-1);
  if (due.length > 1 && first !== undefined && last !== undefined) {
    notices.push({
      type: 'notification.suppressed',
      key: messageKey(`folded-${last.reaction}`, noChannel, null, first.reaction),
      to: `steps due from ${first.due_at}`,
      channel: noChannel,
      reason: 'folded-into-latest-step',
      re: last.re,
      attempt: 0,
      times: due.length - 1,
    });
  }
  return {
    messages: messages.reverse(),
    notices: onlyNew(notices, incident),
    unreached: tellings.flatMap(({ telling }) => telling.unreached),
  };
}

function tellStep({ reaction, re, targets, severity }: LadderStep, now: string, policy: TellingPolicy): Telling {
  return tell({ reaction, kind: 'page', audience: 'responders', re }, targets, severity, now, policy);
}
