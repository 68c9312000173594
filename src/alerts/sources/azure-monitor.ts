import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

const statusWords: StatusWords = {
  fired: 'firing',
  activated: 'firing',
  resolved: 'resolved',
  deactivated: 'resolved',
};

export const azureMonitor: AlertSource = {
  name: 'azure_monitor',
  shape: 'the essentials or the context of an Azure alert',
  recognises: (payload) =>
    hasKeys(payload, 'schemaId', 'data') ||
    isRecord(pick(payload, 'data', 'essentials')) ||
    isRecord(pick(payload, 'essentials')) ||
    (hasKeys(payload, 'status') && pick(payload, 'context', 'resourceId') !== undefined) ||
    isRecord(pick(payload, 'context', 'activityLog')),
  read: (payload) => {
    const data = isRecord(pick(payload, 'data')) ? pick(payload, 'data') : payload;
    return [isRecord(pick(data, 'essentials')) ? readCommon(data) : readContext(data)];
  },
};

function readCommon(data: unknown): AlertDraft {
  const essentials = pick(data, 'essentials');
  const context = pick(data, 'alertContext');
  const stage = wordOf(pick(context, 'properties', 'stage'));
  const status = readStatus(statusWords, pick(essentials, 'monitorCondition'));
  const contradicts = status === 'firing' && (stage === 'resolved' || stage === 'complete');
  return {
    status,
    title: [
      pick(essentials, 'alertRule'),
      pick(context, 'AlertData', 'BudgetName'),
      pick(context, 'properties', 'title'),
      pick(essentials, 'description'),
    ],
    service: [
      pick(essentials, 'configurationItems', 0),
      pick(context, 'properties', 'service'),
      lastSegment(pick(essentials, 'alertTargetIDs', 0)),
    ],
    severity: [pick(essentials, 'severity')],
    started: [pick(essentials, 'firedDateTime')],
    identity: [pick(essentials, 'originAlertId') ?? pick(essentials, 'alertId')],
    labels: [pick(data, 'customProperties'), pick(context, 'condition', 'allOf', 0, 'dimensions'), scalars(essentials)],
    links: [
      ...pickEach(context, 'LinkToSearchResults', 'LinkToFilteredSearchResultsUI'),
      pick(essentials, 'investigationLink'),
    ],
    warnings: contradicts ? [`The alert is fired although its stage is "${stage}".`] : [],
  };
}

function scalars(essentials: unknown): unknown {
  const keys = ['signalType', 'monitoringService', 'targetResourceType', 'targetResourceGroup'];
  return Object.fromEntries(keys.map((key) => [key, pick(essentials, key)]));
}

/** Metric alerts and activity log alerts from before the common schema. The timestamp of a recovery is no start. */
function readContext(data: unknown): AlertDraft {
  const context = pick(data, 'context');
  const activity = pick(context, 'activityLog');
  const status = readStatus(statusWords, pick(data, 'status'));
  const resourceId = pick(context, 'resourceId') ?? pick(activity, 'resourceId');
  return {
    status,
    title: [
      pick(context, 'name'),
      pick(activity, 'properties', 'title'),
      pick(activity, 'operationName'),
      pick(activity, 'description'),
    ],
    service: [pick(context, 'resourceName'), pick(activity, 'properties', 'service'), lastSegment(resourceId)],
    severity: [pick(context, 'severity'), pick(activity, 'level')],
    started: status === 'resolved' ? [] : [pick(context, 'timestamp'), pick(activity, 'eventTimestamp')],
    identity: [pick(context, 'id') ?? pick(activity, 'correlationId'), resourceId],
    labels: [pick(data, 'properties'), pick(context, 'condition', 'allOf', 0, 'dimensions')],
    links: [pick(context, 'portalLink')],
  };
}

function lastSegment(resourceId: unknown): unknown {
  return typeof resourceId === 'string' ? resourceId.slice(resourceId.lastIndexOf('/') + 1) : undefined;
}
