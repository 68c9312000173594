import type { AlertDraft } from './alert-source.ts';
import { isRecord, pick } from './pick.ts';
import { readStatus, type StatusWords } from './status-words.ts';

const statusWords: StatusWords = { firing: 'firing', resolved: 'resolved' };
const titleAnnotations = ['summary', 'title', 'message'];
const serviceLabels = ['service', 'job'];
const placeLabels = ['instance', 'host', 'pod'];

/** Reads one entry of the `alerts` list that Alertmanager and Grafana share. */
export function readPrometheusEntry(group: unknown, entry: unknown): AlertDraft {
  const annotations = pick(entry, 'annotations');
  const labels = pick(entry, 'labels');
  const name = pick(labels, 'alertname');
  return {
    status: readStatus(statusWords, pick(entry, 'status')) ?? readStatus(statusWords, pick(group, 'status')),
    title: [
      ...titleAnnotations.map((key) => pick(annotations, key)),
      pick(entry, 'summary'),
      name,
      pick(annotations, 'description'),
      pick(group, 'title'),
    ],
    service: [
      ...serviceLabels.map((key) => pick(labels, key)),
      // Alertmanager repeats in each alert what all of a group share; who builds groups by hand says it once.
      ...serviceLabels.map((key) => pick(group, 'commonLabels', key)),
      ...placeLabels.map((key) => pick(labels, key)),
    ],
    severity: ['severity', 'priority', 'level'].map((key) => pick(labels, key)),
    started: [pick(entry, 'startsAt') ?? pick(entry, 'payload', 'activeSince')],
    identity: [identityOf(group, entry, labels)],
    labels: [labels],
    links: [
      pick(entry, 'generatorURL') ?? pick(entry, 'payload', 'generatorURL'),
      pick(annotations, 'runbook_url'),
      pick(annotations, 'runbook'),
      pick(entry, 'dashboardURL'),
      pick(entry, 'panelURL'),
      pick(entry, 'silenceURL'),
      pick(group, 'externalURL'),
    ],
  };
}

/** Old versions send no fingerprint: then the labels are what makes the alert that alert. */
function identityOf(group: unknown, entry: unknown, labels: unknown): unknown {
  const fingerprint = pick(entry, 'fingerprint');
  if (typeof fingerprint === 'string' && fingerprint !== '') return fingerprint;
  if (isRecord(labels) && Object.keys(labels).length > 0) return labels;
  return pick(group, 'groupKey');
}
