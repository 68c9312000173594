import type { Incident } from '../incident/incident.ts';
import { entriesOf, textIn } from './entries.ts';
import { ladderOf } from './escalation-ladder.ts';
import { nextUpdateDue, plannedReminders } from './reminders.ts';
import type { TellingPolicy } from './telling-policy.ts';

/** What the next commander has to know, in one piece. */
export interface HandOverBrief {
  readonly state: {
    readonly severity: string;
    readonly status: string;
    readonly title: string;
    readonly service: string | null;
    readonly commander: string | null;
    readonly declared_at: string | null;
    readonly acknowledged_at: string | null;
    readonly mitigated_at: string | null;
    readonly alerts_firing: number;
  };
  readonly tried: readonly { readonly id: string; readonly what: string; readonly result: string }[];
  readonly findings: readonly string[];
  readonly hypotheses: readonly string[];
  readonly decisions: readonly string[];
  readonly pending_approvals: readonly string[];
  readonly timers: readonly { readonly at: string; readonly what: string }[];
  readonly next_update_due: string | null;
  readonly last_update: string | null;
}

/** Draws the brief from the record. */
export function handOverBrief(incident: Incident, now: string, policy: TellingPolicy): HandOverBrief {
  const { severity, status, title, service, commander, declared_at, acknowledged_at, mitigated_at } = incident;
  const due = nextUpdateDue(incident, policy)?.at ?? null;
  return {
    state: {
      severity,
      status,
      title,
      service,
      commander,
      declared_at,
      acknowledged_at,
      mitigated_at,
      alerts_firing: incident.firing.length,
    },
    tried: incident.mitigations.map(({ id, workflow, verdict, outcome, state, text }) => ({
      id,
      what: workflow ?? (text === '' ? 'by hand' : text),
      result: verdict ?? outcome ?? state,
    })),
    findings: notes(incident, 'finding'),
    hypotheses: notes(incident, 'hypothesis'),
    decisions: notes(incident, 'decision'),
    pending_approvals: incident.mitigations.filter(({ state }) => state === 'proposed').map(({ id }) => id),
    timers: timersOf(incident, now, due, policy),
    next_update_due: due,
    last_update:
      entriesOf(incident, 'update.posted')
        .at(-1)
        ?.text.replace(/^update: /, '') ?? null,
  };
}

/** Notes of one kind that no later note amends. */
function notes(incident: Incident, kind: string): readonly string[] {
  const all = entriesOf(incident, 'note.added');
  const amended = new Set(all.map(({ data }) => data['amends']));
  return all.filter((entry) => textIn(entry, 'kind') === kind && !amended.has(entry.seq)).map(({ text }) => text);
}

function timersOf(
  incident: Incident,
  now: string,
  updateDue: string | null,
  policy: TellingPolicy,
): HandOverBrief['timers'] {
  const ladder = ladderOf(incident, policy.config, now);
  const step = ladder?.steps.find(({ taken, due_at }) => !taken && due_at > now);
  const shift = plannedReminders(incident, policy).find(
    ({ about, due_at }) => about.kind === 'long-shift' && due_at > now,
  );
  const approvals = incident.mitigations
    .filter(({ state }) => state === 'approved')
    .flatMap(({ id, approvals: given }) => {
      const expires = given.at(-1)?.expires_at;
      return expires == null ? [] : [{ at: expires, what: `the approval of ${id} expires` }];
    });
  const timers = [
    ...(updateDue === null ? [] : [{ at: updateDue, what: 'next stakeholder update due' }]),
    ...(step === undefined
      ? []
      : [
          {
            at: step.due_at,
            what: `${step.expired_at === null ? '' : 'unless something is recorded, '}escalation step ${step.step} pages ${step.targets.join(', ')}`,
          },
        ]),
    ...(shift === undefined ? [] : [{ at: shift.due_at, what: 'this commander should hand over' }]),
    ...approvals,
  ];
  return timers.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
