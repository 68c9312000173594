import type { AlertDraft, AlertSource } from '../alert-source.ts';
import { hasAnyKey, hasKeys, isRecord, pick, pickEach, wordOf } from '../pick.ts';
import { readStatus, type StatusWords } from '../status-words.ts';

/** Cancelled, skipped, neutral and stale runs say nothing about the health of the branch. */
const conclusions: StatusWords = {
  failure: 'firing',
  timed_out: 'firing',
  startup_failure: 'firing',
  error: 'firing',
  success: 'resolved',
};
const alertStates: StatusWords = {
  open: 'firing',
  reopened: 'firing',
  fixed: 'resolved',
  dismissed: 'resolved',
  auto_dismissed: 'resolved',
  resolved: 'resolved',
  closed: 'resolved',
};

export const github: AlertSource = {
  name: 'github',
  shape: "the repository and sender of GitHub's webhooks",
  recognises: (payload) =>
    (isRecord(pick(payload, 'repository')) &&
      hasAnyKey(payload, 'sender', 'workflow_run', 'workflow_job', 'check_run')) ||
    hasKeys(payload, 'zen', 'hook_id'),
  read: (payload) => {
    const draft =
      readRun(payload) ?? readDeployment(payload) ?? readCommitStatus(payload) ?? readSecurityAlert(payload);
    if (draft === null) return [readOther(payload)];
    const service = pick(payload, 'repository', 'full_name');
    const notAlert =
      draft.status === null ? 'It is an event of GitHub that ends in neither failure nor success.' : undefined;
    return [{ ...draft, service: [service], identity: [service, ...draft.identity], notAlert }];
  },
};

function readRun(payload: unknown): AlertDraft | null {
  const key = ['workflow_run', 'workflow_job', 'check_run', 'check_suite'].find((name) =>
    isRecord(pick(payload, name)),
  );
  if (key === undefined) return null;
  const run = pick(payload, key);
  const isOver =
    wordOf(pick(payload, 'action')) === 'completed' ||
    (!hasKeys(payload, 'action') && pick(run, 'status') === 'completed');
  const branch = pick(run, 'head_branch') ?? pick(run, 'check_suite', 'head_branch') ?? pick(run, 'head_sha');
  const title = [
    ...pickEach(run, 'display_title', 'name'),
    pick(payload, 'workflow', 'name'),
    pick(run, 'app', 'name'),
  ];
  const lasting = key === 'workflow_run' ? [pick(run, 'workflow_id')] : pickEach(run, 'workflow_name', 'name');
  return {
    status: isOver ? readStatus(conclusions, pick(run, 'conclusion')) : null,
    title,
    started: pickEach(run, 'run_started_at', 'started_at', 'created_at'),
    // The run is new each time; workflow and branch link a failure to the success that ends it.
    identity: [...lasting, branch],
    labels: [
      {
        branch,
        event: pick(run, 'event'),
        conclusion: pick(run, 'conclusion'),
        workflow: pick(payload, 'workflow', 'name'),
      },
    ],
    links: pickEach(run, 'html_url', 'details_url'),
  };
}

function readDeployment(payload: unknown): AlertDraft | null {
  const status = pick(payload, 'deployment_status');
  if (!isRecord(status)) return null;
  const environment = pick(status, 'environment') ?? pick(payload, 'deployment', 'environment');
  return {
    status: readStatus(conclusions, pick(status, 'state')),
    title: [environment],
    started: [pick(status, 'created_at')],
    identity: [environment],
    labels: [{ environment, ref: pick(payload, 'deployment', 'ref') }],
    links: pickEach(status, 'target_url', 'log_url', 'environment_url'),
  };
}

/** What a checker outside GitHub says about a commit. */
function readCommitStatus(payload: unknown): AlertDraft | null {
  if (!hasKeys(payload, 'sha', 'context', 'state')) return null;
  const branch = pick(payload, 'branches', 0, 'name') ?? pick(payload, 'sha');
  return {
    status: readStatus(conclusions, pick(payload, 'state')),
    title: [
      wordOf(pick(payload, 'context')) === 'default' ? null : pick(payload, 'context'),
      ...pickEach(payload, 'description', 'context'),
    ],
    started: [pick(payload, 'created_at')],
    identity: [pick(payload, 'context'), branch],
    labels: [{ branch }],
    links: [pick(payload, 'target_url')],
  };
}

function readSecurityAlert(payload: unknown): AlertDraft | null {
  const alert = pick(payload, 'alert');
  if (!isRecord(alert)) return null;
  const advisory = pick(alert, 'security_advisory');
  return {
    status:
      readStatus(alertStates, pick(alert, 'state')) ??
      (hasKeys(alert, 'resolution') ? openUnless(pick(alert, 'resolution')) : null),
    title: [
      pick(alert, 'rule', 'description'),
      pick(advisory, 'summary'),
      pick(alert, 'secret_type_display_name'),
      pick(alert, 'secret_type'),
      pick(alert, 'rule', 'name'),
      ...pickEach(alert, 'affected_package_name', 'external_identifier'),
    ],
    severity: [
      pick(alert, 'rule', 'severity'),
      pick(advisory, 'severity'),
      pick(alert, 'rule', 'security_severity_level'),
      pick(alert, 'severity'),
    ],
    started: [pick(alert, 'created_at')],
    // Every kind of alert counts from 1 in a repository.
    identity: [
      ['rule', 'secret_type'].find((kind) => hasKeys(alert, kind)) ?? 'dependency',
      pick(alert, 'number') ?? pick(alert, 'id'),
    ],
    links: [pick(alert, 'html_url')],
  };
}

function openUnless(resolution: unknown): AlertDraft['status'] {
  return resolution === null ? 'firing' : 'resolved';
}

function readOther(payload: unknown): AlertDraft {
  const isPing = hasKeys(payload, 'zen');
  return {
    status: null,
    title: [pick(payload, 'zen'), pick(payload, 'action')],
    service: [pick(payload, 'repository', 'full_name')],
    identity: [pick(payload, 'repository', 'full_name')],
    notAlert: isPing
      ? 'It is the ping of a new GitHub webhook, not an alert.'
      : 'It is an event of GitHub that is neither a run, a deployment nor a security alert.',
  };
}
