import { expect, test } from 'vitest';
import { composeSummary } from '../../src/report/summary.ts';
import { hostileAlerts, slowCheckout } from './stories.ts';

test('other workflows read what came of the incident', () => {
  expect(composeSummary(slowCheckout(), { version: '1.0.0', runId: 'run-1' })).toEqual({
    workflow: 'smartspec_incident_response',
    version: '1.0.0',
    run_id: 'run-1',
    incident_id: 'INC-20260302-7KQ2MX',
    severity: 'SEV-1',
    status: 'resolved',
    root_cause_identified: true,
    action_items_created: 3,
  });
});

test('nothing is identified while the record has no trigger', () => {
  const summary = composeSummary({ ...hostileAlerts(), root_cause: null }, { version: '1.0.0', runId: 'run-1' });
  expect(summary.root_cause_identified).toBe(false);
});
