import type { AlertSource } from '../alert-source.ts';
import { hasKeys, isRecord, pick, pickEach } from '../pick.ts';

export const errbit: AlertSource = {
  name: 'errbit',
  shape: 'the problem of an Errbit app',
  recognises: (payload) => isRecord(pick(payload, 'problem')) && hasKeys(pick(payload, 'problem'), 'app_name'),
  read: (payload) => {
    const problem = pick(payload, 'problem');
    return [
      {
        status: pick(problem, 'resolved') === true ? 'resolved' : 'firing',
        title: pickEach(problem, 'message', 'error_class'),
        service: [pick(problem, 'app_name')],
        started: pickEach(problem, 'first_notice_at', 'created_at'),
        identity: pickEach(problem, '_id'),
        labels: [
          {
            environment: pick(problem, 'environment'),
            error_class: pick(problem, 'error_class'),
            where: pick(problem, 'where'),
          },
        ],
        links: pickEach(problem, 'url', 'issue_link'),
      },
    ];
  },
};
