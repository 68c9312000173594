import { lostRunDuty } from '../../../road/call-about-lost-run.ts';
import type { TimeKept } from '../../../road/keep-time.ts';
import { recheckDuty } from '../../../road/recheck.ts';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { lastResortLines } from '../../with-settled.ts';

/** `tick`: does what is due now, once, however many run at the same time. */
export const tick: Action = async (_input, house) =>
  tellKept(await house.keepTime([lostRunDuty(house), recheckDuty(house)]));

function tellKept(kept: TimeKept): Answer {
  const { told, attempted, sent, next_at } = kept;
  const nobody = told.filter(({ last_resort }) => last_resort !== null);
  return answer('ticked', {
    headline: false,
    exit_code: nobody.length === 0 ? exitCodes.done : exitCodes.degraded,
    lines: [sayKept(kept)],
    more: {
      open: told.length,
      attempted,
      sent,
      next_at,
      last_resort: nobody.map(({ incident, last_resort }) => ({ incident_id: incident.id, ...last_resort })),
    },
    error:
      nobody.length === 0
        ? null
        : {
            reason: 'nobody-reached',
            message: `Nobody was reached about ${nobody.map(({ incident }) => incident.id).join(', ')}. Call somebody:`,
            hint: nobody
              .flatMap(({ last_resort }) => (last_resort === null ? [] : lastResortLines(last_resort)))
              .join('\n  '),
          },
  });
}

/** What one look came to, in one line. */
export function sayKept({ told, attempted, sent, next_at }: TimeKept): string {
  const open = `${told.length} open`;
  const messages =
    attempted === 0
      ? 'nothing was due'
      : `${sent} of ${attempted} ${attempted === 1 ? 'message' : 'messages'} delivered`;
  return `${open}; ${messages}${next_at === null ? '' : `; next due ${next_at.slice(0, 19).replace('T', ' ')} UTC`}`;
}
