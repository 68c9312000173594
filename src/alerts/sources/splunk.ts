import type { AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, pick, pickEach } from '../pick.ts';

/** A saved search only ever reports that it found something. */
export const splunk: AlertSource = {
  name: 'splunk',
  shape: 'the sid and results_link of a search',
  recognises: (payload) => hasKeys(payload, 'sid') && hasAnyKey(payload, 'results_link', 'search_name', 'result'),
  read: (payload) => {
    const result = pick(payload, 'result');
    const name = pick(payload, 'search_name');
    return [
      {
        status: 'firing',
        title: [name],
        service: [pick(result, 'host'), pick(result, 'dest')],
        severity: pickEach(result, 'severity', 'urgency', 'priority'),
        started: pickEach(result, '_time', 'trigger_time'),
        identity: [name ?? searchIn(pick(payload, 'sid')), pick(result, 'host')],
        labels: [{ app: pick(payload, 'app'), ...pickLabels(result) }],
        links: [pick(payload, 'results_link')],
      },
    ];
  },
};

/** The sid is new on every run, but up to `_at_` it is made of the search. */
function searchIn(sid: unknown): unknown {
  return typeof sid === 'string' ? sid.replace(/_at_\d.*$/s, '') : sid;
}

function pickLabels(result: unknown): Record<string, unknown> {
  return {
    host: pick(result, 'host'),
    source: pick(result, 'source'),
    sourcetype: pick(result, 'sourcetype'),
    index: pick(result, 'index'),
  };
}
