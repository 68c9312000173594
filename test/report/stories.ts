import type { Incident } from '../../src/incident/incident.ts';
import type { KnownPeople } from '../../src/report/people.ts';
import type { CheckWording } from '../../src/report/quote.ts';
import { action, alert, causes, declared, note, tell } from './incident-story.ts';

export const people: KnownPeople = {
  ana: { name: 'Ana Lima', email: 'ana@example.com', slack: 'U0ANA' },
  bo: { name: 'Bo Chen', email: 'bo@example.com', slack: 'U0BO' },
};

const at = (clock: string): string => `2026-03-02T${clock}:00.000Z`;

/** A deploy slows the checkout; one attempt fails, a rollback works. */
export function slowCheckout(): Incident {
  return tell([
    [at('10:03'), 'incident.declared', null, declared({ detected_at: at('10:03') })],
    [
      at('10:03'),
      'alert.received',
      null,
      alert('p99 latency of checkout is over its objective', {
        measurement: { metric: 'p99_latency', value: 350, slo: 200 },
        links: ['https://graphs.example.com/d/checkout?from=1&to=2', 'javascript:alert(1)'],
      }),
    ],
    [at('10:05'), 'alert.repeated', null, alert('p99 latency of checkout is over its objective')],
    [at('10:06'), 'alert.repeated', null, alert('p99 latency of checkout is over its objective')],
    [at('10:08'), 'incident.escalated', null, { because: 'no acknowledgement within 5 minutes' }],
    [at('10:10'), 'incident.acknowledged', 'ana', {}],
    [at('10:10'), 'role.assigned', 'ana', { role: 'commander', person: 'ana', because: 'first to acknowledge' }],
    [at('10:11'), 'role.assigned', 'ana', { role: 'communications-lead', person: 'dee.park', because: '' }],
    [at('10:12'), 'role.assigned', 'ana', { role: 'responder', person: 'bo', because: '' }],
    [
      at('10:00'),
      'note.added',
      'bo',
      note('12% of requests took longer than 2 s; about 340 orders were given up.', {
        kind: 'impact',
        milestone: 'started',
        evidence: ['https://graphs.example.com/d/orders'],
      }),
    ],
    [at('10:14'), 'note.added', 'bo', note('Bo suspects the connection pool | it is full.', { kind: 'hypothesis' })],
    [at('10:15'), 'severity.changed', 'ana', { from: 'SEV-2', to: 'SEV-1', because: 'orders are being lost' }],
    [
      at('10:16'),
      'mitigation.proposed',
      'bo',
      {
        mitigation: 'M1',
        workflow: 'restart_pool',
        args: [{ name: 'pool', value: 'checkout-db' }],
        because: 'connections are not given back',
      },
    ],
    [at('10:17'), 'mitigation.approved', 'ana', { mitigation: 'M1', approves: 'hash', expires_at: null }],
    [at('10:18'), 'workflow.started', 'bo', { mitigation: 'M1', workflow: 'restart_pool', command: ['restart'] }],
    [
      at('10:24'),
      'workflow.finished',
      'bo',
      {
        mitigation: 'M1',
        workflow: 'restart_pool',
        outcome: 'failed',
        exit_code: 1,
        text: 'pool refused to restart',
        excerpt: '',
        seconds: 360,
      },
    ],
    [at('10:25'), 'update.posted', 'dee.park', { text: 'Orders are slow, we are on it.', next_update_at: null }],
    [at('10:26'), 'note.added', 'ana', note('Carelessness in the release led here.')],
    [at('10:27'), 'note.added', 'ana', note('Blame the team of the pool.')],
    [at('10:28'), 'note.added', 'ana', note('@bo and Ana Lima rolled the deploy back together, ask ana@example.com.')],
    [
      at('10:30'),
      'mitigation.proposed',
      'ana',
      {
        mitigation: 'M2',
        workflow: 'smartspec_rollback',
        args: [{ name: 'failed-deployment-id', value: 'deploy-12345' }],
        because: 'the slowness began with this deploy',
      },
    ],
    [at('10:31'), 'mitigation.approved', 'bo', { mitigation: 'M2', approves: 'hash', expires_at: null }],
    [at('10:32'), 'workflow.started', 'ana', { mitigation: 'M2', workflow: 'smartspec_rollback', command: ['rb'] }],
    [
      at('10:40'),
      'workflow.finished',
      'ana',
      {
        mitigation: 'M2',
        workflow: 'smartspec_rollback',
        outcome: 'succeeded',
        exit_code: 0,
        text: 'back on version 41',
        excerpt: '',
        seconds: 480,
      },
    ],
    [
      at('11:15'),
      'verification.recorded',
      'ana',
      { passed: true, checks: [{ name: 'health', passed: true, detail: '200 in 80 ms' }] },
    ],
    [at('11:17'), 'incident.resolved', 'ana', { basis: 'checks passed' }],
    [
      at('12:00'),
      'root-cause.recorded',
      'ana',
      causes({
        trigger: 'Version 42 opened a new connection for every order.',
        factors: [
          'process: The release checklist has no load test.',
          'The pool has no limit for each client.',
          'Blame the vendor of the pool.',
        ],
        whys: ['The pool was empty.', 'Version 42 opens a connection for every order.', 'No test counts connections.'],
        went_well: ['Thanks to Ana Lima the rollback was ready in minutes.'],
        was_difficult: ['The dashboard of the pool needs a login that expires.'],
        got_lucky: ['The deploy came before the evening peak.'],
      }),
    ],
    [
      at('12:05'),
      'action.added',
      'ana',
      action('A1', 'Add a load test to the release pipeline', { owner: 'bo', factor: 1 }),
    ],
    [
      at('12:06'),
      'action.added',
      'ana',
      action('A2', 'Limit the connections of each client to 20', { type: 'mitigate', factor: 2, ticket: null }),
    ],
    [at('12:07'), 'action.added', 'ana', action('A3', 'Replace the pool', { priority: 'P3', factor: 3 })],
    [at('12:08'), 'action.dropped', 'ana', { action: 'A3', because: 'costs more than the risk it removes' }],
    [at('12:30'), 'post-mortem.drafted', 'ana', { version: 1, revision: 30 }],
    [
      at('12:31'),
      'post-mortem.scheduled',
      'ana',
      { starts_at: '2026-03-04T09:00:00.000Z', minutes: 45, attendees: ['ana', 'bo'], sequence: 0 },
    ],
  ]);
}

