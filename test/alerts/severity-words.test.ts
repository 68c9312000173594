import { describe, expect, it } from 'vitest';
import { readSeverityWord } from '../../src/alerts/severity-words.ts';

describe("a payload's own severity word", () => {
  it.each([
    ['alertmanager', 'critical', 'SEV-1'],
    ['alertmanager', 'CRITICAL', 'SEV-1'],
    ['alertmanager', 'page', 'SEV-1'],
    ['alertmanager', 'warning', 'SEV-3'],
    ['alertmanager', 'info', 'SEV-4'],
    ['alertmanager', 'none', 'SEV-4'],
    ['smartspec_production_monitor', 'SEV-2', 'SEV-2'],
    ['smartspec_production_monitor', 'sev3', 'SEV-3'],
    ['datadog', 'P1', 'SEV-1'],
    ['datadog', 'P5', 'SEV-4'],
    ['opsgenie', 'P3', 'SEV-3'],
    ['opsgenie', '3', 'SEV-3'],
    ['azure_monitor', 'Sev0', 'SEV-1'],
    ['azure_monitor', 'Sev1', 'SEV-2'],
    ['azure_monitor', 'Sev4', 'SEV-4'],
    ['azure_monitor', '3', 'SEV-4'],
    ['generic', 'Sev1', 'SEV-1'],
    ['generic', 'sev0', 'SEV-1'],
    ['rollbar', '50', 'SEV-1'],
    ['rollbar', '40', 'SEV-2'],
    ['rollbar', '30', 'SEV-3'],
    ['zabbix', 'Disaster', 'SEV-1'],
    ['zabbix', 'High', 'SEV-2'],
    ['zabbix', 'Average', 'SEV-3'],
    ['zabbix', 'Information', 'SEV-4'],
    ['generic', 'kritisch', 'SEV-1'],
    ['generic', 'Crítica', 'SEV-1'],
    ['generic', '위험', 'SEV-1'],
    ['generic', '緊急', 'SEV-1'],
    ['generic', 'วิกฤต', 'SEV-1'],
    ['generic', '2 - hoch', 'SEV-2'],
    ['generic', '警告', 'SEV-3'],
    ['zabbix', '낮음', 'SEV-4'],
    ['statuspage', 'MAJOROUTAGE', 'SEV-1'],
    ['sentry', 'fatal', 'SEV-1'],
    ['sentry', 'error', 'SEV-2'],
    ['pagerduty', 'high', 'SEV-2'],
    ['pagerduty', 'low', 'SEV-3'],
    ['pagerduty', 'P1', 'SEV-1'],
    ['newrelic', 'LOW', 'SEV-4'],
    ['aws_events', '9', 'SEV-1'],
    ['aws_events', '7.5', 'SEV-2'],
    ['aws_events', '4', 'SEV-3'],
    ['aws_events', '0.1', 'SEV-4'],
    ['aws_events', 'issue', 'SEV-2'],
    ['github', 'moderate', 'SEV-3'],
    ['statuspage', 'partial_outage', 'SEV-2'],
    ['better_stack', 'downtime', 'SEV-1'],
    ['nagios', 'DOWN', 'SEV-1'],
    ['riemann', 'ok', 'SEV-4'],
  ])('of %s: %s means %s', (source, raw, severity) => {
    expect(readSeverityWord(source, raw)).toEqual({ severity, because: expect.stringContaining(raw) });
  });

  it.each([
    ['P1 - Critical', 'SEV-1'],
    ['low or maybe critical', 'SEV-1'],
    ['Severity: major', 'SEV-2'],
    ['🔴 warning', 'SEV-3'],
  ])('takes the worst of the words in %j', (raw, severity) => {
    expect(readSeverityWord('generic', raw)?.severity).toBe(severity);
  });

  it.each([
    ['generic', null],
    ['generic', ''],
    ['generic', '   '],
    ['generic', 'purple'],
    ['generic', '7'],
    ['generic', '__proto__'],
    ['constructor', 'toString'],
    ['zabbix', 'Not classified'],
    ['nagios', 'UNKNOWN'],
    ['aws_events', '11'],
  ])('of %s: %j is unknown, so that the caller rounds up', (source, raw) => {
    expect(readSeverityWord(source, raw)).toBeNull();
  });
});
