import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, listOf, pick } from '../pick.ts';
import { readPrometheusEntry } from '../prometheus-entry.ts';

export const alertmanager: AlertSource = {
  name: 'alertmanager',
  shape: 'a list of alerts with labels, as a receiver of Alertmanager gets it',
  recognises: (payload) => isGroup(payload) || isList(payload) || isSingle(payload),
  read: (payload) => {
    if (Array.isArray(payload)) return payload.map((entry) => readPrometheusEntry({ status: 'firing' }, entry));
    const entries = [...listOf(pick(payload, 'alerts')), ...listOf(pick(payload, 'alert'))].filter(isRecord);
    if (entries.length > 0) return entries.map((entry) => readPrometheusEntry(payload, entry));
    return [readPrometheusEntry(payload, isGroup(payload) ? groupAsEntry(payload) : payload)];
  },
};

function isGroup(payload: unknown): boolean {
  const hasList = Array.isArray(pick(payload, 'alerts')) || Array.isArray(pick(payload, 'alert'));
  return hasList && hasAnyKey(payload, 'commonLabels', 'groupLabels', 'groupKey', 'receiver');
}

/** What Prometheus itself posts to Alertmanager's API. */
function isList(payload: unknown): boolean {
  return Array.isArray(payload) && payload.length > 0 && payload.every(isEntry);
}

function isSingle(payload: unknown): boolean {
  return isEntry(payload) && hasAnyKey(payload, 'generatorURL', 'fingerprint', 'endsAt');
}

function isEntry(entry: unknown): boolean {
  return (
    hasKeys(entry, 'labels') &&
    pick(entry, 'labels', 'alertname') !== undefined &&
    hasAnyKey(entry, 'startsAt', 'annotations')
  );
}

/** A group whose list is empty still names its problem in what the alerts had in common. */
function groupAsEntry(payload: unknown): unknown {
  return { labels: pick(payload, 'commonLabels'), annotations: pick(payload, 'commonAnnotations') };
}
