/** What the production monitor sends when checkout is slow: 2.275 times its objective. */
export const slowCheckout = {
  source: 'production_monitor',
  spec_id: 'spec-core-007-checkout',
  metric: 'p99_latency',
  value: 910,
  slo: 400,
  severity: 'SEV-2',
};

/** The same as JSON, with something changed. */
export function checkout(change: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...slowCheckout, ...change });
}

/** One payload of Alertmanager with an alert for each entry. */
export function alertmanager(
  alerts: readonly { readonly name: string; readonly service: string; readonly status?: string }[],
): string {
  return JSON.stringify({
    version: '4',
    status: 'firing',
    receiver: 'incidents',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example.com',
    alerts: alerts.map(({ name, service, status = 'firing' }) => ({
      status,
      labels: { alertname: name, service, severity: 'critical' },
      annotations: { summary: `${name} on ${service}` },
      startsAt: '2026-11-23T02:41:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.example.com/graph',
    })),
  });
}
