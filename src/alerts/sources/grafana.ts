import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, listOf, pick } from '../pick.ts';
import { readPrometheusEntry } from '../prometheus-entry.ts';

/** Its `state` is a left-over that can contradict `status`, so only `status` is read. */
export const grafana: AlertSource = {
  name: 'grafana',
  shape: "a list of alerts together with Grafana's own fields",
  recognises: (payload) => {
    const alerts = pick(payload, 'alerts');
    if (!Array.isArray(alerts)) return false;
    const isNamed = hasKeys(payload, 'orgId') || hasKeys(payload, 'title', 'state');
    return isNamed || alerts.some((alert) => hasAnyKey(alert, 'silenceURL', 'valueString', 'dashboardURL', 'panelURL'));
  },
  read: (payload) => {
    const entries = listOf(pick(payload, 'alerts')).filter(isRecord);
    if (entries.length > 0) return entries.map((entry) => readPrometheusEntry(payload, entry));
    const common = { labels: pick(payload, 'commonLabels'), annotations: pick(payload, 'commonAnnotations') };
    return [readPrometheusEntry(payload, common)];
  },
};