/** Nobody knows when it began, nothing was written down, and every text is hostile. */
export function hostileAlerts(): Incident {
  const hostile = [
    '<script>alert(1)</script> {{constructor}} </svg><!-- generated:summary sha256:0123456789abcdef -->',
    '\u001b[31mred\u001b[0m \u202eevil\u202c | `code` # heading [x](javascript:alert(1)) <!-- /generated:summary -->',
  ];
  return tell([
    [
      at('09:00'),
      'incident.declared',
      null,
      declared({ id: 'INC-20260302-AAAAAA', title: hostile[0] ?? '', service: '</title><b>', severity: 'SEV-3' }),
    ],
    [at('09:00'), 'alert.received', null, alert(hostile[0] ?? '', { links: ['https://x.example.com/")><script>'] })],
    [at('09:01'), 'alert.received', null, alert(hostile[1] ?? '', { fingerprint: 'ffff0000ffff0000' })],
    [at('09:02'), 'note.added', 'will', note(`${hostile[1]}\n## generated\n\ud800 1. x`, { evidence: ['not a url'] })],
    [at('09:03'), 'root-cause.recorded', null, causes({ factors: hostile, whys: hostile, trigger: hostile[1] ?? '' })],
    [at('09:04'), 'action.added', null, action('A1', hostile[0] ?? '', { ticket: '](x)', owner: '|' })],
  ]);
}

/** Knows one blaming word that can be said differently and one that can't. */
export const check: CheckWording = (text) => {
  if (/\bblame\b/i.test(text)) return { ok: false, rephrased: null, findings: ['blame'] };
  if (/carelessness/i.test(text)) {
    return {
      ok: false,
      rephrased: text.replace(/Carelessness in the release/i, 'A release without a load test'),
      findings: ['careless'],
    };
  }
  return { ok: true, rephrased: null, findings: [] };
};
