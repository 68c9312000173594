/** The five statuses of SmartSpec's `summary.json`, in the order of the life cycle. */
export const statuses = ['open', 'investigating', 'mitigating', 'resolved', 'closed'] as const;
export type Status = (typeof statuses)[number];

export type Phase = 'triage' | 'mitigation' | 'resolution' | 'post-mortem';

/** THE transition table: what each status may become, and by which fact. */
export const transitions: Readonly<Record<Status, Readonly<Partial<Record<Status, string>>>>> = {
  open: {
    investigating: 'acknowledged',
    resolved: 'cleared by itself or false alarm, verified or attested',
    closed: 'merged into another incident',
  },
  investigating: {
    mitigating: 'a mitigation was carried out',
    resolved: 'verified or attested',
    closed: 'merged into another incident',
  },
  mitigating: {
    investigating: 'the fix did not hold',
    resolved: 'verified or attested',
    closed: 'merged into another incident',
  },
  resolved: {
    investigating: 'reopened',
    closed: 'lessons written down',
  },
  closed: {},
};

const phases: Readonly<Record<Status, Phase>> = {
  open: 'triage',
  investigating: 'mitigation',
  mitigating: 'resolution',
  resolved: 'post-mortem',
  closed: 'post-mortem',
};

/** The phase an incident of this status is in. */
export function phaseOf(status: Status): Phase {
  return phases[status];
}

/** True when the table has a way from one status to the other. */
export function mayBecome(from: Status, to: Status): boolean {
  return Object.hasOwn(transitions[from], to);
}
